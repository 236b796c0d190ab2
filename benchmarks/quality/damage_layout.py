"""Damage classes of layout, script and site: everything but wrongly read bytes.

Every function takes the text at hand and a seeded random source and returns the changes it makes, sorted.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from policydiff.keys import simplified_table
from policydiff.model import Change

PAGE_CHARS = (560, 620)
"""Characters on a printed page (22 lines of 28 characters, less what headings take)."""

CHUNK_CHARS = 300
HINT_EVERY = 12
"""One traditional character in so many gets a pinyin hint."""

HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[编篇章节][ \u3000]*[^。\n]{1,40}"
    r"|[一二三四五六七八九十]{1,3}、[^。，；\n]{4,40}"
    r"|[（(][一二三四五六七八九十]{1,3}[）)][^。，；\n]{4,40})$",
    re.MULTILINE,
)
_RUN = re.compile(r"\d+|[^\d]+")
_ISSUER = re.compile(
    r"(?<![\u4e00-\u9fff])(?:科学技术部|交通运输部|国土资源部|财政部|教育部|公安部|文化部)(?![\u4e00-\u9fff])"
)
_HALF = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "％": "%"}
_LOST = re.compile("[《》〔〕〇]")
_MARKUP = re.compile(r"<!--.*?-->|^#+[ \t]*", re.DOTALL | re.MULTILINE)
_BLANK_LINES = re.compile(r"\s*\n\s*")
_HINTS = {
    "發": "fā", "記": "jì", "會": "huì", "國": "guó", "學": "xué", "業": "yè", "產": "chǎn", "設": "shè", "進": "jìn",
    "機": "jī", "關": "guān", "區": "qū", "應": "yīng", "實": "shí", "務": "wù", "責": "zé", "單": "dān", "經": "jīng",
}  # fmt: skip
_KEPT = frozenset(
    "系合于制升家局同面范向教出群查云托核采布筑并游千板真秘后泛即幸注才干征表污里卷斗修梁冬占扎念溯峰私御致搜克席回周台"
)
"""Characters that the compilation's converter left as they are, being traditional characters too."""


def running(text: str) -> str:
    """``text`` without Markdown signs, comments and empty lines."""
    return _BLANK_LINES.sub("\n", _MARKUP.sub("", text)).strip()


def doubled(text: str, random: Random) -> list[Change]:
    """Headings whose font runs are printed twice each: digits apart, Han runs sometimes cut in two."""
    changes: list[Change] = []
    for heading in HEADING.finditer(text):
        units: list[str] = []
        for run in _RUN.findall(heading[0].rstrip()):
            cut = random.randint(3, len(run) - 3) if len(run) > 12 and random.random() < 0.5 else 0
            units += [run[:cut], run[cut:]] if cut else [run]
        start = heading.start()
        for unit in units:
            changes.append(Change(start, start, unit))
            start += len(unit)
    return changes


def flat(text: str, _random: Random) -> list[Change]:
    """All line breaks lost."""
    return [Change(m.start(), m.end(), "") for m in re.finditer("\n", text)]


def pages(text: str, random: Random) -> list[Change]:
    """Page numbers glued into the text, a page apart; never beside a digit, a letter or a blank."""
    changes: list[Change] = []
    place, number = random.randint(*PAGE_CHARS), 1
    while place < len(text):
        while place < len(text) and not _joins(text, place):
            place += 1
        if place < len(text):
            changes.append(Change(place, place, str(number)))
        number += 1
        place += random.randint(*PAGE_CHARS)
    return changes


def _joins(text: str, place: int) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in text[place - 1 : place + 1])


def traditional(text: str, _random: Random) -> list[Change]:
    """Traditional characters, one by one, as a converter without words makes them."""
    table = _traditional_table()
    return [Change(i, i + 1, table[c]) for i, c in enumerate(text) if c in table]


@cache
def _traditional_table() -> dict[str, str]:
    from opencc import OpenCC

    simple = sorted(set(simplified_table().values()) - _KEPT)
    converted = OpenCC("s2t").convert("\n".join(simple)).split("\n")
    return {old: new for old, new in zip(simple, converted, strict=True) if old != new and len(new) == 1}


def hints(text: str, random: Random) -> list[Change]:
    """Pinyin in brackets after some traditional characters."""
    return [
        Change(i + 1, i + 1, f"({_HINTS[c]})")
        for i, c in enumerate(text)
        if c in _HINTS and random.random() * HINT_EVERY < 1
    ]


def brackets(text: str, _random: Random) -> list[Change]:
    """《》〔〕〇 lost."""
    return [Change(m.start(), m.end(), "") for m in _LOST.finditer(text)]


def width(text: str, _random: Random) -> list[Change]:
    """Punctuation at half width."""
    return [Change(i, i + 1, _HALF[c]) for i, c in enumerate(text) if c in _HALF]


def spaced(text: str, _random: Random) -> list[Change]:
    """Names of issuers set in wide letters."""
    return [
        Change(place, place, " ") for m in _ISSUER.finditer(text) for place in range(m.start() + 1, m.end())
    ]


def chunks(text: str, _random: Random) -> list[Change]:
    """Line breaks lost, a line break and a counter every 300 characters."""
    changes: list[Change] = []
    written = 0
    number = 1
    for i, char in enumerate(text):
        counter = ""
        if written % CHUNK_CHARS == 0 and char != "\n":
            counter = f"{'' if number == 1 else chr(10)}{number}、"
            number += 1
        if char == "\n":
            changes.append(Change(i, i + 1, ""))
            continue
        if counter:
            changes.append(Change(i, i, counter))
        written += 1
    return changes


def wrapper(text: str, _random: Random) -> list[Change]:
    """The sentence of a sharing site before the text."""
    name = "《政策文件匯編(83頁).pdf》"
    sentence = f"{name}由會員分享,可在線閱讀,更多相關{name.replace('.pdf', '.pdf(83頁珍藏版)')}請在某資料站上搜索。\n"
    return [Change(0, 0, sentence)]
