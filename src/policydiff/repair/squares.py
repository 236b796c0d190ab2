"""Units that stand twice in a row (*u u*, a square): where a text without blanks is best covered by them.

The invariant: squares come in order and do not overlap; only stretches around a repeated group of three Han
characters are looked at, because nothing shorter can be trusted (`policydiff.repair.doubled`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_UNIT_CHARS = 64
_REACH_CHARS = 160
"""How far from a square of three Han characters the rest of its zone may lie."""
_LABEL_REACH_CHARS = 8
"""How far before its first three Han characters a unit may begin with a label or a number."""
_COVERED, _BARE = 1, 3
"""Cost of a square and of a character outside any (domain rule D4)."""
_GAP_CHARS = 2
"""Punctuation may be printed once while the words around it are printed twice."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_ANCHOR = re.compile(r"[\u3400-\u9fff]{3}")


class Square(NamedTuple):
    """A unit printed twice: ``[start, end)`` of the text without blanks, of which the first half repeats."""

    start: int
    end: int

    @property
    def half(self) -> int:
        """Length of the unit."""
        return (self.end - self.start) // 2

    def unit(self, text: str) -> str:
        """What stands twice."""
        return text[self.start : self.start + self.half]


def groups(text: str) -> Iterator[list[Square]]:
    """Squares with at most two characters, none of them Han, between one and the next."""
    for start, end in _windows(text):
        group: list[Square] = []
        for square in _cover(text, start, end):
            if group and not _joined(text[group[-1].end : square.start]):
                yield group
                group = []
            group.append(square)
        if group:
            yield group


def _joined(between: str) -> bool:
    return len(between) <= _GAP_CHARS and _HAN.search(between) is None


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches around squares of at least three Han characters."""
    seen: dict[str, int] = {}
    windows: list[tuple[int, int]] = []
    for i in range(len(text) - 2):
        gram = text[i : i + 3]
        half = i - seen[gram] if gram in seen else 0
        seen[gram] = i
        if 3 <= half <= LONGEST_UNIT_CHARS and _ANCHOR.match(gram) and _square_near(text, i, half):
            start, end = max(0, i - half - _REACH_CHARS), min(len(text), i + half + _REACH_CHARS)
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
            else:
                windows.append((start, end))
    return windows


def _square_near(text: str, i: int, half: int) -> bool:
    return any(text[j - half : j] == text[j : j + half] for j in range(i, max(half, i - _LABEL_REACH_CHARS) - 1, -1))


def _cover(text: str, start: int, end: int) -> list[Square]:
    """The cheapest cover of ``[start, end)`` by squares (shortest path)."""
    size = end - start
    cost = [0] * (size + 1)
    half_at = [0] * size
    for i in range(size - 1, -1, -1):
        cost[i] = cost[i + 1] + _BARE
        for half in _halves(text, start + i, end):
            covered = cost[i + 2 * half] + _COVERED
            if covered < cost[i]:
                cost[i], half_at[i] = covered, half
    squares, i = [], 0
    while i < size:
        if half_at[i]:
            squares.append(Square(start + i, start + i + 2 * half_at[i]))
        i += 2 * half_at[i] or 1
    return squares


def _halves(text: str, i: int, end: int) -> Iterator[int]:
    """Lengths of the units that stand twice at ``i``."""
    first, last = text[i], min(end, i + LONGEST_UNIT_CHARS + 1)
    j = text.find(first, i + 1, last)
    while j != -1:
        half = j - i
        if i + 2 * half <= end and text.startswith(text[i:j], j):
            yield half
        j = text.find(first, j + 1, last)
