"""Footnotes: the smaller lines at the foot of a page that begin with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.read.pdf.rows import Line

_SMALLER = 0.9
"""Print of at most this share of the text's size."""
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳*＊†‡※]|\[\d{1,3}\]|〔\d{1,3}〕|\d{1,3}(?=[^\d.．、\s)）]|\s)|注\s*\d*[:：]")


def notes(lines: Sequence[Line], size: float) -> frozenset[int]:
    """The lines (by identity) that are footnotes of their page; ``size`` is that of the text."""
    below: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if line.size > _SMALLER * size:
            break
        below.append(line)
    if not below or len(below) == len(lines):
        return frozenset()
    below.reverse()
    first = next((i for i, line in enumerate(below) if _MARK.match(line.text)), None)
    return frozenset() if first is None else frozenset(id(line) for line in below[first:])
