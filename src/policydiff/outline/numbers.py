"""Document numbers (发文字号) in clean text, and their canonical print ``国发〔2021〕29号``."""

from __future__ import annotations

import re
from typing import NamedTuple

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
NUMBER = re.compile(
    rf"(?P<org>[\u3400-\u9fff]{{1,14}}?[A-Z]{{0,4}})[ ]?[〔\[［﹝（(【](?P<year>{_YEAR})[〕\]］﹞）)】][ ]?第?0*(?P<serial>[1-9]\d{{0,4}})[ ]?号"
)
DECREE = re.compile(
    rf"(?P<org>[\u3400-\u9fff]{{2,30}}?)(?:令|公告|通告)[ ]?[（(]?(?:(?P<year>{_YEAR})年[ ]?)?第[ ]?(?P<serial>\d{{1,4}})[ ]?号[）)]?"
)


class Number(NamedTuple):
    """A document number in canonical print and its place."""

    printed: str
    year: int | None
    start: int
    end: int


def number_in(text: str) -> Number | None:
    """The first document number in ``text``."""
    if m := NUMBER.search(text):
        return Number(f"{m['org']}〔{m['year']}〕{m['serial']}号", int(m["year"]), m.start(), m.end())
    return None


def number_alone(text: str) -> Number | None:
    """The document number that ``text`` consists of, brackets around it allowed."""
    bare = text.strip().strip("（）()").strip()
    for pattern in (NUMBER, DECREE):
        m = pattern.fullmatch(bare)
        if m and pattern is NUMBER:
            return Number(f"{m['org']}〔{m['year']}〕{m['serial']}号", int(m["year"]), 0, len(text))
        if m:
            return Number(bare, int(m["year"]) if m["year"] else None, 0, len(text))
    return None
