"""The characters a reading may be made of, by their first byte in GBK.

The invariant: every character here is ASCII or has a two-byte code, is common (in its simplified form), and is of
the script the document is written in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from policydiff.keys import simplified_table
from policydiff.repair.mojibake.channel import encoded
from policydiff.repair.mojibake.language import dictionary

COMMON_SHARE = 5e-7
"""A character is common where it makes up this share of the dictionary's running text (about 5,000 are)."""

TRADITIONAL_SHARE = 0.05
"""A document is traditional where this share of its Han characters exists in traditional script only."""

OTHER_SCRIPT = -9.0
"""Log penalty of a character whose script is not the document's and which it never uses."""

MARKS = "，。、；：？！（）“”‘’《》〔〕〈〉【】—…·％０１２３４５６７８９"
ASCII = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%.-+/ \n"


@dataclass(frozen=True, slots=True)
class Alphabet:
    """``by_lead`` lists the two-byte characters of a first byte as (second byte, character); ``cost`` is the log
    penalty of those whose script does not fit; ``single`` are the one-byte ones."""

    by_lead: dict[int, tuple[tuple[int, str], ...]]
    single: tuple[str, ...]
    plain: dict[str, str]
    cost: dict[str, float]


def alphabet_of(text: str) -> Alphabet:
    """The alphabet of a document."""
    table = simplified_table()
    used = Counter(text)
    traditional = is_traditional(used)
    by_lead: dict[int, list[tuple[int, str]]] = {}
    cost: dict[str, float] = {}
    plain: dict[str, str] = {}
    for char in _common(traditional) | set(MARKS):
        code = encoded(char)
        if code is None or len(code) != 2:
            continue
        by_lead.setdefault(code[0], []).append((code[1], char))
        plain[char] = char.translate(table)
        penalty = _penalty(char, table, traditional, used)
        if penalty:
            cost[char] = penalty
    return Alphabet({lead: tuple(sorted(group)) for lead, group in by_lead.items()}, tuple(ASCII), plain, cost)


def is_traditional(used: Counter[str]) -> bool:
    """True where the character counts of a text are those of traditional script."""
    table = simplified_table()
    han = sum(n for char, n in used.items() if "\u4e00" <= char <= "\u9fff")
    return sum(n for char, n in used.items() if ord(char) in table) >= TRADITIONAL_SHARE * max(1, han)


def _common(traditional: bool) -> set[str]:
    lexicon = dictionary()
    common = {c for c, n in lexicon.chars.items() if n >= COMMON_SHARE * lexicon.total_chars}
    if traditional:
        common |= {chr(old) for old, new in simplified_table().items() if new in common}
    return common


def _penalty(char: str, table: dict[int, str], traditional: bool, used: Counter[str]) -> float:
    if used[char] >= 2:
        return 0.0
    forms = _traditional_forms()
    if traditional and char in forms and ord(char) not in table:
        others = sum(used[form] for form in forms[char])
        return log((used[char] + 0.5) / (used[char] + others + 1)) + (0.0 if used[char] else OTHER_SCRIPT / 3)
    return 0.0


@cache
def _traditional_forms() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for old, new in simplified_table().items():
        forms.setdefault(new, []).append(chr(old))
    return forms
