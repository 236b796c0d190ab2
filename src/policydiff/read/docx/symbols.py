"""Characters of symbol fonts (``w:sym``, §17.3.3.30) as the characters of Unicode that look so."""

from __future__ import annotations

from collections.abc import Mapping

UNKNOWN = "□"

_WINGDINGS: Mapping[int, str] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x52: "☑",
    0x54: "☒",
}
_SYMBOL: Mapping[int, str] = {
    0xA3: "≤",
    0xB3: "≥",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xAE: "→",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x6D: "μ",
    0x44: "Δ",
    0x53: "Σ",
}


def symbol(font: str, code: str) -> str:
    """The character for ``code`` (hexadecimal, perhaps in the private area F000–F0FF) of ``font``."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    if not 0xF000 <= number <= 0xF0FF and number > 0xFF:
        return chr(number) if number <= 0x10FFFF else UNKNOWN
    table = _SYMBOL if font.lower() == "symbol" else _WINGDINGS
    return table.get(number & 0xFF, UNKNOWN)
