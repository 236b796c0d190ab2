"""Text of a document made harmless wherever it is shown.

Invariant: what comes out holds no character that a terminal or a page acts on but LF and TAB, and none that
cannot be encoded.
"""

from __future__ import annotations

from functools import cache

PICTURES = 0x2400
"""The Unicode block of visible symbols for the C0 controls, in their order: ESC (27) is ␛."""

DELETE_PICTURE = "␡"

LINE_PICTURE = "␤"
"""Stands for the separators that some programs break lines at."""

UNKNOWN_PICTURE = "␦"
"""Stands for C1 controls (8-bit escape sequences) and for marks that reorder what is read."""

REORDERING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

REPLACEMENT = "\ufffd"

ONE_LINE = {ord(char): " " for char in "\n\r\t\u2028\u2029"}
"""Translates a text to one line."""


@cache
def _table() -> dict[int, str]:
    table = {code: chr(PICTURES + code) for code in range(32) if chr(code) not in "\n\t"}
    table |= dict.fromkeys((0x85, 0x2028, 0x2029), LINE_PICTURE)
    table |= {code: UNKNOWN_PICTURE for code in (*range(0x80, 0xA0), *REORDERING) if code not in table}
    table |= dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
    return table | {0x7F: DELETE_PICTURE}


def printable(text: str) -> str:
    """``text`` with control characters and escape sequences as visible symbols; as long as it was."""
    return text if text.isprintable() else text.translate(_table())


def unprintable(text: str) -> int:
    """How many characters of ``text`` `printable` shows as symbols."""
    return 0 if text.isprintable() else sum(text.count(chr(code)) for code in set(map(ord, text)) & _table().keys())
