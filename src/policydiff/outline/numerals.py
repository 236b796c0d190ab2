"""Chinese numerals of labels and dates, up to 9,999."""

from __future__ import annotations

_SIGNS = "〇一二三四五六七八九"
_DIGITS = {sign: value for value, sign in enumerate(_SIGNS)} | {"零": 0, "○": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CN = "〇零○一二三四五六七八九十百千"
"""Characters a numeral of a label may hold (for character classes)."""


def number(numeral: str) -> int | None:
    """``十二`` → 12, ``二〇二一`` → 2021, ``27`` → 27; None where it is no numeral."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or any(c not in _DIGITS and c not in _UNITS for c in numeral):
        return None
    if all(c in _DIGITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total, digit = 0, 0
    for c in numeral:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * _UNITS[c]
            digit = 0
    return total + digit


def numeral(value: int) -> str:
    """12 → ``十二``, 1005 → ``一千零五``, as labels print them; from 10,000 on in digits."""
    if value >= 10_000:
        return str(value)
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap and text else "") + _SIGNS[digit] + sign
        gap = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
