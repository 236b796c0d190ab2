"""The characters a reading may be made of, by their bytes in GBK.

The invariant: every character here is ASCII or has a two-byte code, and is common in its simplified form.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from policydiff.keys import simplified_table
from policydiff.repair.mojibake.channel import encoded
from policydiff.repair.mojibake.lexicon import lexicon
from policydiff.repair.mojibake.prose import plain

COMMON_SHARE = 5e-7
"""A character is common where it makes up this share of the dictionary's running text (about 7,000 are)."""

TRADITIONAL_SHARE = 0.05
"""A document is traditional where this share of its Han characters exists in traditional script only."""

SIMPLIFIED_ONLY = -10.0
"""Log penalty of a form that traditional script does not have, in a traditional document that never uses it."""

MARKS = "，。、；：？！（）“”‘’《》〔〕〈〉【】—…·％０１２３４５６７８９"
SINGLE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%.-+/ \n"


@dataclass(frozen=True, slots=True)
class Letter:
    """A character: itself, its first byte, its number among the simplified characters, and its log cost: that of its
    script, or that of being one digit or letter among many."""

    char: str
    lead: int
    plain: int
    cost: float


@dataclass(frozen=True, slots=True)
class Alphabet:
    """``by_trail`` holds the two-byte characters by second byte, ``single`` the others; ``plain`` are the simplified
    characters in the order of `Letter.plain`."""

    by_trail: dict[int, tuple[Letter, ...]]
    single: tuple[Letter, ...]
    plain: tuple[str, ...]
    number: dict[str, int]
    costs: dict[str, float]

    def cost(self, text: str) -> float:
        """The log cost of all characters of ``text``."""
        return sum(self.costs.get(char, 0.0) for char in text)


def alphabet_of(text: str) -> Alphabet:
    """The alphabet of a document."""
    table = simplified_table()
    used = Counter(text)
    traditional = is_traditional(used)
    number: dict[str, int] = {}
    by_trail: dict[int, list[Letter]] = {}
    costs: dict[str, float] = {}
    wide_blank = {"\u3000"} if "\u3000" in used else set()
    for char in sorted(_common(traditional) | set(MARKS) | wide_blank):
        code = encoded(char)
        if code is not None and len(code) == 2:
            place = number.setdefault(plain(char), len(number))
            cost = _form_cost(char, table, used) if traditional else 0.0
            if cost:
                costs[char] = cost
            by_trail.setdefault(code[1], []).append(Letter(char, code[0], place, cost))
    costs |= {char: -log(10) if char.isdigit() else -log(52) for char in SINGLE if char.isalnum()}
    single = tuple(
        Letter(char, ord(char), number.setdefault(plain(char), len(number)), costs.get(char, 0.0)) for char in SINGLE
    )
    return Alphabet({trail: tuple(group) for trail, group in by_trail.items()}, single, tuple(number), number, costs)


def is_traditional(used: Counter[str]) -> bool:
    """True where the character counts of a text are those of traditional script."""
    table = simplified_table()
    han = sum(n for char, n in used.items() if "\u4e00" <= char <= "\u9fff")
    return sum(n for char, n in used.items() if ord(char) in table) >= TRADITIONAL_SHARE * max(1, han)


def _common(traditional: bool) -> set[str]:
    words = lexicon()
    common = {c for c, n in words.chars.items() if n >= COMMON_SHARE * words.total_chars}
    if traditional:
        common |= {chr(old) for old, new in simplified_table().items() if new in common}
    return common


def _form_cost(char: str, table: dict[int, str], used: Counter[str]) -> float:
    """How unlikely this form is beside the other forms of the same character that the document uses."""
    base = char.translate(table)
    forms = _forms().get(base)
    if forms is None:
        return 0.0
    if char == base and not used[char] and not _is_traditional_too(char):
        return SIMPLIFIED_ONLY
    rivals = used[base] + sum(used[form] for form in forms)
    return log((used[char] + 1) / (rivals + len(forms) + 1))


def _is_traditional_too(char: str) -> bool:
    """True for a simplified form that traditional script has as well (于, 后, 里): Big5 encodes it."""
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for old, new in simplified_table().items():
        forms[new] = (*forms.get(new, ()), chr(old))
    return forms
