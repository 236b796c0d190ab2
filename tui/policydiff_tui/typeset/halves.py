"""The texts of a row, side by side or merged, with the mark of every stretch; folds stand for text left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Edit, EditKind, Pair, Relation
from policydiff.synopsis.marks import MOVE_SIGNS, Mark
from policydiff.synopsis.printable import printable
from policydiff_tui.typeset.dimming import DIM, NOWHERE, Dressed, DressedRow, Place, Sides, dressed_rows

SHARED = "shared"
"""The mark of what rewritten texts have in common: there it is the sameness that tells something."""

SHARED_CHARACTERS = 4
"""Shorter common stretches of rewritten texts are chance."""

SIGNS = {
    Mark.DELETED: ("[-", "-]"),
    Mark.INSERTED: ("{+", "+}"),
    Mark.MOVED_AWAY: ("[-", "-]"),
    Mark.MOVED_HERE: ("{+", "+}"),
}
"""Stand around marked text on request, where a terminal shows neither strike nor underline."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a half's text: from, to, mark, number of its move."""

    start: int
    end: int
    mark: str
    move: int | None = None


@dataclass(frozen=True, slots=True)
class Half:
    """A text ready to be set: printable, with marks."""

    text: str
    spans: tuple[Span, ...] = ()

    @property
    def changed(self) -> bool:
        """True where anything in it is marked as different."""
        return any(span.mark in SIGNS for span in self.spans)


EMPTY = Half("")


@dataclass(frozen=True, slots=True)
class Level:
    """What stands level: two halves, or a fold of ``left_out`` characters."""

    left: Half = EMPTY
    right: Half = EMPTY
    left_out: int = 0

    @property
    def changed(self) -> bool:
        """True where the halves differ visibly."""
        return self.left.changed or self.right.changed


def levels(pair: Pair, *, fold: bool, signs: bool = False, dim: Sides = NOWHERE) -> Iterator[Level]:
    """The rows of ``pair``'s texts, ``dim`` at these places of them."""
    rewritten = pair.relation is Relation.REWRITTEN
    plain = not (pair.old and pair.new)
    for row in dressed_rows(pair.edits, fold=fold and not rewritten and not plain, dim=dim):
        sides = [_as_read(half, plain, rewritten) for half in (row.left, row.right)]
        left, right = (half_of(stretches, signs) for stretches in sides)
        yield Level(left, right, row.left_out)


def _as_read(half: Sequence[Dressed], plain: bool, rewritten: bool) -> Iterator[Dressed]:
    """Stretches with the marks this kind of row is read by."""
    for stretch in half:
        mark: str = stretch.mark
        if plain:
            mark = Mark.PLAIN
        elif rewritten:
            shared = stretch.mark is Mark.PLAIN and len(stretch.text.strip()) >= SHARED_CHARACTERS
            mark = SHARED if shared else Mark.PLAIN
        yield stretch._replace(mark=mark, move=None if plain or rewritten else stretch.move)


def half_of(stretches: Iterable[Dressed], signs: bool) -> Half:
    """One text of several stretches; moved ones begin with their number."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for raw, mark, move, dim in stretches:
        text, before = printable(raw), ""
        if move is not None and mark in MOVE_SIGNS and text.strip():
            before = f"{MOVE_SIGNS[Mark(mark)]}{move} "
            text = _inside(text, before, "")
        if signs and mark in SIGNS and text.strip():
            before = SIGNS[Mark(mark)][0] + before
            text = _inside(text, *SIGNS[Mark(mark)])
        parts.append(text)
        if mark != Mark.PLAIN and text:
            spans.append(Span(at, at + len(text), mark, move))
        spans += dim_spans(dim, at + len(before))
        at += len(text)
    return Half("".join(parts), tuple(spans))


def dim_spans(places: Iterable[Place], at: int = 0) -> tuple[Span, ...]:
    """The spans of dim places of a text that begins ``at``."""
    return tuple(Span(at + start, at + end, DIM) for start, end in places)


def _inside(text: str, head: str, tail: str) -> str:
    """``text`` between ``head`` and ``tail``, line ends left outside."""
    body = text.strip("\n")
    start = text.index(body)
    return f"{text[:start]}{head}{body}{tail}{text[start + len(body) :]}"


def merged(pair: Pair, *, fold: bool, signs: bool = False, dim: Sides = NOWHERE) -> Iterator[Level]:
    """Both texts in one, in the left half: what only the old has before what only the new has."""
    rewritten = pair.relation is Relation.REWRITTEN
    plain = not (pair.old and pair.new)
    for row in dressed_rows(pair.edits, fold=fold and not rewritten and not plain, dim=dim):
        stretches = [s._replace(mark=Mark.PLAIN) if plain else s for s in _woven(row)]
        yield Level(half_of(stretches, signs), EMPTY, row.left_out)


def _woven(row: DressedRow) -> Iterator[Dressed]:
    """The stretches of both halves in reading order, what both share once."""
    right = list(row.right)
    for stretch in row.left:
        if stretch.mark is not Mark.PLAIN:
            yield stretch
            continue
        while right and right[0].mark is not Mark.PLAIN:
            yield right.pop(0)
        yield right.pop(0) if right else stretch
    yield from right


def one_sided(edits: Iterable[Edit], *, new: bool) -> str:
    """The whole text of one side."""
    unwanted = EditKind.DELETE if new else EditKind.INSERT
    return "".join((edit.new if new else edit.old) for edit in edits if edit.kind is not unwanted)
