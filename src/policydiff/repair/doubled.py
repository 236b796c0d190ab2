"""Fake bold: headings whose every font run is printed twice (damage class D4).

``一、指导思想一、指导思想``, ``国国发发202120212929 号)号)``: a zone is a row of squares *u u*. Where a PDF's
typesetter drew bold by printing twice, the doubling is the only trace of where a heading begins and ends, so every
zone that is folded is also reported as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.repair.finding import Finding
from policydiff.repair.squares import Square, groups

KIND = "doubled"

_CONFIDENCE = 0.95
_FEWEST_HAN_ALONE = 5
"""Han characters of a unit that is believed without neighbours (domain rule D4a)."""
_FEWEST_HAN_OF_ZONE, _FEWEST_HAN_OF_LONGEST = 6, 3
"""Han characters of all units of a zone together, where no label begins it, and of its longest (domain rule D4b)."""
_FEWEST_SURE = 2
"""Zones that must be no mere sentence for a sentence said twice to be believed a heading."""
_FEWEST_SQUARES_OF_NUMBER = 3
"""Squares of a zone that is believed because it folds to a document number or date (domain rule D4c)."""
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十百]{1,4}、"
    r"|[（(][一二三四五六七八九十百\d]{1,4}[）)]"
    r"|第[一二三四五六七八九十百\d]{1,5}[编篇章节条]"
    r"|\d{1,2}[.．、])"
)
_FRONT_WORDS = frozenset({"目录", "目錄", "前言", "附件", "附录", "附錄", "序言"})
_COLUMN_WORDS = frozenset({"预期性", "預期性", "约束性", "約束性"})
_NUMBER_OR_DATE = re.compile(
    r"[发發字函办辦规規令标標技金信][〔\[]?(?:19|20)\d\d[〕\]]?\d{1,5}号"  # 国发202129号
    r"|(?:19|20)\d\d年\d{1,2}月"
)


class _Line(NamedTuple):
    """A line without its blanks, and the place of each other character in the text."""

    text: str
    places: list[int]


def find(text: str) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Findings that delete each first copy, and the zones (ranges of ``text``) they make headings of."""
    lines = [_without_blanks(line[0], line.start()) for line in re.finditer(r"[^\n]+", text)]
    found = [(line, zone) for line in lines for group in groups(line.text) if (zone := _trusted(line.text, group))]
    if sum(not _is_sentence(line.text, zone) for line, zone in found) < _FEWEST_SURE:
        found = [(line, zone) for line, zone in found if not _is_sentence(line.text, zone)]
    findings = [
        Finding(line.places[square.start], line.places[square.start + square.half], "", _CONFIDENCE)
        for line, zone in found
        for square in zone
    ]
    headings = [
        (line.places[part[0].start], line.places[part[-1].end - 1] + 1)
        for line, zone in found
        for part in _headings(line.text, zone)
    ]
    return findings, headings


def _is_sentence(text: str, zone: list[Square]) -> bool:
    """A whole sentence without label, which a document may well say twice, where none of its headings is doubled."""
    unit = zone[0].unit(text)
    return len(zone) == 1 and "。" in unit and not _LABEL.match(unit)


def _headings(text: str, zone: list[Square]) -> Iterator[list[Square]]:
    """A zone may hold several headings, one below the other: each label begins a new one."""
    part: list[Square] = []
    for square in zone:
        if part and _LABEL.match(square.unit(text)):
            yield part
            part = []
        part.append(square)
    yield part


def _without_blanks(line: str, offset: int) -> _Line:
    return _Line("".join(line.split()), [offset + i for i, c in enumerate(line) if not c.isspace()])


def _trusted(text: str, group: list[Square]) -> list[Square]:
    """The part of a group that domain rule D4 (a)-(c) allows to fold; nothing where none is."""
    zone = _trimmed(text, group)
    if _third_copy(text, zone):
        return []
    believed = _alone(text, zone[0]) if len(zone) == 1 else _together(text, zone)
    return zone if believed else []


def _trimmed(text: str, group: list[Square]) -> list[Square]:
    """Squares at a group's beginning that are words of their own (人人, 年年) do not belong to it."""
    while len(group) > 1 and _casual(text, group[0]) and not _LABEL.match(text[group[0].start :]):
        group = group[1:]
    return group


def _casual(text: str, square: Square) -> bool:
    """One character twice, with a Han character before it."""
    return square.half == 1 and _han(text[square.start]) == 1 and square.start > 0 and _han(text[square.start - 1]) == 1


def _third_copy(text: str, zone: list[Square]) -> bool:
    """A unit of several characters that stands a third time beside its square is a list, not fake bold."""
    return any(
        text.startswith(square.unit(text), square.end) or text.endswith(square.unit(text), 0, square.start)
        for square in zone
        if square.half > 1
    )


def _alone(text: str, square: Square) -> bool:
    unit = square.unit(text)
    if unit in _FRONT_WORDS:
        apart = square.start == 0 or not _han(text[square.start - 1])
        return apart or _LABEL.match(text[square.end :]) is not None
    return _han(unit) >= _FEWEST_HAN_ALONE and (bool(_LABEL.match(unit)) or not re.search("[、，；,;]", unit))


def _together(text: str, zone: list[Square]) -> bool:
    units = [square.unit(text) for square in zone]
    if _COLUMN_WORDS.intersection(units) or all("、" in unit and not _LABEL.match(unit) for unit in units):
        return False
    han = [_han(unit) for unit in units]
    enough = sum(han) >= _FEWEST_HAN_OF_ZONE or _LABEL.match(units[0]) is not None
    if enough and max(han) >= _FEWEST_HAN_OF_LONGEST:
        return True
    return len(zone) >= _FEWEST_SQUARES_OF_NUMBER and _NUMBER_OR_DATE.search(_folded(text, zone)) is not None


def _folded(text: str, zone: list[Square]) -> str:
    pieces, done = [], zone[0].start
    for square in zone:
        pieces += [text[done : square.start], square.unit(text)]
        done = square.end
    return "".join(pieces)


def _han(text: str) -> int:
    return sum("\u3400" <= c <= "\u9fff" for c in text)
