"""Where the lines of a page or column begin and end when they are full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from policydiff.read.pdf.rows import Line

_FEW_LINES = 6
_INDENT = 1.2
"""Sizes: what begins further in than this is indented."""


class Margins(NamedTuple):
    """The left and right ends of full lines, in points."""

    left: float
    right: float

    def slack(self, line: Line) -> float:
        """How many characters more the line could hold."""
        return (self.right - line.x1) / line.size

    def indent(self, line: Line) -> float:
        """How many characters the line is moved in."""
        return (line.x0 - self.left) / line.size

    def is_centred(self, line: Line) -> bool:
        """Equal space on both sides, and enough of it."""
        before, after = self.indent(line), self.slack(line)
        return before > _INDENT and after > _INDENT and abs(before - after) <= max(1.6, 0.12 * (before + after))


def margins(lines: Sequence[Line]) -> Mapping[tuple[int, int], Margins]:
    """Margins by page and column; a page with few lines has those of its document."""
    columns: dict[int, list[Line]] = {}
    places: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
        places.setdefault((line.page, line.column), []).append(line)
    usual = {column: _of(of_column) for column, of_column in columns.items()}
    found = {}
    for (page, column), here in places.items():
        general, own = usual[column], _of(here)
        size = median(line.size for line in here)
        same = abs(own.left - general.left) <= 3 * size and own.right <= general.right + 1.5 * size
        found[page, column] = general if len(here) < _FEW_LINES or same else own
    return found


def _of(lines: Sequence[Line]) -> Margins:
    lefts = sorted(line.x0 for line in lines)
    rights = sorted(line.x1 for line in lines)
    return Margins(lefts[int(0.05 * (len(lefts) - 1))], rights[round(0.92 * (len(rights) - 1))])
