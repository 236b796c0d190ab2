"""Document numbers that lost their brackets: ``国发202129号`` for ``国发〔2021〕29号`` (damage class D8).

The rule for document numbers (a year in full, no leading zero) leaves one reading: the first four digits are the year.
"""

from __future__ import annotations

import re
from datetime import date

from policydiff.repair.finding import Finding

KIND = "doc_number"

_CONFIDENCE = 0.97
_LOST = re.compile(
    r"(?P<org>[\u3400-\u9fff]{1,14})(?P<mark>[一-龥])[ ]?"  # 国办 发
    r"(?P<year>19[4-9]\d|20[0-4]\d)[ ]?(?P<serial>[1-9]\d{0,4})"
    r"(?P<blank>[ ]*)[号號]"
)
_LAST_SIGNS = frozenset(
    "发發字函办辦规規令标標金技信督安装裝运運划劃管通文办建财財教科农農商卫衛医醫民环環监監审審国國税稅政法综綜合人社险險价價贸貿能资資"
    "改高网網重装航数數电電知联聯计計统統工交水林海住房城乡鄉经經体體旅广廣"
)
"""Last characters of issuers' codes (机关代字); checked against the seed's 42 numbers and GB/T 9704 practice."""


def find(text: str) -> list[Finding]:
    """An opening bracket before each such year, a closing one after, blanks dropped."""
    found: list[Finding] = []
    for m in _LOST.finditer(text):
        if m["mark"] not in _LAST_SIGNS or int(m["year"]) > date.today().year:
            continue
        found.append(Finding(m.end("mark"), m.start("year"), "〔", _CONFIDENCE))
        found.append(Finding(m.end("year"), m.start("serial"), "〕", _CONFIDENCE))
        if m["blank"]:
            found.append(Finding(m.start("blank"), m.end("blank"), "", _CONFIDENCE))
    return found
