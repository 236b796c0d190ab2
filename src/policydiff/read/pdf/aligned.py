"""Tables without ruled cells: rows in a row whose parts stand in the same columns.

Three columns are believed for themselves, two only between ruled lines (the three-line table of scientific print).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.read.grid import Row
from policydiff.read.pdf.cells import run_together
from policydiff.read.pdf.drawing import Rule
from policydiff.read.pdf.glyphs import Glyph
from policydiff.read.pdf.paragraphs import LEADER
from policydiff.read.pdf.parts import Region
from policydiff.read.pdf.rows import Line, line, segments

_FEWEST_ROWS = 3
_FEWEST_COLUMNS, _FEWEST_COLUMNS_RULED = 3, 2
_PITCH = 3.2
"""Rows further apart than so many sizes of the print are two tables'."""
_NEAR = 2.5
"""Sizes within which a ruled line stands above the first row and below the last."""
_LONGEST_CHARS = 40
"""A part longer than this is prose beside something, no cell of an unruled table."""


@dataclass(frozen=True, slots=True)
class Found:
    """Tables, and the indices of the rows they take."""

    regions: tuple[Region, ...]
    taken: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Parts:
    index: int
    lines: tuple[Line, ...]


def tables(rows: Sequence[Sequence[Glyph]], rules: Sequence[Rule], *, page: int) -> Found:
    """The tables among ``rows``, which stand from top to bottom."""
    regions: list[Region] = []
    taken: set[int] = set()
    run: list[_Parts] = []
    for index, row in enumerate(rows):
        parts = _Parts(index, tuple(made for part in segments(row) if (made := line(part, page=page)) is not None))
        if run and (not _goes_on(run, parts)):
            _close(run, rules, page, regions, taken)
            run = []
        if run or _is_row(parts):
            run.append(parts)
    _close(run, rules, page, regions, taken)
    return Found(tuple(regions), frozenset(taken))


def _is_row(parts: _Parts) -> bool:
    short = all(len(part.text) <= _LONGEST_CHARS and not LEADER.search(part.text) for part in parts.lines)
    return len(parts.lines) >= _FEWEST_COLUMNS_RULED and short


def _goes_on(run: Sequence[_Parts], parts: _Parts) -> bool:
    """Near enough below, and its parts stand in the columns so far; a lone part goes on a cell right of the first."""
    above = run[-1].lines[0]
    if not parts.lines or parts.lines[0].base - above.base > _PITCH * above.size:
        return False
    columns = _columns(run)
    if _is_row(parts):
        return all(sum(_overlap(part, column) for column in columns) <= 1 for part in parts.lines)
    alone = parts.lines[0]
    fits = [number for number, column in enumerate(columns) if column[0] - 2 <= alone.x0 and alone.x1 <= column[1] + 2]
    return len(parts.lines) == 1 and len(fits) == 1 and fits[0] > 0


def _columns(run: Sequence[_Parts]) -> list[tuple[float, float]]:
    """The stretches of the page that the parts cover."""
    found: list[tuple[float, float]] = []
    for x0, x1 in sorted((part.x0, part.x1) for parts in run for part in parts.lines):
        if found and x0 < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _overlap(part: Line, column: tuple[float, float]) -> bool:
    return part.x0 < column[1] and part.x1 > column[0]


def _close(run: Sequence[_Parts], rules: Sequence[Rule], page: int, regions: list[Region], taken: set[int]) -> None:
    """Add the run to ``regions`` where it makes a table."""
    while run and not _is_row(run[-1]):
        run = run[:-1]
    columns = _columns(run)
    whole = [parts for parts in run if _is_row(parts)]
    if len(whole) < _FEWEST_ROWS or len(columns) < _FEWEST_COLUMNS_RULED:
        return
    full = sum(len(parts.lines) >= min(len(columns), _FEWEST_COLUMNS) for parts in whole)
    if not _is_ruled(run, columns, rules) and (len(columns) < _FEWEST_COLUMNS or full < _FEWEST_ROWS):
        return
    edges = (*(column[0] for column in columns), columns[-1][1])
    top, bottom = run[0].lines[0].top, run[-1].lines[0].bottom
    region = Region(page, edges[0], top, edges[-1], bottom, edges, tuple(_squares(run, columns)))
    if region.grid is not None:
        regions.append(region)
        taken |= {parts.index for parts in run}


def _is_ruled(run: Sequence[_Parts], columns: Sequence[tuple[float, float]], rules: Sequence[Rule]) -> bool:
    """A ruled line across all columns above the first row, and one below the last."""
    first, last = run[0].lines[0], run[-1].lines[0]
    wide = [rule for rule in rules if rule.level and rule.x0 <= columns[0][1] and rule.x1 >= columns[-1][0]]
    above = any(-_NEAR * first.size <= rule.top - first.top <= 0.5 * first.size for rule in wide)
    below = any(-0.5 * last.size <= rule.top - last.base <= _NEAR * last.size for rule in wide)
    return above and below


def _squares(run: Sequence[_Parts], columns: Sequence[tuple[float, float]]) -> list[Row]:
    """Texts by row and column; lone parts go on the cell above them."""
    cells: list[list[list[Line]]] = []
    for parts in run:
        if _is_row(parts):
            cells.append([[] for _ in columns])
        for part in parts.lines:
            number = next(i for i, column in enumerate(columns) if _overlap(part, column))
            cells[-1][number].append(part)
    return [tuple(run_together(cell) for cell in row) for row in cells]
