"""A compared table in the terminal: one grid, changes marked inside the cells, rows that came or went told by a sign.

Unchanged rows between changed ones are folded. The grid is as wide as its cells need, and no wider than the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from policydiff.messages import ngettext
from policydiff.model import Edit, Relation, TablePair, TableRow
from policydiff.report.marks import Marker
from policydiff.report.typesetting import set_in_lines
from policydiff.synopsis.marks import Mark, mark_of

if TYPE_CHECKING:
    from rich.text import Text

SIGNS = {Relation.UNCHANGED: " ", Relation.MODIFIED: "~", Relation.ONLY_OLD: "-", Relation.ONLY_NEW: "+"}
"""What stands before a row."""

FOLDED_ROWS = 3
"""So many unchanged rows in a row are folded into one line."""

LEAST_COLUMN, SEPARATOR, CROSSING, RULE = 4, " │ ", "─┼─", "─"
INDENT = 2


def table_lines(pair: TablePair, marker: Marker, width: int, *, fold: bool) -> Iterator[Text]:
    """The lines of ``pair``, none wider than ``width`` cells; ``fold`` leaves unchanged rows out."""
    from rich.text import Text

    alone = pair.old is None or pair.new is None
    header = [_cell(cell, marker, alone) for cell in pair.header]
    rows = [(row, [_cell(cell, marker, alone) for cell in row.cells]) for row in pair.rows]
    widths = _widths([header, *(cells for _, cells in rows)], width - INDENT)
    if any(cell.plain for cell in header):
        for cell in header:
            cell.stylize("bold")
        yield from _line(" ", header, widths)
        yield Text(" " * INDENT + CROSSING.join(RULE * size for size in widths), style="dim")
    for folded, group in groupby(rows, lambda item: fold and item[0].relation is Relation.UNCHANGED):
        found = list(group)
        if folded and len(found) >= FOLDED_ROWS:
            yield _fold(len(found))
            continue
        for row, cells in found:
            yield from _line(_sign(row, alone), cells, widths)


def _sign(row: TableRow, alone: bool) -> str:
    return " " if alone else SIGNS[row.relation]


def _cell(edits: Sequence[Edit], marker: Marker, alone: bool) -> Text:
    from rich.text import Text

    text = Text()
    for edit in edits:
        marker.append(text, edit.text, Mark.PLAIN if alone else mark_of(edit), edit.move)
    return text


def _widths(rows: Sequence[Sequence[Text]], room: int) -> list[int]:
    """Each column's width: what its longest line needs, and a fair share of the room where that is too little."""
    from rich.cells import cell_len

    count = max(map(len, rows), default=0)
    needed = [
        max((cell_len(line) for row in rows for line in row[column].plain.split("\n")), default=0)
        for column in range(count)
    ]
    room -= len(SEPARATOR) * (count - 1)
    widths = [0] * count
    left = sorted(range(count), key=needed.__getitem__)
    for place, column in enumerate(left):
        share = max(LEAST_COLUMN, room // (count - place))
        widths[column] = min(max(needed[column], 1), share)
        room -= widths[column]
    return widths


def _line(sign: str, cells: Sequence[Text], widths: Sequence[int]) -> Iterator[Text]:
    """A row of the grid, as many lines high as its highest cell."""
    from rich.text import Text

    columns = [set_in_lines(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns), default=0)):
        line = Text(sign.ljust(INDENT) if number == 0 else " " * INDENT)
        for place, (column, size) in enumerate(zip(columns, widths, strict=True)):
            part = column[number] if number < len(column) else Text()
            if place:
                line.append(SEPARATOR, style="dim")
            line.append_text(part)
            if place < len(widths) - 1:
                line.append(" " * (size - part.cell_len))
        yield line


def _fold(count: int) -> Text:
    from rich.text import Text

    note = ngettext("…… {count} row unchanged ……", "…… {count} rows unchanged ……", count).format(count=count)
    return Text(" " * INDENT + note, style="dim")
