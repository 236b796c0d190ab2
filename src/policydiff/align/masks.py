"""Hide who a document is about, so that regions are compared by what they do.

Names of provinces and of the document's own region and issuers vanish; "this city", "the whole province" and the
like become one word on both sides.
"""

from __future__ import annotations

import re
from functools import cache

from policydiff.model import Document
from policydiff.outline.regions import NATION, REGIONS

KINDS = "特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|省|市"
HERE = re.compile(r"(?:本|我|全)(?:省|市|自治区|自治州|区|县)(?!级|际|场)")
GOVERNMENT = re.compile(r"(?:省|市|自治区|自治州)(?=人民政府|人民代表大会|人大常委会)")


@cache
def _provinces() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(r.short for r in REGIONS)})(?:{KINDS})?")


def masked(text: str, names: tuple[str, ...] = ()) -> str:
    """``text`` without province names and ``names``; "this region" in one form."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    text = _provinces().sub("", text)
    return GOVERNMENT.sub("", HERE.sub("本地", text))


def own_names(document: Document) -> tuple[str, ...]:
    """The region and issuers a document should not be recognised by; the nation is nobody's region."""
    names = [*document.issuers]
    if document.region and document.region != NATION:
        names += [document.region, re.sub(f"(?:{KINDS})$", "", document.region)]
    return tuple(dict.fromkeys(n for n in names if len(n) >= 2))
