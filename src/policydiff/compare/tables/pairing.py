"""Which table of a section answers to which of the other's, and what differs in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policydiff.compare.tables import columns, lines
from policydiff.compare.tables.grids import Grid
from policydiff.compare.tables.matching import Match, equal_ones, merged
from policydiff.edits import Unit
from policydiff.edits import edits as edits_of
from policydiff.model import Edit, EditKind, Relation, Table, TablePair, TableRow

PAIRED = 0.3
"""Tables this alike (0 to 1) are one table that was changed; less is two tables."""

_HEADER_WEIGHT, _ROWS_WEIGHT, _PLACE_WEIGHT = 0.5, 0.4, 0.1


def table_pairs(old: Sequence[Table], new: Sequence[Table], unit: Unit) -> tuple[TablePair, ...]:
    """``old`` and ``new`` aligned with each other; a changed cell is cut by ``unit``."""
    if not old and not new:
        return ()
    left, right = [Grid(table) for table in old], [Grid(table) for table in new]
    found = equal_ones([(grid.names, grid.keys) for grid in left], [(grid.names, grid.keys) for grid in right])
    found |= _alike(left, right, found)
    return tuple(
        _pair(a, b, left[a] if a is not None else _NOTHING, right[b] if b is not None else _NOTHING, unit)
        for a, b in merged(len(left), len(right), found)
    )


_NOTHING = Grid(Table(at=0, header=(), rows=()))


def _alike(old: Sequence[Grid], new: Sequence[Grid], found: dict[int, int]) -> dict[int, int]:
    """The tables left over, the most alike first."""
    taken = set(found.values())
    scored = [
        (_likeness(left, right) + _PLACE_WEIGHT * (1 - abs(a / len(old) - b / len(new))), -a, -b)
        for a, left in enumerate(old)
        for b, right in enumerate(new)
        if a not in found and b not in taken
    ]
    result: dict[int, int] = {}
    for score, a, b in sorted(scored, reverse=True):
        if score >= PAIRED and -a not in result and -b not in result.values():
            result[-a] = -b
    return result


def _likeness(old: Grid, new: Grid) -> float:
    """How much of the headers, and of the columns that tell rows apart, the two share."""
    names = _shared([name for name in old.names if name], [name for name in new.names if name])
    telling = columns.key_column(old, new, columns.matched(old, new))
    rows = _shared(old.column(telling[0]), new.column(telling[1])) if telling is not None else 0.0
    if names is None:
        return (_HEADER_WEIGHT + _ROWS_WEIGHT) * (rows or 0.0)
    return _HEADER_WEIGHT * names + _ROWS_WEIGHT * (rows or 0.0)


def _shared(old: Iterable[str], new: Iterable[str]) -> float | None:
    """The share of what both hold in what either holds; None where one holds nothing."""
    left, right = set(old), set(new)
    return len(left & right) / len(left | right) if left and right else None


def _pair(a: int | None, b: int | None, old: Grid, new: Grid, unit: Unit) -> TablePair:
    found = columns.matched(old, new)
    across = list(_old_order(old.width, new.width, found))
    return TablePair(
        old=a,
        new=b,
        columns=tuple(across),
        header=tuple(_cells(old.header, new.header, across, unit)),
        rows=tuple(
            _row(ends, old, new, across, unit)
            for ends in merged(len(old.rows), len(new.rows), lines.matched(old, new, found))
        ),
    )


def _old_order(old_count: int, new_count: int, found: dict[int, int]) -> Iterator[Match]:
    """Every column once: in the old order, and what only the new side has behind what stands before it there."""
    swapped = merged(new_count, old_count, {new: old for old, new in found.items()})
    return ((old, new) for new, old in swapped)


def _row(ends: Match, old: Grid, new: Grid, across: Sequence[Match], unit: Unit) -> TableRow:
    a, b = ends
    cells = tuple(
        _cells(
            old.rows[a] if a is not None else (),
            new.rows[b] if b is not None else (),
            [(x if a is not None else None, y if b is not None else None) for x, y in across],
            unit,
        )
    )
    return TableRow(relation=_relation(a, b, cells), old=a, new=b, cells=cells)


def _relation(a: int | None, b: int | None, cells: Iterable[Sequence[Edit]]) -> Relation:
    if a is None or b is None:
        return Relation.ONLY_NEW if a is None else Relation.ONLY_OLD
    changed = any(edit.kind is not EditKind.EQUAL for cell in cells for edit in cell)
    return Relation.MODIFIED if changed else Relation.UNCHANGED


def _cells(old: Sequence[str], new: Sequence[str], across: Iterable[Match], unit: Unit) -> Iterator[tuple[Edit, ...]]:
    for a, b in across:
        yield between(old[a] if a is not None else "", new[b] if b is not None else "", unit)


def between(old: str, new: str, unit: Unit) -> tuple[Edit, ...]:
    """The edits from ``old`` to ``new``; what has nothing beside it is one edit."""
    if not old or not new:
        one_sided = ((EditKind.DELETE, old), (EditKind.INSERT, new))
        return tuple(Edit(kind=kind, text=text) for kind, text in one_sided if text)
    if old == new:
        return (Edit(kind=EditKind.EQUAL, text=old),)
    return edits_of(old, new, unit=unit)
