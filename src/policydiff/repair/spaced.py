"""Names set in wide letters to fill a line (``交 通 运 输 部``), whose blanks text extraction keeps (damage class D7).

A heading that is a line of its own (``第一章　总　则``) is spaced by custom, not by damage: see
`policydiff.repair.blanks`.
"""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "spaced"

SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000]){2,}[\u4e00-\u9fff]")
"""At least three single characters: one or two blanks between names (中共中央 国务院) are meant."""

OWN_LINE_CHARS = 40


def find(text: str) -> list[Finding]:
    """Every blank inside a spaced-out run within a longer line."""
    found = []
    for m in SPACED.finditer(text):
        if line_width(text, m.start(), m.end()) <= OWN_LINE_CHARS:
            continue
        found += [Finding(p, p + 1, "", 0.95) for p in range(m.start(), m.end()) if text[p] in " \u3000"]
    return found


def line_width(text: str, start: int, end: int) -> int:
    """Characters in the line that ``[start, end)`` stands in."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return (len(text) if last == -1 else last) - first
