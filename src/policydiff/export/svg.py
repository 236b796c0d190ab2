"""Pieces of SVG: elements with escaped text, numbers of fixed length, and how wide a text will be.

Invariant: what comes out is well-formed XML and the same for the same input.
"""

from __future__ import annotations

import unicodedata

from policydiff.synopsis.printable import ONE_LINE, REPLACEMENT, printable

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Hiragino Sans GB', "
    "'WenQuanYi Micro Hei', SimSun, sans-serif"
)
"""Where the first is missing, the next: free fonts, then those that Windows and macOS bring."""

NARROW_EM = 0.56
"""How wide a Latin letter or a digit is, on average."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def harmless(text: str) -> str:
    """``text`` with what a page or a renderer acts on made visible, and what XML forbids replaced."""
    return "".join(REPLACEMENT if ord(char) & 0xFFFE == 0xFFFE else char for char in printable(text))


def one_line(text: str) -> str:
    """`harmless` text without line ends."""
    return harmless(text.translate(ONE_LINE))


def escaped(text: str) -> str:
    """``text`` harmless and ready for an element's content or an attribute."""
    return harmless(text).translate(_ESCAPES)


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def element(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element; ``content`` is markup already. ``class_`` is ``class``, ``font_size`` is ``font-size``."""
    named = (
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(content)
    return f"<{name}{''.join(named)}>{inner}</{name}>" if inner else f"<{name}{''.join(named)}/>"


def em(text: str) -> float:
    """The width of ``text`` in units of its font size."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else NARROW_EM for char in text)


def clipped(text: str, width: float) -> str:
    """``text`` in at most ``width`` em, with an ellipsis for what is left out of its middle."""
    if em(text) <= width:
        return text
    room = max(0.0, width - 1.0)
    head = _fitting(text, room * 0.7)
    tail = _fitting(text[::-1], room - em(head))[::-1]
    return f"{head}…{tail}"


def _fitting(text: str, width: float) -> str:
    taken = 0.0
    for place, char in enumerate(text):
        taken += em(char)
        if taken > width:
            return text[:place]
    return text
