"""Tables written with ``|`` inside a text, as Markdown does."""

from __future__ import annotations

import re

from policydiff.model import Table

_RULE = re.compile(r"^\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?$")


def pipe_tables(text: str) -> tuple[str, list[Table]]:
    """The text without its pipe tables, and the tables, each before the line after it (past the end where none is)."""
    if "|" not in text:
        return text, []
    kept: list[str] = []
    tables: list[Table] = []
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        if index + 1 < len(lines) and lines[index].startswith("|") and _RULE.match(lines[index + 1]):
            last = index + 2
            while last < len(lines) and lines[last].startswith("|"):
                last += 1
            rows = tuple(_cells(line) for line in lines[index + 2 : last])
            tables.append(Table(at=len("\n".join(kept)) + bool(kept), header=_cells(lines[index]), rows=rows))
            index = last
        else:
            kept.append(lines[index])
            index += 1
    return "\n".join(kept), tables


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")))
