"""Pinyin that a mirror site inserted after traditional characters: ``發(fā)展`` → ``發展``.

The invariant: only a bracketed pinyin syllable with a tone mark, or one of a text that holds many of them, is
removed, and only right after a Han character.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "pinyin_hint"

FEWEST = 5
"""Hints a text must hold before any is taken for one."""

CONFIDENCE = 0.98

_HINT = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}[)）]")
_TONE = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")


def find(text: str) -> list[Finding]:
    """The hints of ``text``, each to be removed; nothing where there are fewer than five with a tone mark."""
    hints = list(_HINT.finditer(text))
    if sum(_TONE.search(hint.group()) is not None for hint in hints) < FEWEST:
        return []
    return [Finding(hint.start(), hint.end(), "", CONFIDENCE) for hint in hints]
