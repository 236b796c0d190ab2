"""Fake bold: headings whose every font run is printed twice (damage class D4).

``一、指导思想一、指导思想``, ``国国发发202120212929 号)号)``: a zone is a row of squares *u u*. Where a PDF's typesetter drew bold
by printing twice, the doubling is the only trace of where a heading begins and ends, so every zone that is folded
is also reported as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.repair.finding import Finding

KIND = "doubled"

_LONGEST_UNIT_CHARS = 64
_REACH_CHARS = 160
"""How far from a square of three Han characters the rest of its zone may lie."""
_LABEL_REACH_CHARS = 8
_COVERED, _BARE = 1, 3
"""Cost of a square and of a character outside any (domain rule D4)."""
_GAP_CHARS = 2
_HAN = r"\u3400-\u9fff"
_ANCHOR = re.compile(rf"[{_HAN}]{{3}}")
_LABEL = re.compile(r"^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百\d]{1,4}[）)]|第[一二三四五六七八九十百\d]{1,5}[编篇章节条]|\d{1,2}[.．、])")  # fmt: skip
_FRONT_WORDS = frozenset({"目录", "目錄", "前言", "附件", "附录", "附錄", "序言"})
_COLUMN_WORDS = frozenset({"预期性", "預期性", "约束性", "約束性"})
_NUMBER_OR_DATE = re.compile(
    r"[发發字函办辦规規令标標技金信][〔\[]?(?:19|20)\d\d[〕\]]?\d{1,5}号|(?:19|20)\d\d年\d{1,2}月"
)


class Square(NamedTuple):
    """A unit printed twice: ``[start, end)`` of the text without blanks, of which the first half repeats."""

    start: int
    end: int

    @property
    def half(self) -> int:
        """Length of the unit."""
        return (self.end - self.start) // 2


def find(text: str) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Findings that delete each first copy, and the zones (ranges of ``text``) they make headings of."""
    findings: list[Finding] = []
    zones: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        dense, places = _without_blanks(line[0], line.start())
        for zone in _zones(dense):
            for square in zone:
                start, middle = places[square.start], places[square.start + square.half]
                findings.append(Finding(start, middle, "", 0.95))
            zones += [(places[part[0].start], places[part[-1].end - 1] + 1) for part in _headings(dense, zone)]
    return findings, zones


def _headings(text: str, zone: list[Square]) -> Iterator[list[Square]]:
    """A zone may hold several headings, one below the other: each label begins a new one."""
    part: list[Square] = []
    for square in zone:
        if part and _LABEL.match(text[square.start : square.start + square.half]):
            yield part
            part = []
        part.append(square)
    yield part


def _without_blanks(line: str, offset: int) -> tuple[str, list[int]]:
    places = [offset + i for i, c in enumerate(line) if not c.isspace()]
    return "".join(line.split()), places


def _zones(text: str) -> Iterator[list[Square]]:
    for start, end in _windows(text):
        squares = _cover(text, start, end)
        for group in _grouped(text, squares):
            for zone in _trusted(text, group):
                yield zone


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches around squares of at least three Han characters; elsewhere nothing can be folded."""
    seen: dict[str, int] = {}
    windows: list[tuple[int, int]] = []
    for i in range(len(text) - 2):
        gram = text[i : i + 3]
        half = i - seen.get(gram, -1000)
        seen[gram] = i
        if 3 <= half <= _LONGEST_UNIT_CHARS and _ANCHOR.match(gram) and _square_near(text, i, half):
            start, end = max(0, i - half - _REACH_CHARS), min(len(text), i + half + _REACH_CHARS)
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
            else:
                windows.append((start, end))
    return windows


def _square_near(text: str, i: int, half: int) -> bool:
    """A unit may begin with a label or number, up to some characters before its first Han trigram."""
    return any(text[j - half : j] == text[j : j + half] for j in range(i, max(half, i - _LABEL_REACH_CHARS) - 1, -1))


def _cover(text: str, start: int, end: int) -> list[Square]:
    """The cheapest cover of a window by squares (shortest path)."""
    size = end - start
    cost = [0.0] * (size + 1)
    step: list[int] = [1] * (size + 1)
    for i in range(size - 1, -1, -1):
        cost[i], step[i] = cost[i + 1] + _BARE, 0
        for half in _halves(text, start + i, end):
            c = cost[i + 2 * half] + _COVERED
            if c < cost[i]:
                cost[i], step[i] = c, half
    squares, i = [], 0
    while i < size:
        if step[i]:
            squares.append(Square(start + i, start + i + 2 * step[i]))
        i += 2 * step[i] or 1
    return squares


def _halves(text: str, i: int, end: int) -> Iterator[int]:
    """Lengths of the units that stand twice at ``i``."""
    first = text[i]
    j = text.find(first, i + 1, min(end, i + _LONGEST_UNIT_CHARS + 1))
    while j != -1:
        half = j - i
        if i + 2 * half <= end and text.startswith(text[i:j], j):
            yield half
        j = text.find(first, j + 1, min(end, i + _LONGEST_UNIT_CHARS + 1))


def _grouped(text: str, squares: list[Square]) -> Iterator[list[Square]]:
    group: list[Square] = []
    for square in squares:
        if group:
            between = text[group[-1].end : square.start]
            if len(between) > _GAP_CHARS or re.search(rf"[{_HAN}]", between):
                yield group
                group = []
        group.append(square)
    if group:
        yield group


def _trusted(text: str, group: list[Square]) -> Iterator[list[Square]]:
    """The part of a group that domain rule D4 (a)-(c) allows to fold."""
    group = _trimmed(text, group)
    if not group:
        return
    units = [text[s.start : s.start + s.half] for s in group]
    if _third_copy(text, group):
        return
    if len(group) == 1:
        if _single(text, group[0], units[0]):
            yield group
        return
    folded = _folded(text, group)
    longest = max(map(_han, units))
    if _COLUMN_WORDS.intersection(units) or all("、" in unit and not _LABEL.match(unit) for unit in units):
        return
    if (sum(map(_han, units)) >= 6 and longest >= 3) or (len(group) >= 3 and _NUMBER_OR_DATE.search(folded)):
        yield group


def _trimmed(text: str, group: list[Square]) -> list[Square]:
    """Squares at a zone's ends that are words of their own (人人, 年年) do not belong to it."""
    while len(group) > 1 and _casual(text, group[0]) and not _LABEL.match(text[group[0].start :]):
        group = group[1:]
    return group


def _casual(text: str, square: Square) -> bool:
    return square.half == 1 and _han(text[square.start]) == 1 and square.start > 0 and _han(text[square.start - 1]) == 1


def _single(text: str, square: Square, unit: str) -> bool:
    if unit in _FRONT_WORDS:
        return square.start == 0 or not _han(text[square.start - 1]) or square.half >= 2
    return _han(unit) >= 5 and (bool(_LABEL.match(unit)) or not re.search("[、，；,;]", unit))


def _third_copy(text: str, group: list[Square]) -> bool:
    """A unit of several characters that stands a third time beside its square is a list, not fake bold."""
    for square in group:
        if square.half < 2:
            continue
        unit = text[square.start : square.start + square.half]
        if text.startswith(unit, square.end) or text.endswith(unit, 0, square.start):
            return True
    return False


def _folded(text: str, group: list[Square]) -> str:
    pieces, done = [], group[0].start
    for square in group:
        pieces += [text[done : square.start], text[square.start : square.start + square.half]]
        done = square.end
    return "".join(pieces)


def _han(text: str) -> int:
    return sum("\u3400" <= c <= "\u9fff" for c in text)
