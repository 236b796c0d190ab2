"""Numerals as values: digits with thousands separators, Chinese numerals up to 亿, and mixtures (1.2亿, 3千)."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "半": 0.5}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

DECIMALS = 6
"""Places kept of a value."""


def value(numeral: str) -> float | None:
    """``1,200`` → 1200, ``三百二十万`` → 3200000, ``三点五`` → 3.5; None where it is no numeral."""
    plain = numeral.replace(",", "")
    if plain.replace(".", "", 1).isdigit() and plain.isascii():
        return float(plain)
    whole, point, decimals = numeral.partition("点")
    if point:
        left, right = _whole(whole), "".join(str(_DIGITS.get(sign, "")) for sign in decimals)
        return None if left is None or not right.isdigit() else float(f"{left:.0f}.{right}")
    return _whole(numeral)


def times(number: float, factor: float) -> int | float:
    """The product without binary dust (2.18 万亿 is 2180000000000), an int where it is whole."""
    product = round(Decimal(repr(number)) * Decimal(repr(factor)), DECIMALS)
    return int(product) if product == int(product) else float(product)


def _whole(numeral: str) -> float | None:
    """``三百二十万`` by sections of 亿 and 万: each multiplies what stands before it."""
    if not numeral or any(sign not in _DIGITS and sign not in _TENS and sign not in _MYRIADS for sign in numeral):
        return None
    if len(numeral) > 1 and all(sign in _DIGITS for sign in numeral):
        return float("".join(str(_DIGITS[sign]) for sign in numeral))
    total = section = digit = 0.0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            total = (
                (total + section + digit or 1) * _MYRIADS[sign]
                if sign == "亿"
                else total + ((section + digit) or 1) * _MYRIADS[sign]
            )
            section = digit = 0
    return total + section + digit
