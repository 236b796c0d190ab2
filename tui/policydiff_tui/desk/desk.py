"""One comparison in hand: its rows and blocks under the filter in force, and how each is shown.

Invariant: ``blocks`` follow the comparison's rows that pass the filter, in order; a moved row has a second block
(a ghost) where its old half stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policydiff.library.remarks import Remark
from policydiff.messages import _
from policydiff.model import Comparison, Pair, Relation
from policydiff.synopsis.relations import missing_name, same_text, side_names
from policydiff_tui.desk.boilerplate import common
from policydiff_tui.desk.findings import NOTE_SIGN, note_texts
from policydiff_tui.desk.naming import Names, one_line
from policydiff_tui.desk.options import Options, is_changed, is_uncertain, kinds
from policydiff_tui.desk.remarks import Remarks, remark_on
from policydiff_tui.typeset.dimming import NOWHERE
from policydiff_tui.typeset.lines import Content

MOVE_SIGN, REMARK_SIGN = "↷", "★"


NOTHING = Pair(relation=Relation.UNCHANGED, old=(), new=(), similarity=0.0, confidence=1.0, edits=())


@dataclass(frozen=True, slots=True)
class Block:
    """A row of the comparison where it stands in the view; a ``ghost`` marks the place its old half came from."""

    row: int
    ghost: bool = False


@dataclass
class Desk:
    """The comparison, the reader's remarks and decisions about it, and the state of the view."""

    comparison: Comparison
    options: Options = field(default_factory=Options)
    remarks: Remarks = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    opened: dict[Block, bool] = field(default_factory=dict)
    peeks: dict[int, int] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    whole: set[Block] = field(default_factory=set)
    unfolded: bool = False
    dim: bool = False

    def __post_init__(self) -> None:
        self.take(self.comparison)

    def take(self, comparison: Comparison) -> None:
        """Go on with another comparison of the same documents."""
        self.comparison = comparison
        self.old, self.new = Names(comparison.old), Names(comparison.new)
        self.opened.clear()
        self.peeks.clear()
        self.levels.clear()
        self.whole.clear()
        self._settle()

    def choose(self, only: Iterable[str]) -> None:
        """Show only rows of these kinds; none means all."""
        self.only = frozenset(only)
        self._settle()

    def _settle(self) -> None:
        pairs = self.comparison.pairs
        self.rows = [n for n, pair in enumerate(pairs) if self._wanted(pair)]
        self.blocks = [Block(n) for n in self.rows]
        for row in [n for n in self.rows if pairs[n].moved and pairs[n].old and pairs[n].new]:
            self.blocks.insert(self._ghost_place(row), Block(row, ghost=True))
        self.index = {block: n for n, block in enumerate(self.blocks)}

    def _ghost_place(self, row: int) -> int:
        """Where among the blocks the moved row's other half would stand: after its predecessor in the new text."""
        place = self.new.places.get(self.comparison.pairs[row].new[0], 0)
        best, found = -1, 0
        for n, block in enumerate(self.blocks):
            pair = self.comparison.pairs[block.row]
            if block.row == row or block.ghost or not pair.new or pair.moved:
                continue
            here = self.new.places.get(pair.new[-1], 0)
            if best < here < place:
                best, found = here, n + 1
        return found

    def _wanted(self, pair: Pair) -> bool:
        return not self.only or bool(kinds(pair, marked=self.remark(pair) is not None) & self.only)

    def pair(self, row: int) -> Pair:
        """The row of that number; an empty one where there is none (documents without any text have no rows)."""
        return self.comparison.pairs[row] if row < len(self.comparison.pairs) else NOTHING

    def remark(self, pair: Pair) -> Remark | None:
        """What the reader wrote on the row."""
        return remark_on(pair, self.remarks) if self.remarks else None

    def is_open(self, block: Block) -> bool:
        """True where the block shows its text; unchanged rows and ghosts are closed until opened."""
        if block in self.opened:
            return self.opened[block]
        if block.ghost:
            return False
        pair = self.pair(block.row)
        return self.unfolded or not same_text(pair)

    def partners(self, row: int) -> tuple[str, ...]:
        """Sections of the other side that a row without a counterpart could be read beside, likeliest first."""
        pair = self.pair(row)
        if pair.old and pair.new:
            return ()
        also = pair.see_also_new if pair.old else pair.see_also_old
        return tuple(dict.fromkeys((*also, *(candidate.section for candidate in pair.candidates))))

    def peeked(self, row: int) -> str | None:
        """The section shown beside a row without a counterpart, if any."""
        partners = self.partners(row)
        return partners[self.peeks[row]] if row in self.peeks and self.peeks[row] < len(partners) else None

    def moves(self, row: int) -> list[int]:
        """The numbers of the passages that changed place inside the row."""
        return sorted({edit.move for edit in self.pair(row).edits if edit.move is not None})

    def content(self, block: Block) -> Content:
        """What the block shows."""
        pair = self.pair(block.row)
        opened = self.is_open(block)
        left, right = self._titles(pair, block)
        peek = self.peeked(block.row)
        if peek is not None and pair.old:
            right = (_("[beside] {title}").format(title=self.new.heading(peek)),)
        elif peek is not None:
            left = (_("[beside] {title}").format(title=self.old.heading(peek)),)
        beside = None if peek is None else (self.new if pair.old else self.old).text(peek) or "—"
        return Content(
            pair=pair,
            left_titles=left,
            right_titles=right,
            sides=side_names(self.comparison.mode),
            closed=not opened,
            ghost=block.ghost,
            peek=beside,
            level=self.levels.get(block.row),
            fold=False if self.unfolded or block in self.whole else None,
            notes=self.notes(pair) if opened and not block.ghost else (),
            dim=common(pair, beside or "") if self.dim and opened else NOWHERE,
        )

    def notes(self, pair: Pair) -> tuple[str, ...]:
        """What was found on the row, then what the reader wrote on it."""
        remark = self.remark(pair)
        written = (f"{REMARK_SIGN} {one_line(remark.text)}",) if remark is not None and remark.text else ()
        return (*(f"{NOTE_SIGN} {text}" for text in note_texts(pair)), *written)

    def _titles(self, pair: Pair, block: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
        old = tuple(map(self.old.heading, pair.old))
        new = tuple(map(self.new.heading, pair.new))
        missing = (f"（{missing_name(pair.relation, self.comparison.mode)}）",)
        if block.ghost and not self.is_open(block):
            old = (_("{sign} from {place}").format(sign=MOVE_SIGN, place=old[0]),)
        elif pair.moved and pair.new:
            new = (f"{MOVE_SIGN} {new[0]}", *new[1:])
        return old or missing, new or missing

    def next_row(self, here: int | None, step: int, wanted: str, kind: Relation | None = None) -> int | None:
        """The next row (``step`` 1) or the one before (-1) that is ``changed``, ``uncertain`` or of a ``kind``.

        Goes round at the end; None where there is none.
        """
        tests: dict[str, Callable[[Pair], bool]] = {"changed": is_changed, "uncertain": is_uncertain}
        test: Callable[[Pair], bool] = tests.get(wanted) or (lambda pair: pair.relation is kind)
        found = [n for n in self.rows if test(self.pair(n))]
        if not found:
            return None
        if step > 0:
            return next((n for n in found if here is None or n > here), found[0])
        return next((n for n in reversed(found) if here is not None and n < here), found[-1])

    def row_of(self, side: str, section_id: str) -> int | None:
        """The row in which the section stands; the nearest section above it that stands in one where it has none."""
        while section_id:
            for n in range(len(self.comparison.pairs)):
                if section_id in getattr(self.pair(n), side):
                    return n
            section_id = section_id.rpartition(".")[0]
        return None
