"""Blanks that type-setting put between characters; folding them is no repair of damage, the comparison key drops them.

Blanks between a Han character and a Latin letter or digit, around Chinese punctuation, at line ends, and runs of
several blanks go; one blank between two Han characters (中共中央 国务院) stays.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding
from policydiff.repair.spaced import OWN_LINE_CHARS, line_width

KIND = "blank"

_CERTAIN = 1.0
_ODD = r"\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks other than the space: none of them means anything in a text."""
_BLANK = rf"[ {_ODD}]"
_HAN = r"\u3400-\u9fff〇"
_MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕【】…—"
_BLANKS = re.compile(
    rf"^{_BLANK}+|{_BLANK}+$"  # at the ends of a line
    rf"|(?<=[{_HAN}{_MARKS}]){_BLANK}+(?=[A-Za-z0-9{_MARKS}\-+%])"  # 共 3 个, first side
    rf"|(?<=[A-Za-z0-9{_MARKS}%]){_BLANK}+(?=[{_HAN}{_MARKS}])"  # 共 3 个, second side
    rf"|(?P<run>{_BLANK}{{2,}}|[{_ODD}])",  # becomes a single space
    re.M,
)
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000]{1,4}){2,}[\u4e00-\u9fff]")
_HEADING_LABEL = re.compile(r"第[一二三四五六七八九十百零〇\d]+[编篇章节](?=[ \u3000])")


def find(text: str) -> list[Finding]:
    """Every blank to drop, every odd or repeated one to make a single space, every third line break in a row."""
    found: dict[int, Finding] = {}
    for m in _SPACED.finditer(text):
        if line_width(text, m.start(), m.end()) <= OWN_LINE_CHARS:
            found |= {f.start: f for f in _spaced_heading(text, m.start(), m.end())}
    for m in _BLANKS.finditer(text):
        if not any(place in found for place in range(m.start(), m.end())):
            found[m.start()] = Finding(m.start(), m.end(), " " if m["run"] else "", _CERTAIN)
    for m in _EMPTY_LINES.finditer(text):
        found[m.start() + 2] = Finding(m.start() + 2, m.end(), "", _CERTAIN)
    return sorted(f for f in found.values() if text[f.start : f.end] != f.after)


def _spaced_heading(text: str, start: int, end: int) -> list[Finding]:
    """Blanks inside ``总 则`` go; of those after ``第一章`` one stays."""
    first = text.rfind("\n", 0, start) + 1
    label = _HEADING_LABEL.match(text, first)
    kept = label.end() if label else -1
    runs = re.finditer(r"[ \u3000]+", text[start:end])
    return [
        Finding(start + m.start(), start + m.end(), " " if start + m.start() == kept else "", _CERTAIN) for m in runs
    ]
