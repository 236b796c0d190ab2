"""Tables over page breaks: which part goes on which, headers repeated, rows cut in two, cells that reach over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.read.grid import Grid, Row, grid

_SAME_EDGES = 6.0
"""Points by which the edges of a table that goes on may differ."""
_MOST_HEADER_ROWS = 3
_FEWEST_DISTINCT = 3
"""Rows that show whether a column's cells ever span several."""
_LAST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Region:
    """A table's place on its page, where its columns begin and end, and its texts by row and column."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]
    squares: tuple[Row, ...]

    @property
    def grid(self) -> Grid | None:
        """What it is for itself; None for a single row."""
        return grid(self.squares)


def joined(first: Region, squares: tuple[Row, ...], second: Region) -> tuple[Row, ...] | None:
    """``squares``, begun in or before ``first``, with the rows of ``second`` where it goes on; else None.

    It goes on in the next page or column, with the same columns.
    """
    if not _follows(first, second):
        return None
    levelled = _levelled(first, squares, second)
    if levelled is None:
        return None
    above, below = levelled
    repeated = 0
    while repeated < min(_MOST_HEADER_ROWS, len(below), len(above)) and above[repeated] == below[repeated]:
        repeated += 1
    return _with_split_row(above, below[repeated:])


def _follows(first: Region, second: Region) -> bool:
    next_page = second.page == first.page + 1 and abs(first.x0 - second.x0) <= _SAME_EDGES
    next_column = second.page == first.page and second.x0 > first.x1
    same = abs((first.x1 - first.x0) - (second.x1 - second.x0)) <= _SAME_EDGES
    return same and (next_page or next_column)


def _levelled(
    first: Region, squares: tuple[Row, ...], second: Region
) -> tuple[tuple[Row, ...], tuple[Row, ...]] | None:
    """Both parts with the same columns, those that only one divides divided in both; None where they do not fit."""
    ours = [edge - first.x0 for edge in first.edges]
    theirs = [edge - second.x0 for edge in second.edges]
    if len(squares[0]) != len(ours) - 1:
        return None
    fewer, more = sorted((ours, theirs), key=len)
    if not all(any(abs(edge - other) <= _SAME_EDGES for other in more) for edge in fewer):
        return None
    if len(ours) == len(theirs):
        return squares, second.squares
    if len(ours) > len(theirs):
        return squares, _divided(second.squares, theirs, ours)
    return _divided(squares, ours, theirs), second.squares


def _divided(squares: Sequence[Row], edges: Sequence[float], finer: Sequence[float]) -> tuple[Row, ...]:
    """The rows by the columns of ``finer``, a cell repeated in each it covers."""
    middles = [(a + b) / 2 for a, b in pairwise(finer)]
    columns = [max(0, sum(edge <= x for edge in edges) - 1) for x in middles]
    return tuple(tuple(row[min(column, len(row) - 1)] for column in columns) for row in squares)


def _with_split_row(above: tuple[Row, ...], below: tuple[Row, ...]) -> tuple[Row, ...]:
    """A row that the break cut in two is one; cells that reach over the break are repeated."""
    if not below:
        return above
    distinct = [_is_distinct([row[column] for row in above[-_LAST_ROWS:]]) for column in range(len(above[-1]))]
    head = below[0]
    empty = [not cell for cell in head]
    if any(hole and own for hole, own in zip(empty, distinct, strict=True)) or 2 * sum(empty) > len(empty):
        whole = tuple(f"{a}{b}" for a, b in zip(above[-1], head, strict=True))
        above, below = (*above[:-1], whole), below[1:]
    return above + _filled(above[-1], below, distinct)


def _is_distinct(values: Sequence[str]) -> bool:
    """A column none of whose cells spans rows: every one filled and another than that above it, or numbered."""
    if values[-1].strip("（）().、 ").isdigit():
        return True
    differ = all(values) and all(a != b for a, b in pairwise(values))
    return len(values) > _FEWEST_DISTINCT and differ


def _filled(above: Row, below: tuple[Row, ...], distinct: Sequence[bool]) -> tuple[Row, ...]:
    """Cells of the first columns that are empty from the break on are parts of the cell above the break."""
    rows = [list(row) for row in below]
    for column, own in enumerate(distinct[:-1]):
        if own:
            break
        for row in rows:
            if row[column]:
                break
            row[column] = above[column]
    return tuple(map(tuple, rows))
