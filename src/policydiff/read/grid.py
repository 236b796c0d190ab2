"""A format's table of cells → what a reader takes it for: a heading above, a header, rows, notes below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_COLUMNS = 200
"""Columns of one table; what a broken or hostile file spans beyond is cut off."""
_LONGEST_HEADER_CHARS = 40
_FIGURE = re.compile(r"[\d.,，%％±+\-—－~～/／:：<>≥≤≈ ]+")
_SENTENCE = re.compile(r"[。；]")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """``above`` and ``below`` are the rows that are one cell across the table: its title, its notes."""

    above: tuple[str, ...]
    header: Row
    rows: tuple[Row, ...]
    below: tuple[str, ...]

    def lines(self) -> list[str]:
        """Header and rows as lines of a text, cells parted by TAB."""
        return ["\t".join(row) for row in ((self.header, *self.rows) if self.header else self.rows)]


def grid(rows: Sequence[Sequence[str]], *, header_rows: int = 0) -> Grid | None:
    """A table of at least two rows and columns; None where the cells make none.

    Cells that span columns or rows are repeated in each; ``header_rows`` is how many the format itself marks.
    """
    full = _squared([tuple(_one_line(cell) for cell in row[:MAX_COLUMNS]) for row in rows])
    full = _without_empty_columns([row for row in full if any(row)])
    first, last = 0, len(full)
    while first < last and _across(full[first]):
        first += 1
    while last > first and _across(full[last - 1]):
        last -= 1
    body = full[first:last]
    if len(body) < 2 or len(body[0]) < 2:
        return None
    count = max(0, header_rows - first) or _guessed_header(body)
    count = min(count, len(body) - 1)
    header = tuple(_stacked([row[column] for row in body[:count]]) for column in range(len(body[0]))) if count else ()
    return Grid(
        tuple(row[0] for row in full[:first]), header, tuple(body[count:]), tuple(row[0] for row in full[last:])
    )


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _squared(rows: list[Row]) -> list[Row]:
    width = max(map(len, rows), default=0)
    return [row + ("",) * (width - len(row)) for row in rows]


def _without_empty_columns(rows: list[Row]) -> list[Row]:
    """Columns that say nothing, and those that only repeat the one before (spans that no row divides)."""
    if not rows:
        return rows
    columns = list(zip(*rows, strict=True))
    kept = [i for i, column in enumerate(columns) if any(column) and (i == 0 or column != columns[i - 1])]
    return [tuple(row[i] for i in kept) for row in rows]


def _across(row: Row) -> bool:
    return len(row) > 1 and bool(row[0]) and len(set(row)) == 1


def _guessed_header(rows: Sequence[Row]) -> int:
    """How many rows are a header: the first where its cells are short names; more where a cell spans several."""
    if not _names(rows[0]) or len(rows) < 2:
        return 0
    count = 1
    while count < len(rows) - 1 and _shares(rows[count - 1], rows[count]) and _names(rows[count]):
        count += 1
    return count


def _names(row: Row) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) >= max(2, len(row) - 1) and all(
        len(cell) <= _LONGEST_HEADER_CHARS and not _FIGURE.fullmatch(cell) and not _SENTENCE.search(cell)
        for cell in filled
    )


def _shares(upper: Row, lower: Row) -> bool:
    """A cell of the header reaches down into the next row, and another is divided there."""
    same = [a == b for a, b in zip(upper, lower, strict=True)]
    return any(same) and not all(same) and len(set(upper)) < len(upper)


def _stacked(cells: Sequence[str]) -> str:
    """A column's name from the rows of a header: 目标值 over 2025年 reads 目标值 2025年."""
    return " ".join(dict.fromkeys(filter(None, cells)))
