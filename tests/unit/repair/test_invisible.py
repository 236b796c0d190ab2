"""What no reader sees goes; compatibility ideographs become the ordinary ones; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.repair.invisible import find
from tests.unit.repair.reading import mended


def visible(text: str) -> str:
    return mended(text, find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城\u200b市\ufeff", "城市"),
        ("管\u00ad理", "管理"),
        ("\x1b[31m红\x1b[0m字", "红字"),
        ("\x1b]0;标题\x07正文", "正文"),
        ("\x1b]8;;http://example.org\x1b\\链接\x1b]8;;\x1b\\", "链接"),
        ("甲\x00\x07\x7f乙", "甲乙"),
        ("\u202e反\u202c", "反"),
        ("⽂件⾺上", "文件馬上"),
        ("\uf900", "豈"),
        ("甲\x0c乙", "甲乙"),
    ],
)
def test_invisible_characters_go(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize("text", ["第一条\t甲\n乙", "㎡①Ⅱ…", "２０２１年：（）", "臺灣", "👨", "«a»"])
def test_the_visible_stays(text: str) -> None:
    assert find(text) == []


@given(st.text(max_size=60))
def test_no_escape_and_no_control_character_survives(text: str) -> None:
    after = visible(text)

    assert not any(c < " " and c not in "\t\n\r" for c in after)
    assert visible(after) == after
