"""Breaking a text into lines by terminal cells, as Chinese is set.

No line begins with a closing mark or ends with an opening one, and numbers and Latin words stay whole, where the
line is long enough for it (GB/T 15834: marks that may not stand at the start or the end of a line).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import get_character_cell_size

NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕”’％%…—,.;:!?)]}")
NOT_LAST = frozenset("（《〈「『【〔“‘([{")

LOOK_BACK_CHARACTERS = 24
"""A run longer than this (a web address) is cut rather than moved to the next line."""

Cut = tuple[int, int]
"""Start and end of a line in its text."""

_width = lru_cache(maxsize=65536)(get_character_cell_size)


def cell_width(text: str) -> int:
    """How many cells ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def set_lines(text: str, width: int) -> list[Cut]:
    """``text`` in lines of at most ``width`` cells; LF ends a line and belongs to none. An empty text is no line."""
    width = max(2, width)
    cuts: list[Cut] = []
    start = 0
    length = len(text)
    while start < length:
        end = text.find("\n", start)
        end = length if end < 0 else end
        _set_paragraph(text, start, end, width, cuts)
        start = end + 1
    return cuts


def _set_paragraph(text: str, start: int, end: int, width: int, cuts: list[Cut]) -> None:
    while True:
        stop = _fitting(text, start, end, width)
        if stop == end:
            cuts.append((start, end))
            return
        stop = _good_break(text, start, stop)
        cuts.append((start, stop))
        start = stop
        if text[start] == " " and start + 1 < end:
            start += 1


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The end of the longest piece from ``start`` that fits; at least one character."""
    if 2 * (end - start) <= width:
        return end
    used = 0
    for index in range(start, end):
        used += _width(text[index])
        if used > width:
            return max(index, start + 1)
    return end


def _good_break(text: str, start: int, stop: int) -> int:
    """The last good place at or before ``stop`` to end a line that began at ``start``."""
    floor = max(start + 1, stop - LOOK_BACK_CHARACTERS)
    for place in range(stop, floor - 1, -1):
        before, after = text[place - 1], text[place]
        if after in NOT_FIRST or before in NOT_LAST or (_joined(before) and _joined(after)):
            continue
        return place
    return stop


def _joined(char: str) -> bool:
    """True for what numbers and Latin words are made of."""
    return char.isascii() and (char.isalnum() or char in "-_./+%")


def clip(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, an ellipsis in place of what does not fit."""
    if cell_width(text) <= width:
        return text
    if width <= 0:
        return ""
    used = 0
    for index, char in enumerate(text):
        used += _width(char)
        if used > width - 1:
            return text[:index] + "…"
    return text


def pad(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells."""
    clipped = clip(text, width)
    return clipped + " " * (width - cell_width(clipped))


def shares(wanted: Sequence[int], width: int) -> list[int]:
    """``width`` among those who want so much each: the modest get all they want, the others the same."""
    granted, left = [0] * len(wanted), max(0, width)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for place, number in enumerate(order):
        granted[number] = min(wanted[number], left // (len(wanted) - place))
        left -= granted[number]
    return granted
