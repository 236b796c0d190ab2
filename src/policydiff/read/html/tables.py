"""Tables of a page: those that hold data as grids; those that only place text on the page are none."""

from __future__ import annotations

import re

from policydiff.read.grid import MAX_COLUMNS, Grid, grid
from policydiff.read.html.elements import PARAGRAPHS
from policydiff.read.html.nodes import Node

MAX_SPAN_ROWS = 1_000
"""Rows one cell may span: more is a mistake of the page, or meant to exhaust memory."""
MAX_CELLS = 200_000
_LONG_CHARS = 400
_LONG_SHARE = 0.5
"""A cell with several paragraphs and so much of a table's text makes it a frame for text."""


def data(table: Node) -> Grid | None:
    """The grid of a table with data; None where it only places text on the page."""
    rows = _rows(table)
    if not rows or any(_frames(cell, table) for row in rows for cell in row):
        return None
    heads = 0
    for row in rows:
        if not all(cell.tag == "th" for cell in row):
            break
        heads += 1
    return grid(_spread(rows), header_rows=max(heads, _in_head(table)))


def _rows(table: Node) -> list[list[Node]]:
    """Cells by row; those of tables inside cells are not among them."""
    rows = []
    for part in _elements(table):
        for row in [part] if part.tag == "tr" else _elements(part) if part.tag in ("thead", "tbody", "tfoot") else []:
            cells = [cell for cell in _elements(row) if cell.tag in ("td", "th")] if row.tag == "tr" else []
            if cells:
                rows.append(cells)
    return rows


def _in_head(table: Node) -> int:
    return sum(len([r for r in _elements(part) if r.tag == "tr"]) for part in _elements(table) if part.tag == "thead")


def _elements(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node)]


def _frames(cell: Node, table: Node) -> bool:
    """A cell with a table in it, or with most of the table's text in several paragraphs, places text."""
    if any(inner.tag == "table" for inner in cell.walk()):
        return True
    text = cell.text()
    if len(text) < _LONG_CHARS:
        return False
    paragraphs = sum(inner.tag in PARAGRAPHS for inner in cell.walk())
    return paragraphs >= 3 and len(text) >= _LONG_SHARE * len(table.text())


def _spread(rows: list[list[Node]]) -> list[list[str]]:
    """Texts by row and column, a spanning cell repeated in every place it covers."""
    placed: dict[tuple[int, int], str] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in placed:
                column += 1
            text = _text(cell)
            across, down = _span(cell, "colspan", MAX_COLUMNS), _span(cell, "rowspan", MAX_SPAN_ROWS)
            for below in range(min(down, len(rows) - number)):
                for beside in range(across):
                    if column + beside < MAX_COLUMNS and len(placed) < MAX_CELLS:
                        placed.setdefault((number + below, column + beside), text)
            column += across
        width = max(width, min(column, MAX_COLUMNS))
    return [[placed.get((row, column), "") for column in range(width)] for row in range(len(rows))]


def _span(cell: Node, name: str, most: int) -> int:
    value = re.match(r"\s*(\d{1,6})", cell.get(name))
    return min(max(1, int(value[1])), most) if value else 1


def _text(cell: Node) -> str:
    """A cell's text, its paragraphs parted by a blank."""
    pieces: list[str] = []
    stack: list[Node | str] = [cell]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
        else:
            if item.tag in PARAGRAPHS:
                pieces.append("\n")
            stack += reversed(item.children)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return " ".join(filter(None, (re.sub(r"(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])", "", line) for line in lines)))
