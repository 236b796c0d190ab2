from __future__ import annotations

import unicodedata

import pytest

from policydiff.synopsis.printable import printable


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("\x1b]0;标题\x07", "␛]0;标题␇"),
        ("\x9b31m", "␦31m"),
        ("\x00\x7f\r", "␀␡␍"),
        ("一\u2028二\x85三", "一␤二␤三"),
        ("a\u202eb\u2066c", "a␦b␦c"),
        ("\ud800", "\ufffd"),
        ("第一段\n\t第二段", "第一段\n\t第二段"),
        ("《规划》〔2021〕 👩‍👩‍👧 𠮷", "《规划》〔2021〕 👩‍👩‍👧 𠮷"),
    ],
)
def test_controls_become_symbols_and_the_rest_stays(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_no_control_or_unencodable_character_survives() -> None:
    every = "".join(map(chr, range(0x11_0000)))
    left = {unicodedata.category(char) for char in printable(every).replace("\n", "").replace("\t", "")}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert len(printable(every)) == len(every)
