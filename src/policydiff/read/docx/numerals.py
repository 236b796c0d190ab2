"""Numbers in the formats of automatic numbering (ECMA-376-1 §17.18.59), as Word prints them in Chinese documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_SPELLED, _LARGEST_ROMAN = 99_999, 3_999


def numeral(number: int, style: str) -> str:
    """``number`` in the format called ``style``; in digits where the format is unknown or does not reach so far."""
    if style == "none":
        return ""
    return _STYLES.get(style, str)(number) or str(number)


def _spelled(number: int, digits: str, units: tuple[str, str, str, str]) -> str:
    """``units`` are those for ten, a hundred, a thousand and ten thousand; gaps are filled with one zero."""
    if not 0 < number <= _LARGEST_SPELLED:
        return digits[0] if number == 0 else ""
    signs: list[str] = []
    gap = False
    for power in range(4, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(signs)
            continue
        signs += [digits[0]] if gap else []
        signs += [digits[digit], units[power - 1] if power else ""]
        gap = False
    return "".join(signs)


def _thousand(number: int) -> str:
    """十, 十一, 二十, 一百零一."""
    found = _spelled(number, "零" + _DIGITS[1:], ("十", "百", "千", "万"))
    return found.removeprefix("一") if 10 <= number <= 19 else found


def _counting(number: int) -> str:
    """Like that up to 99, digit by digit from 100 on."""
    return _thousand(number) if number < 100 else _digital(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(max(0, number)))


def _letters(number: int) -> str:
    """A … Z, AA, BB …"""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 26 * 20 else ""


def _roman(number: int) -> str:
    signs = ""
    for worth, sign in _ROMAN if 0 < number <= _LARGEST_ROMAN else ():
        signs += sign * (number // worth)
        number %= worth
    return signs


def _from(first: str, count: int) -> Callable[[int], str]:
    """Signs in a row of the code table."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else ""


def _circled(number: int) -> str:
    for first, start, count in (("①", 1, 20), ("㉑", 21, 15), ("㊱", 36, 15)):
        if start <= number < start + count:
            return chr(ord(first) + number - start)
    return ""


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else ""


_STYLES: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "koreanDigital2": _digital,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _thousand,
    "chineseLegalSimplified": lambda number: _spelled(number, _LEGAL, ("拾", "佰", "仟", "萬")),
    "ideographLegalTraditional": lambda number: _spelled(number, _LEGAL_TRADITIONAL, ("拾", "佰", "仟", "萬")),
    "japaneseLegal": lambda number: _spelled(number, _LEGAL_TRADITIONAL, ("拾", "佰", "仟", "萬")),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10] if number > 0 else "",
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12] if number > 0 else "",
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ordinal": lambda number: f"{number}{_ending(number)}",
}


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
