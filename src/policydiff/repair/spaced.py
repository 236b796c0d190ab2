"""Names set in wide letters to fill a line (``交 通 运 输 部``), whose blanks text extraction keeps (damage class D7).

A heading that is a line of its own (``第一章　总　则``) is spaced by custom, not by damage: see
`policydiff.repair.blanks`.
"""

from __future__ import annotations

import re
from itertools import islice

from policydiff.repair.finding import Finding

KIND = "spaced"

BLANK = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Every blank that is no line break (for patterns)."""

SPACED = re.compile(rf"(?:[\u4e00-\u9fff]{BLANK}+){{2,}}[\u4e00-\u9fff]")
"""At least three single characters: one or two blanks between names (中共中央 国务院) are meant."""

_OWN_LINE_CHARS = 40


def find(text: str) -> list[Finding]:
    """Every blank inside a spaced-out run within a longer line."""
    found = []
    for m in SPACED.finditer(text):
        if is_own_line(text, m.start(), m.end()):
            continue
        found += [Finding(p, p + 1, "", 0.95) for p in range(m.start(), m.end()) if text[p].isspace()]
    return found


def is_own_line(text: str, start: int, end: int) -> bool:
    """True where the line that ``[start, end)`` stands in is short (blanks apart): a heading, not a name in a text."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    characters = (c for c in map(text.__getitem__, range(first, len(text) if last == -1 else last)) if not c.isspace())
    return sum(1 for _ in islice(characters, _OWN_LINE_CHARS + 1)) <= _OWN_LINE_CHARS
