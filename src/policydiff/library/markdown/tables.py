"""A table as Markdown's pipe table, and back.

Invariant: ``read(write(header, rows)) == (header, rows)``: cells may hold anything, rows any number of cells. A
table without a header says so in a comment before it (see `policydiff.library.markdown.writer`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.library.markdown.lines import hidden, shown

Row = tuple[str, ...]

_DELIMITER = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*\Z")
_CELL = re.compile(r"(?:[^|\\]|\\.)*", re.S)


def write(header: Row, rows: Sequence[Row]) -> list[str]:
    """The table's lines. A header of no cells is written as empty ones, as many as the longest row has."""
    width = max([len(header), 1] if header else [1, *map(len, rows)])
    return [_line(header or ("",) * width), "|" + " --- |" * width, *map(_line, rows)]


def read(lines: Sequence[str]) -> tuple[Row, tuple[Row, ...]]:
    """Header and rows of a table's ``lines``; the line of dashes may be missing."""
    header, *rows = lines
    if rows and _DELIMITER.match(rows[0].strip(" \t\r")):
        rows = rows[1:]
    return _cells(header), tuple(map(_cells, rows))


def _line(row: Row) -> str:
    return "|" + "".join(f" {_encoded(cell)} |" for cell in row)


def _cells(line: str) -> Row:
    inner = line.strip(" \t\r").removeprefix("|")
    found, position = [], 0
    while position < len(inner):
        match = _CELL.match(inner, position)
        end = match.end() if match else position
        found.append(_decoded(inner[position:end]))
        position = end + 1 if end == position or end < len(inner) else end
    return tuple(found)


def _encoded(cell: str) -> str:
    lines = (re.sub(r"[\\|]", r"\\\g<0>", hidden(line)).replace("<br>", "&#x3c;br>") for line in cell.split("\n"))
    return "<br>".join(lines)


def _decoded(cell: str) -> str:
    lines = cell.strip(" \t").split("<br>")
    return "\n".join(shown(re.sub(r"\\([\\|])", r"\1", line)) for line in lines)
