"""Years in Chinese numerals that lost their 〇: ``二三五年`` for ``二〇三五年`` (damage class D8).

GBK keeps 〇 in the same row as 《》〔〕; where those are gone, so is it.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "lost_zero"

_YEAR = re.compile(
    r"(?<![一二三四五六七八九十百千〇零○两])二"
    r"(?=[一二三四五][一二三四五六七八九〇]年(?!级|級|制|期|龄|齡|内))"
)
_BRACKETS = re.compile("[《》〔〕〇]")


def find(text: str) -> list[Finding]:
    """A 〇 after the 二 of every such year, in texts without any of the characters of that row."""
    places = [m.end() for m in _YEAR.finditer(text)]
    if not places or _BRACKETS.search(text):
        return []
    return [Finding(place, place, "〇", 0.95) for place in places]
