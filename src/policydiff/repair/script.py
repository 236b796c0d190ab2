"""Simplified text that a machine turned into traditional characters, one by one (damage class D6).

Told from real traditional texts by its quotes (“” where Taiwan and Hong Kong print 「」). Real ones are left as they
are; only their comparison key is simplified.
"""

from __future__ import annotations

import re

from policydiff.keys import simplified_table

KIND = "script"

CONFIDENCE = 0.98
"""OpenCC's t2s was right in 51 of 53 tricky words; the rest of a text leaves no doubt."""

_TRADITIONAL_SHARE = 0.05
"""Share of a text's Han characters that are traditional only, from which on it counts as traditional."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ASPECT = re.compile(r"(?<=[看随隨沿朝向围圍绕繞意有对對按接本])著(?![作名称稱述录錄])")
"""The particle 着, which t2s leaves as 著 (OpenCC issue 555), after the verbs official texts use it with."""
_FRAGMENT = re.compile(r"[^\n]{1,20000}|\n")


def is_wanted(text: str, wanted: str) -> bool:
    """True where ``text`` is to be simplified; ``wanted`` is auto (what a machine made), keep or simplified."""
    if wanted == "keep" or not is_traditional(text):
        return False
    return wanted == "simplified" or is_machine_made(text)


def is_traditional(text: str) -> bool:
    """True where ``text`` is written in traditional characters."""
    sample = _HAN.findall(text[:200_000])
    table = simplified_table()
    return bool(sample) and sum(ord(c) in table for c in sample) >= _TRADITIONAL_SHARE * len(sample)


def is_machine_made(text: str) -> bool:
    """True where traditional characters come with mainland quotes, or with none at all."""
    corner = text.count("「") + text.count("『")
    return corner <= text.count("“") / 4


def simplified(text: str) -> str:
    """``text`` in simplified characters (OpenCC t2s, whole phrases considered), same length."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    return "".join(_same_length(piece, convert(piece)) for piece in _FRAGMENT.findall(text))


def _same_length(before: str, after: str) -> str:
    after = after if len(after) == len(before) else before.translate(simplified_table())
    return _ASPECT.sub("着", after)
