"""Confusions of optical character recognition that leave no doubt (damage class D12).

``Al`` (a, l) where the text elsewhere prints ``AI``; a fragment of characters that form no words before a colon is
flagged only.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "ocr"

_AL = re.compile(r"(?<![A-Za-z0-9])Al(?![A-Za-z0-9])")
_AI = re.compile(r"(?<![A-Za-z0-9])AI(?![A-Za-z0-9])")
_CONFUSABLE = "己已巳子孑工了丁一乙卜厂人入八"
_STRAY = re.compile(rf"(?<=。)(?P<stray>[{_CONFUSABLE}]{{3,8}})[:：]")


def find(text: str) -> list[Finding]:
    """``Al`` → ``AI`` where AI is written twice or more; stray strokes before a colon taken out."""
    found = []
    if len(_AI.findall(text)) >= 2:
        found += [Finding(m.start(), m.end(), "AI", 0.9) for m in _AL.finditer(text)]
    found += [Finding(m.start(), m.end(), "", 0.7) for m in _STRAY.finditer(text)]
    return sorted(found)
