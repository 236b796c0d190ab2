"""Chinese numerals of labels and dates, up to 9,999."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CN = "〇零○一二三四五六七八九十百千"
"""Characters a numeral of a label may hold (for character classes)."""


def number(numeral: str) -> int | None:
    """``十二`` → 12, ``二〇二一`` → 2021, ``27`` → 27; None where it is no numeral."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or any(c not in DIGITS and c not in _UNITS for c in numeral):
        return None
    if all(c in DIGITS for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    total, digit = 0, 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        else:
            total += (digit or 1) * _UNITS[c]
            digit = 0
    return total + digit


def numeral(value: int) -> str:
    """12 → ``十二``; 1 to 999, as labels print them."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_sign(hundreds)}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _sign(tens)) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_sign(ones) if ones else "")


def _sign(value: int) -> str:
    return "〇一二三四五六七八九"[value]
