"""Document numbers (发文字号) in clean text, and their canonical print ``国发〔2021〕29号``."""

from __future__ import annotations

import re

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
NUMBER = re.compile(
    r"(?P<org>[\u3400-\u9fff]{1,14}?[A-Z]{0,4})[ ]?"
    rf"[〔\[［﹝（(【](?P<year>{_YEAR})[〕\]］﹞）)】][ ]?"
    r"第?0*(?P<serial>[1-9]\d{0,4})[ ]?号"
)
"""``国发〔2021〕29号``, whatever its brackets."""
DECREE = re.compile(
    r"(?P<org>[\u3400-\u9fff]{2,30}?)(?:令|公告|通告)[ ]?"
    rf"[（(]?(?:(?P<year>{_YEAR})年[ ]?)?第[ ]?(?P<serial>\d{{1,4}})[ ]?号[）)]?"
)
"""``国务院令第719号``, ``海关总署公告2023年第12号``."""


def printed(number: re.Match[str]) -> str:
    """The canonical print of what `NUMBER` matched."""
    return f"{number['org']}〔{number['year']}〕{number['serial']}号"


def number_alone(text: str) -> str | None:
    """The document number that ``text`` consists of (brackets around it allowed), in canonical print."""
    bare = text.strip().strip("（）()").strip()
    if m := NUMBER.fullmatch(bare):
        return printed(m)
    return bare if DECREE.fullmatch(bare) else None
