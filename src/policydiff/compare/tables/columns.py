"""Which column of a table answers to which of the other's, and which of them tells the rows apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.compare.tables.grids import Grid
from policydiff.compare.tables.matching import equal_ones, in_gaps, like_ones

SIMILAR_NAME = 0.7
"""Columns whose names are this alike (1 − Indel distance) are one: 2020年目标, 2025年目标 0.83; 单位, 责任单位 0.67."""

_NUMBERS = re.compile(r"[\d.．、()（）]*|[一二三四五六七八九十]+")
"""What a column of row numbers holds."""


def matched(old: Grid, new: Grid) -> dict[int, int]:
    """Old column → new column: by name, by likeness of names, then by place between those."""
    if not any(old.names) or not any(new.names):
        shared = min(old.width, new.width)
        return {index: index for index in range(shared)}
    found = like_ones(old.names, new.names, equal_ones(old.names, new.names), at_least=SIMILAR_NAME)
    return in_gaps(old.width, new.width, found)


def key_column(old: Grid, new: Grid, columns: dict[int, int]) -> tuple[int, int] | None:
    """The pair of columns that best tells which row is which: distinct in each table, shared by both.

    The first of equally good ones; a column of numbers (序号) only where there is no other.
    """
    scored = [(_worth(old.column(a), new.column(b)), -a, (a, b)) for a, b in columns.items()]
    best = max(scored, default=None)
    return best[2] if best is not None and best[0] > 0 else None


def _worth(old: Sequence[str], new: Sequence[str]) -> float:
    left, right = {cell for cell in old if cell}, {cell for cell in new if cell}
    fewer = min(len(left), len(right))
    if not fewer:
        return 0.0
    shared = len(left & right) / fewer
    distinct = len(left) * len(right) / (len(old) * len(new))
    numbers = all(map(_NUMBERS.fullmatch, left | right))
    return shared * distinct * (0.1 if numbers else 1.0)
