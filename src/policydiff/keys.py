"""The comparison key of a text: what is left when display facts are folded away.

Width, script, blanks, brackets 《》〔〕【】, quote shapes, dashes and glyph variants never make a difference of
policy. The key keeps a map back to the text it was made from, so that one compares keys and shows texts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from policydiff.model.offsets import Change, OffsetMap, apply

DROPPED = re.compile(
    r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1f\x7f-\x9f"
    r"《》〈〉«»〔〕【】〖〗\[\]［］﹝﹞]+"
)
"""Blanks, invisible characters, and the brackets that no policy turns on."""

YEAR_PARENTHESES = re.compile(r"(?<!\))\(((?:19|20)\d\d)\)(?=\d{1,5}号)")
"""A document number typed with round brackets; of several in a row none, so that a key is its own key."""

_SHAPES = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "「": '"', "」": '"', "『": '"', "』": '"', "＂": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'",
    "—": "-", "–": "-", "―": "-", "─": "-", "‐": "-", "‑": "-", "−": "-", "－": "-",
    "～": "~", "〜": "~", "∼": "~", "•": "·", "‧": "·", "・": "·", "∙": "·",
    "：": ":", "︰": ":", "︓": ":", "﹔": ";", "﹐": ",", "﹑": "、", "﹖": "?", "﹗": "!", "﹙": "(", "﹚": ")",
    "○": "〇", "◯": "〇", "巿": "市", "著": "着", "⋯": "…",
}  # fmt: skip


@cache
def _shape_table() -> dict[int, str]:
    table = {ord(a): b for a, b in _SHAPES.items()}
    for code in range(0xFF01, 0xFF5F):
        table.setdefault(code, chr(code - 0xFEE0))
    for first, last in ((0x2F00, 0x2FD5), (0x2E80, 0x2EF3), (0xF900, 0xFAFF)):
        for code in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if folded != chr(code) and len(folded) == 1:
                table[code] = folded
    return table


@cache
def simplified_table() -> dict[int, str]:
    """Traditional → simplified, one character to one (OpenCC t2s), for all of CJK Unified Ideographs."""
    from opencc import OpenCC

    han = [chr(code) for code in range(0x4E00, 0xA000)]
    simple = OpenCC("t2s").convert("\n".join(han)).split("\n")
    return {ord(old): new for old, new in zip(han, simple, strict=True) if old != new and len(new) == 1}


@cache
def _table() -> dict[int, str]:
    """Shapes and script at once, each character led to one that stays as it is (a radical → 馬 → 马)."""
    table = {**simplified_table(), **_shape_table()}
    return {code: _settled(character, table) for code, character in table.items()}


def _settled(character: str, table: dict[int, str]) -> str:
    while (following := table.get(ord(character))) is not None:
        character = following
    return character


def key(text: str) -> str:
    """The comparison key of ``text``; shorter or equal, never longer."""
    return YEAR_PARENTHESES.sub(r"\1", DROPPED.sub("", text.translate(_table())))


def shaped(text: str) -> str:
    """``text`` with shapes and script folded and nothing dropped: same length, same offsets."""
    return text.translate(_table())


@dataclass(frozen=True, slots=True)
class Key:
    """A comparison key and the map from its offsets to those of the text it was made from."""

    text: str
    origins: OffsetMap


def mapped_key(text: str) -> Key:
    """Like `key`, with the way back."""
    whole = shaped(text)
    folded, first = apply(whole, [Change(m.start(), m.end(), "") for m in DROPPED.finditer(whole)])
    brackets = [
        change
        for m in YEAR_PARENTHESES.finditer(folded)
        for change in (Change(m.start(), m.start() + 1, ""), Change(m.end() - 1, m.end(), ""))
    ]
    result, second = apply(folded, brackets)
    return Key(result, second.after(first))
