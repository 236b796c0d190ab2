"""Half-width punctuation widens where a text has no other; mixed texts and figures stay."""

from __future__ import annotations

import pytest

from policydiff.repair.width import find, is_half_width
from tests.unit.repair.reading import PROSE, mended

NARROW = str.maketrans("，：；（）？！", ",:;()?!")
HALF = (PROSE * 4).translate(NARROW)


def widened(text: str) -> str:
    return mended(HALF + text, find(HALF + text))[len(HALF) :]


def test_a_text_without_one_full_width_comma_is_half_width() -> None:
    assert is_half_width(HALF)
    assert mended(HALF, find(HALF)) == PROSE * 4


def test_a_text_that_mixes_widths_is_left_alone() -> None:
    mixed = HALF + PROSE * 2

    assert not is_half_width(mixed)
    assert find(mixed) == []


def test_a_few_marks_are_no_custom() -> None:
    assert find("第一条 为了规范管理,制定本规定。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(一)总体要求:到2025年,", "（一）总体要求：到2025年，"),
        ("是否可行?可以;", "是否可行？可以；"),
        ("数据(含元数据)共享", "数据（含元数据）共享"),
        ("达到80%,力争90%;", "达到80%，力争90%；"),
        ("(1)建设", "（1）建设"),
    ],
)
def test_marks_beside_chinese_widen(text: str, expected: str) -> None:
    assert widened(text) == expected


@pytest.mark.parametrize(
    "text", ["1,000", "10:30", "http://example.org", "open, source", "f(x) = 1", "3.5", "2018-2022", "a:b"]
)
def test_marks_within_figures_and_latin_stay(text: str) -> None:
    assert widened("共" + text + "等") == "共" + text + "等"
