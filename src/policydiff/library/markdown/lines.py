"""One paragraph as one line of Markdown, and back.

Invariant: ``decoded(encoded(text)) == text`` for every ``text`` without LF, and no encoded line is empty, begins
like a heading, a table row or a comment, or begins or ends with a blank. Ordinary text is left as it is.
"""

from __future__ import annotations

import re

EMPTY = "<br>"
"""The line that stands for an empty paragraph."""

_HIDDEN = re.compile(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|&(?=(?:amp|#x[0-9a-f]{1,6});)|^[ \t]|[ \t]\Z"
)
"""What an editor, a terminal or Git would damage, or what reads as a character reference."""

_MARKUP = re.compile(r"[\\#|]|<!--|<br>\Z|---|===|```|~~~")
"""Beginnings that Markdown, or this format, reads as something else than a paragraph."""

_REFERENCE = re.compile(r"&(?:amp|#x([0-9a-f]{1,6}));")


def encoded(text: str) -> str:
    """``text`` as a line."""
    if not text:
        return EMPTY
    line = hidden(text)
    return f"\\{line}" if _MARKUP.match(line) else line


def decoded(line: str) -> str:
    """The text of a ``line``; blanks around it are dropped, as editors drop them."""
    line = line.strip(" \t\r")
    if line == EMPTY:
        return ""
    return shown(line.removeprefix("\\"))


def hidden(text: str, also: str = "") -> str:
    """``text`` with control characters, outer blanks and each character of ``also`` as character references."""
    text = _HIDDEN.sub(lambda m: "&amp;" if m[0] == "&" else _reference(m[0]), text)
    for character in also:
        text = text.replace(character, _reference(character))
    return text


def shown(text: str) -> str:
    """The inverse of `hidden`."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _reference(character: str) -> str:
    return f"&#x{ord(character):x};"


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        return "&"
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
