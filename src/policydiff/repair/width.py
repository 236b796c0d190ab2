"""Half-width punctuation in Chinese text (damage class D9), where a converter left not one full-width comma.

A text that mixes both widths was typed so and is left alone; the comparison key folds width anyway.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "width"

_FULL = str.maketrans(",:;!?()", "，：；！？（）")
_WIDE = r"\u3400-\u9fff〇“”‘’《》〈〉〔〕【】、。，：；！？（）…—"
_MARK = re.compile(rf"(?<=[{_WIDE}])[,:;!?]|[,:;!?](?=[{_WIDE}])|(?<=[%A-Za-z0-9)）])[,;!?](?=[{_WIDE}\n]|\Z)")
_PAIR = re.compile(r"\(([^()\n]{0,120})\)")
_LABEL = re.compile(r"[一二三四五六七八九十百]{1,4}|\d{1,3}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 10
_SHARE_OF_FULL = 0.05


def is_half_width(text: str) -> bool:
    """True where ASCII punctuation stands for full-width punctuation throughout."""
    half = sum(1 for _ in _MARK.finditer(text))
    full = sum(text.count(mark) for mark in "，：；")
    return half >= _FEWEST and full <= _SHARE_OF_FULL * half


def find(text: str) -> list[Finding]:
    """Every punctuation mark to widen, where the text as a whole is half-width."""
    if not is_half_width(text):
        return []
    places = {m.start() for m in _MARK.finditer(text) if not _between_ascii(text, m.start())}
    places |= {place for m in _PAIR.finditer(text) if _chinese(text, m) for place in (m.start(), m.end() - 1)}
    return [Finding(p, p + 1, text[p].translate(_FULL), 0.95) for p in sorted(places)]


def _between_ascii(text: str, place: int) -> bool:
    """Inside 1,000 or 10:30 or http: no mark is Chinese."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isascii() and before.isalnum() and after.isascii() and (after.isalnum() or after == "/")


def _chinese(text: str, match: re.Match[str]) -> bool:
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return bool(_HAN.search(match[1]) or _LABEL.fullmatch(match[1]) or _HAN.search(around))
