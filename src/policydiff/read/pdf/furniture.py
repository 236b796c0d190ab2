"""Headers, footers and page numbers: lines at a page's edge that come again, digits apart, on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from policydiff.read.pdf.rows import Line

_EDGE_LINES = 3
"""How many lines from the top and from the foot of a page may be furniture."""
_LONGEST_CHARS = 60
_SHARE, _FEWEST_PAGES = 0.6, 3
_ALTERNATING_SHARE = 0.35
"""Of all pages, for lines that stand on every second one."""
_SMALLER = 0.9
_PART = re.compile(r"附[\s\u3000]*[件录表]|第.{1,6}[编篇章节条]|专栏|表\s*\d|图\s*\d")
_PLACE_POINTS = 8.0
"""Furniture stands at the same height on every page, this exactly."""
_EDGE_SHARE = 0.12
"""Of the page's height: a page number of a single page stands so near its edge."""
_DASH = r"[-—–－―‐‑─~·•.\s]"
_NUMBER = re.compile(
    rf"{_DASH}*(?:第\s*)?(?P<n>\d{{1,4}}|[ivxlIVXL]{{1,7}})\s*(?:页|頁)?{_DASH}*"
    r"(?:(?:[/／,，]?\s*(?:共|总)?\s*)\d{1,4}\s*(?:页|頁)?)?" + rf"{_DASH}*"
)
_DASHED = re.compile(r"[-—–－―─]\s*\d{1,4}\s*[-—–－―─]|第\s*\d{1,4}\s*[页頁].{0,12}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Furniture(NamedTuple):
    """Which lines (by identity) are furniture, and the number printed on each page."""

    lines: frozenset[int]
    numbers: dict[int, int]


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float], size: float) -> Furniture:
    """``pages`` are lines in order of their height on the page, ``heights`` those of the pages, ``size`` the text's."""
    edges = [[line for line in _edges(page) if _may_be(line)] for page in pages]
    found = _repeated(edges, size)
    numbers: dict[int, int] = {}
    for line, number in _numbers(pages, edges, heights):
        found.add(id(line))
        numbers[line.page] = number
    return Furniture(frozenset(found), numbers)


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: line.base)
    return ordered[:_EDGE_LINES] + ordered[max(_EDGE_LINES, len(ordered) - _EDGE_LINES) :]


def _may_be(line: Line) -> bool:
    """Short, and nothing that begins a part of the document (附件1, 附件2 at the head of one page each)."""
    return len(line.text) <= _LONGEST_CHARS and not _PART.match(line.text)


def _repeated(edges: Sequence[Sequence[Line]], size: float) -> set[int]:
    """Lines that come again at the same height on most pages, or on most left or right ones.

    Of two pages, lines that are the same on both and printed smaller than the text.
    """
    groups: dict[str, list[Line]] = {}
    for page in edges:
        for line in page:
            groups.setdefault(_pattern(line.text), []).append(line)
    found: set[int] = set()
    for lines in groups.values():
        if len(edges) < _FEWEST_PAGES and (lines[0].size > _SMALLER * size or len({x.text for x in lines}) > 1):
            continue
        for group in _same_height(lines):
            pages = {line.page for line in group}
            parity = Counter(page % 2 for page in pages)
            usual = len(pages) >= _SHARE * len(edges)
            every_second = len(pages) >= _ALTERNATING_SHARE * len(edges) and max(parity.values()) >= 0.9 * len(pages)
            if len(pages) >= min(_FEWEST_PAGES, max(2, len(edges))) and (usual or every_second):
                found |= {id(line) for line in group}
    return found


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", text))


def _same_height(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if groups and line.base - groups[-1][-1].base <= _PLACE_POINTS:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _numbers(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[tuple[Line, int]]:
    """Page numbers: outermost lines whose values rise with the pages, or dashed ones on few pages."""
    candidates: list[tuple[Line, int]] = []
    for page, page_edges, height in zip(pages, edges, heights, strict=True):
        ordered = sorted(page, key=lambda line: line.base)
        for line in page_edges:
            m = _NUMBER.fullmatch(line.text.strip())
            outermost = line is ordered[0] or line is ordered[-1]
            near = line.bottom < _EDGE_SHARE * height or line.top > (1 - _EDGE_SHARE) * height
            if m and (outermost or near) and (value := _value(m["n"])):
                candidates.append((line, value))
    offsets = Counter(_offset(line, value) for line, value in candidates)
    usual = {offset for offset, times in offsets.items() if times >= max(2, 0.1 * len(pages))}
    return [
        (line, value)
        for line, value in candidates
        if _offset(line, value) in usual
        or _DASHED.fullmatch(line.text.strip())
        or (len(pages) <= _FEWEST_PAGES and value == line.page + 1)
    ]


def _offset(line: Line, value: int) -> tuple[bool, int]:
    """What stays the same from page to page; roman numbers are counted for themselves."""
    return value < 0, abs(value) - line.page


def _value(text: str) -> int:
    """Arabic, or roman as negative numbers (`PageMark`)."""
    if text.isdigit():
        return int(text)
    digits = [_ROMAN[c] for c in text.lower()]
    total = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
    return -total
