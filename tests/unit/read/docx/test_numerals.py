from __future__ import annotations

import pytest

from policydiff.read.docx.numerals import numeral


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCounting", "二十一"),
        (105, "chineseCounting", "一〇五"),
        (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (2000, "chineseCountingThousand", "二千"),
        (12, "ideographDigital", "一二"),
        (10, "chineseLegalSimplified", "壹拾"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographZodiac", "戌"),
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (1949, "upperRoman", "MCMXLIX"),
        (4, "lowerRoman", "iv"),
        (20, "decimalEnclosedCircle", "⑳"),
        (36, "decimalEnclosedCircleChinese", "㊱"),
        (2, "decimalEnclosedParen", "⑵"),
        (12, "ordinal", "12th"),
        (5, "none", ""),
        (5, "somethingNew", "5"),
        (0, "chineseCountingThousand", "零"),
        (99, "decimalEnclosedCircle", "99"),
    ],
)
def test_numbers_as_word_prints_them(number: int, style: str, printed: str) -> None:
    assert numeral(number, style) == printed
