"""The texts of a row, side by side or merged, with the mark of every stretch; folds stand for text left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Edit, EditKind, Pair, Relation
from policydiff.report.folding import Row, Stretch, rows
from policydiff.synopsis.marks import MOVE_SIGNS, Mark
from policydiff.synopsis.printable import printable

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


def levels(pair: Pair, *, fold: bool, signs: bool = False) -> Iterator[Level]:
    """The rows of ``pair``'s texts."""
    rewritten = pair.relation is Relation.REWRITTEN
    plain = not (pair.old and pair.new)
    for row in rows(pair.edits, fold=fold and not rewritten and not plain):
        sides = [_dressed(half, plain, rewritten) for half in (row.left, row.right)]
        left, right = (half_of(stretches, signs) for stretches in sides)
        yield Level(left, right, row.left_out)


def _dressed(half: Sequence[Stretch], plain: bool, rewritten: bool) -> Iterator[tuple[str, str, int | None]]:
    """Stretches with the marks this kind of row is read by."""
    for stretch in half:
        mark: str = stretch.mark
        if plain:
            mark = Mark.PLAIN
        elif rewritten:
            shared = stretch.mark is Mark.PLAIN and len(stretch.text.strip()) >= SHARED_CHARACTERS
            mark = SHARED if shared else Mark.PLAIN
        yield stretch.text, mark, None if plain or rewritten else stretch.move


def half_of(stretches: Iterable[tuple[str, str, int | None]], signs: bool) -> Half:
    """One text of several stretches; moved ones begin with their number."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for raw, mark, move in stretches:
        text = printable(raw)
        if move is not None and mark in MOVE_SIGNS and text.strip():
            text = _inside(text, f"{MOVE_SIGNS[Mark(mark)]}{move} ", "")
        if signs and mark in SIGNS and text.strip():
            text = _inside(text, *SIGNS[Mark(mark)])
        parts.append(text)
        if mark != Mark.PLAIN and text:
            spans.append(Span(at, at + len(text), mark, move))
        at += len(text)
    return Half("".join(parts), tuple(spans))


def _inside(text: str, head: str, tail: str) -> str:
    """``text`` between ``head`` and ``tail``, line ends left outside."""
    body = text.strip("\n")
    start = text.index(body)
    return f"{text[:start]}{head}{body}{tail}{text[start + len(body) :]}"


def merged(pair: Pair, *, fold: bool, signs: bool = False) -> Iterator[Level]:
    """Both texts in one, in the left half: what only the old has before what only the new has."""
    rewritten = pair.relation is Relation.REWRITTEN
    plain = not (pair.old and pair.new)
    for row in rows(pair.edits, fold=fold and not rewritten and not plain):
        stretches = [(s.text, Mark.PLAIN if plain else s.mark, s.move) for s in _woven(row)]
        yield Level(half_of(stretches, signs), EMPTY, row.left_out)


def _woven(row: Row) -> Iterator[Stretch]:
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
