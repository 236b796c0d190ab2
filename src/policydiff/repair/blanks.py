"""Blanks that type-setting put between characters; folding them is no repair of damage, the comparison key drops them.

Blanks between a Han character and a Latin letter or digit, around Chinese punctuation, at line ends, and runs of
several blanks go; one blank between two Han characters (中共中央 国务院) stays.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding
from policydiff.repair.spaced import BLANK, SPACED, is_own_line

KIND = "blank"

_CERTAIN = 1.0
_ODD = r"\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks other than the space: none of them means anything in a text."""
_HAN = r"\u3400-\u9fff〇"
_MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕【】…—"
_BLANKS = re.compile(
    rf"^{BLANK}+|{BLANK}+$"  # at the ends of a line
    rf"|(?<=[{_HAN}{_MARKS}]){BLANK}+(?=[A-Za-z0-9{_MARKS}\-+%])"  # 共 3 个, first side
    rf"|(?<=[A-Za-z0-9{_MARKS}%]){BLANK}+(?=[{_HAN}{_MARKS}])"  # 共 3 个, second side
    rf"|(?P<run>{BLANK}{{2,}}|[{_ODD}])",  # becomes a single space
    re.M,
)
_EMPTY_LINES = re.compile(rf"\n{BLANK}*\n(?P<more>{BLANK}*\n(?:{BLANK}*\n)*)")
_HEADING_LABEL = re.compile(r"第[一二三四五六七八九十百零〇\d]+[编篇章节](?=\s)")


def find(text: str) -> list[Finding]:
    """Every blank to drop, every odd or repeated one to make a single space, every third line break in a row."""
    found = [f for m in SPACED.finditer(text) if is_own_line(text, *m.span()) for f in _spaced_heading(text, *m.span())]
    found += [Finding(m.start("more"), m.end("more"), "", _CERTAIN) for m in _EMPTY_LINES.finditer(text)]
    covered = {place for finding in found for place in range(finding.start, finding.end)}
    for m in _BLANKS.finditer(text):
        if covered.isdisjoint(range(m.start(), m.end())):
            found.append(Finding(m.start(), m.end(), " " if m["run"] else "", _CERTAIN))
    return sorted(f for f in found if text[f.start : f.end] != f.after)


def _spaced_heading(text: str, start: int, end: int) -> list[Finding]:
    """Blanks inside ``总 则`` go; of those after ``第一章`` one stays."""
    first = text.rfind("\n", 0, start) + 1
    label = _HEADING_LABEL.match(text, first)
    kept = label.end() if label else -1
    runs = re.finditer(rf"{BLANK}+", text[start:end])
    return [
        Finding(start + m.start(), start + m.end(), " " if start + m.start() == kept else "", _CERTAIN) for m in runs
    ]
