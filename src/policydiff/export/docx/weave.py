"""Two documents as one sequence of kept, deleted and inserted text, in which moved passages are known.

What the rows of a comparison have in common is laid over the lines of both documents; of all that, the heaviest part
that stands in the same order on both sides is kept, and the rest is deleted here and inserted there. Invariants: kept
and deleted text, joined, is the old document's; kept and inserted text is the new one's; the last LF is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.edits import Unit, edits
from policydiff.export.docx.flat import Flat, Piece
from policydiff.keys import key
from policydiff.model import Comparison, Edit, EditKind, Pair, Section

MOVE_CHARACTERS = 10
"""A shorter passage that stands elsewhere is deleted and inserted, which says all there is to say."""


LEAST_COMMON = 0.2
"""Of a row with less in common, the old text is deleted whole and the new one inserted whole."""


@dataclass(frozen=True, slots=True)
class Op:
    """``text`` is kept, deleted or inserted; it stands from ``old`` and ``new`` on in the documents' lines.

    ``move`` numbers both halves of a moved passage.
    """

    kind: EditKind
    text: str
    old: int
    new: int
    move: int | None = None


class Same(NamedTuple):
    """``size`` characters from ``old`` on are those from ``new`` on."""

    old: int
    new: int
    size: int


def weave(comparison: Comparison, old: Flat, new: Flat) -> list[Op]:
    """The operations that make ``new`` of ``old``, the lines of the comparison's documents."""
    found = sorted(_common(comparison, old, new))
    kept = _heaviest(found)
    anchors = _shifted(_anchored(_extended(kept, old.text, new.text), old.text, new.text), old.text, new.text)
    moves = _moves(set(found) - set(kept), anchors, old.text)
    return list(_operations(anchors, moves, old.text, new.text))


def _common(comparison: Comparison, old: Flat, new: Flat) -> Iterator[Same]:
    """What both documents say, row by row: texts, tables' cells, titles."""
    sections = {s.id: s for s in comparison.old.walk()}, {s.id: s for s in comparison.new.walk()}
    for pair in comparison.pairs:
        if _common_share(pair) < LEAST_COMMON:
            continue
        yield from _overlaid(
            pair.edits, _pieces(pair.old, old.texts, sections[0]), _pieces(pair.new, new.texts, sections[1])
        )
        yield from _cells(pair, old, new)
    unit = Unit(comparison.settings.get("unit", Unit.CHAR))
    for one, other in _titles(comparison.pairs, *sections):
        yield from _lines(old, new, old.titles.get(one), new.titles.get(other), unit)
    yield from _lines(old, new, old.titles[""], new.titles[""], unit)
    yield from _lines(old, new, old.closing, new.closing, unit)


def _common_share(pair: Pair) -> float:
    """How much of the shorter side of a row is equal."""
    edits = tuple(pair.all_edits)
    shorter = min(sum(len(edit.old) for edit in edits), sum(len(edit.new) for edit in edits))
    return sum(len(edit.old) for edit in edits if edit.kind is EditKind.EQUAL) / shorter if shorter else 0.0


def _pieces(ids: Iterable[str], places: dict[str, list[Piece]], sections: dict[str, Section]) -> list[Piece]:
    """Where the joined texts of a row's sections stand."""
    result, start = [], 0
    for name in ids:
        result += [Piece(start + a, start + b, place) for a, b, place in places.get(name, ())]
        start += len(sections[name].text) + 1 if name in sections else 0
    return result


def _cells(pair: Pair, old: Flat, new: Flat) -> Iterator[Same]:
    """What the cells of a row's tables have in common."""
    left = [table for name in pair.old for table in old.cells.get(name, ())]
    right = [table for name in pair.new for table in new.cells.get(name, ())]
    for table in pair.tables:
        if table.old is None or table.new is None:
            continue
        lines = [(0, 0, table.header)]
        for row in table.rows:
            if row.old is not None and row.new is not None:
                lines.append((row.old + 1, row.new + 1, row.cells))
        for here, there, cells in lines:
            for (one, other), edits_of_cell in zip(table.columns, cells, strict=False):
                if one is not None and other is not None:
                    yield from _overlaid(edits_of_cell, [left[table.old][here][one]], [right[table.new][there][other]])


def _lines(old: Flat, new: Flat, one: Piece | None, other: Piece | None, unit: Unit) -> Iterator[Same]:
    """What two lines have in common."""
    if one is None or other is None:
        return iter(())
    left = old.text[one.place : one.place + one.end]
    right = new.text[other.place : other.place + other.end]
    if left == right:
        return iter((Same(one.place, other.place, len(left)),) if left else ())
    return _overlaid(edits(left, right, unit=unit), [one], [other])


def _overlaid(found: Sequence[Edit], old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Same]:
    here = there = 0
    for edit in found:
        if edit.kind is EditKind.EQUAL:
            for first, second, size in _exactly(edit.old, edit.new):
                yield from _placed(here + first, there + second, size, old, new)
        here += len(edit.old)
        there += len(edit.new)


def _exactly(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Where two texts that are equal on the key are equal to the character."""
    if old == new:
        yield 0, 0, len(old)
        return
    if len(old) == len(new):
        start = None
        for place in range(len(old) + 1):
            if place < len(old) and old[place] == new[place]:
                start = place if start is None else start
            elif start is not None:
                yield start, start, place - start
                start = None
        return
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    if head:
        yield 0, 0, head
    if tail:
        yield len(old) - tail, len(new) - tail, tail


def _placed(here: int, there: int, size: int, old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Same]:
    """The stretch in the documents' lines; what stands between pieces (LF that joins sections) is left out."""
    for a in old:
        first, last = max(here, a.start), min(here + size, a.end)
        for b in new if first < last else ():
            start = max(first - here, b.start - there)
            end = min(last - here, b.end - there)
            if start < end:
                yield Same(a.place + here + start - a.start, b.place + there + start - b.start, end - start)


def _titles(pairs: Sequence[Pair], old: dict[str, Section], new: dict[str, Section]) -> Iterator[tuple[str, str]]:
    """Sections whose titles are to be compared: those of a row with one heading, the only one left of a row, and
    those outside all rows with one heading, in order."""
    rows = {name for pair in pairs for name in pair.old}, {name for pair in pairs for name in pair.new}
    for pair in pairs:
        if pair.old and pair.new:
            yield from _matched(pair.old, pair.new, old, new, lone=True)
    bare = [name for name in old if name not in rows[0]], [name for name in new if name not in rows[1]]
    yield from _matched(*bare, old, new, lone=False)


def _matched(
    left: Sequence[str], right: Sequence[str], old: dict[str, Section], new: dict[str, Section], *, lone: bool
) -> Iterator[tuple[str, str]]:
    waiting: dict[str, list[str]] = defaultdict(list)
    for name in right:
        if name in new:
            waiting[key(new[name].heading)].append(name)
    rest = []
    for name in left:
        if name in old:
            there = waiting[key(old[name].heading)]
            if there:
                yield name, there.pop(0)
            else:
                rest.append(name)
    remaining = [name for names in waiting.values() for name in names]
    if lone and len(rest) == len(remaining) == 1:
        yield rest[0], remaining[0]


def _heaviest(found: Sequence[Same]) -> list[Same]:
    """The part of ``found`` (sorted, free of overlaps) that ascends on both sides and has the most characters."""
    ranks = {new: rank for rank, new in enumerate(sorted(item.new for item in found), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(found) + 1)
    before: list[int] = []
    for index, item in enumerate(found):
        best, rank = (0, -1), ranks[item.new] - 1
        while rank > 0:
            best = max(best, tree[rank])
            rank -= rank & -rank
        before.append(best[1])
        value, rank = (best[0] + item.size, index), ranks[item.new]
        while rank <= len(found):
            tree[rank] = max(tree[rank], value)
            rank += rank & -rank
    best, rank = (0, -1), len(found)
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    chain, index = [], best[1]
    while index >= 0:
        chain.append(found[index])
        index = before[index]
    return chain[::-1]


def _extended(kept: Sequence[Same], old: str, new: str) -> list[Same]:
    """``kept`` with the ends of lines and cells beside each stretch."""
    result: list[Same] = []
    here = there = 0
    for index, item in enumerate(kept):
        ends = (kept[index + 1].old, kept[index + 1].new) if index + 1 < len(kept) else (len(old), len(new))
        before = _line_ends(old[here : item.old][::-1], new[there : item.new][::-1])
        here, there = item.old + item.size, item.new + item.size
        after = _line_ends(old[here : ends[0]], new[there : ends[1]])
        here, there = here + after, there + after
        result.append(Same(item.old - before, item.new - before, before + item.size + after))
    return result


def _line_ends(one: str, other: str) -> int:
    """With how many of the same ends of lines and cells both texts begin."""
    ends = ((a, b) for a, b in zip(one, other, strict=False))
    return next((n for n, (a, b) in enumerate(ends) if a != b or a not in "\t\n"), min(len(one), len(other)))


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _anchored(kept: list[Same], old: str, new: str) -> list[Same]:
    """``kept`` with the last LF of both documents: the end of a Word document can be neither deleted nor inserted."""
    last = Same(len(old) - 1, len(new) - 1, 1)
    while kept:
        a, b, size = kept[-1]
        over = max(a + size - last.old, b + size - last.new, 0)
        if not over:
            break
        kept.pop()
        if size > over:
            kept.append(Same(a, b, size - over))
    return [*kept, last]


def _shifted(anchors: Sequence[Same], old: str, new: str) -> list[Same]:
    """``anchors`` in which whole lines that only one side has end with their own LF, not with that of the line before.

    But where a line also grew (or shrank) at its end, the LF of the last of the lines that follow it is kept, as Word
    itself has it; LibreOffice would take the two changes and what is between them for one.
    """
    result: list[Same] = []
    here = there = 0
    for index, item in enumerate(anchors[:-1]):
        a, b, size = item
        following = anchors[index + 1]
        alone = new.find("\n", there, b) < 0 if old[here:a][:1] == "\n" else old.find("\n", here, a) < 0
        if old[a] == "\n" and alone and (old[here:a][:1] == "\n") != (new[there:b][:1] == "\n"):
            result.append(Same(here, b, 1) if old[here:a][:1] == "\n" else Same(a, there, 1))
            a, b, size = a + 1, b + 1, size - 1
        elif size == 1 and old[a] == "\n":
            if here < a and old[a - 1] != "\n" and old[a + 1 : following.old][-1:] == "\n":
                a = following.old - 1
            if there < b and new[b - 1] != "\n" and new[b + 1 : following.new][-1:] == "\n":
                b = following.new - 1
        if size:
            result.append(Same(a, b, size))
        here, there = a + size, b + size
    return [*result, anchors[-1]]


def _moves(candidates: Iterable[Same], anchors: Sequence[Same], old: str) -> list[Same]:
    """The passages that stand elsewhere, in the old order, where none of their characters is kept."""
    free_old, free_new = _Free([(a.old, a.size) for a in anchors]), _Free([(a.new, a.size) for a in anchors])
    return [
        item
        for item in sorted(candidates)
        if len(old[item.old : item.old + item.size].strip()) >= MOVE_CHARACTERS
        and free_old.holds(item.old, item.size)
        and free_new.holds(item.new, item.size)
    ]


class _Free:
    """What lies between stretches (start, size), which are in order."""

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _size in taken]
        self._ends = [start + size for start, size in taken]

    def holds(self, start: int, size: int) -> bool:
        """True where nothing of the stretch is taken."""
        place = bisect_left(self._starts, start + size)
        return place == 0 or self._ends[place - 1] <= start


def _operations(anchors: Sequence[Same], moves: Sequence[Same], old: str, new: str) -> Iterator[Op]:
    gone = _Pieces(EditKind.DELETE, old, sorted((m.old, m.size, n) for n, m in enumerate(moves, 1)))
    come = _Pieces(EditKind.INSERT, new, sorted((m.new, m.size, n) for n, m in enumerate(moves, 1)))
    here = there = 0
    for a, b, size in anchors:
        lines = (
            (_lines_end(old, here, a), _lines_end(new, there, b)) if _fresh(old, here, new, there) else (here, there)
        )
        for end, other in (lines, (a, b)):
            yield from (Op(gone.kind, text, place, other, move) for text, place, move in gone.between(here, end))
            yield from (Op(come.kind, text, end, place, move) for text, place, move in come.between(there, other))
            here, there = end, other
        yield Op(EditKind.EQUAL, old[a : a + size], a, b)
        here, there = a + size, b + size


def _fresh(old: str, here: int, new: str, there: int) -> bool:
    """True where a line begins on both sides."""
    return old[here - 1 : here] in {"", "\n"} and new[there - 1 : there] in {"", "\n"}


def _lines_end(text: str, start: int, end: int) -> int:
    """Where the last whole line of ``text`` between ``start`` and ``end`` ends; ``start`` where there is none."""
    return max(text.rfind("\n", start, end) + 1, start)


@dataclass(slots=True)
class _Pieces:
    """What is deleted or inserted: ``moves`` (start, size, number) in order, and the rest of ``text``."""

    kind: EditKind
    text: str
    moves: list[tuple[int, int, int]]

    def between(self, start: int, end: int) -> Iterator[tuple[str, int, int | None]]:
        """Text, place and move of each piece from ``start`` to ``end``, asked for in order."""
        while self.moves and self.moves[0][0] < end:
            first, size, number = self.moves.pop(0)
            if start < first:
                yield self.text[start:first], start, None
            last = min(first + size, end)
            if last < first + size:
                self.moves.insert(0, (last, first + size - last, number))
            yield self.text[first:last], first, number
            start = last
        if start < end:
            yield self.text[start:end], start, None
