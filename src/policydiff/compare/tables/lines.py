"""Which row of a table answers to which of the other's."""

from __future__ import annotations

from policydiff.compare.tables.columns import key_column
from policydiff.compare.tables.grids import Grid
from policydiff.compare.tables.matching import equal_ones, in_gaps, like_ones

SIMILAR_ROW = 0.5
"""Rows whose cells are this alike, taken together, are one row that was changed."""

_BETWEEN = "\x1f"


def matched(old: Grid, new: Grid, columns: dict[int, int]) -> dict[int, int]:
    """Old row → new row: equal ones, those with equal keys, those alike; of tables with one row each, that one."""
    left, right = _texts(old, list(columns)), _texts(new, list(columns.values()))
    found = equal_ones(left, right)
    if (telling := key_column(old, new, columns)) is not None:
        found = _by_key(old.column(telling[0]), new.column(telling[1]), found)
    found = like_ones(left, right, found, at_least=SIMILAR_ROW)
    return in_gaps(len(left), len(right), found) if len(left) == len(right) == 1 else found


def _texts(grid: Grid, columns: list[int]) -> list[str]:
    return [_BETWEEN.join(row[column] for column in columns) for row in grid.keys]


def _by_key(old: tuple[str, ...], new: tuple[str, ...], found: dict[int, int]) -> dict[int, int]:
    """``found`` with the rows left over whose keys are equal."""
    left = [index for index in range(len(old)) if index not in found]
    taken = set(found.values())
    right = [index for index in range(len(new)) if index not in taken]
    more = equal_ones([old[index] for index in left], [new[index] for index in right])
    return {**found, **{left[a]: right[b] for a, b in more.items()}}
