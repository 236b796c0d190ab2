"""Lines that fit a terminal: help texts measured in cells, where a Chinese character takes two.

A line never begins with closing punctuation nor ends with an opening one.
"""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

OPENING = "（〔《“‘【「『("
CLOSING = "，。、；：？！）〕》”’】」』…)"

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"

UNIT = re.compile(
    rf"\s*[{OPENING}]*(?:[^\s{_WIDE}{OPENING}{CLOSING}]+|[{_WIDE}]|(?=[{CLOSING}]))[{CLOSING}]*|\s*[{OPENING}]+"
)
"""What is never broken: a word, or one wide character, with the punctuation that clings to it."""


def cells(text: str) -> int:
    """How many terminal columns ``text`` takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, width: int) -> list[str]:
    """``text``, a single paragraph, in lines of at most ``width`` cells (a longer word stands alone)."""
    lines: list[str] = []
    line = ""
    for match in UNIT.finditer(" ".join(text.split())):
        unit = match[0]
        if line and cells(line) + cells(unit) > width:
            lines.append(line)
            line = unit.lstrip()
        else:
            line += unit
    return [*lines, line] if line else lines
