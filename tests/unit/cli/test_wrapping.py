from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.cli.wrapping import CLOSING, OPENING, cells, wrapped

PROSE = st.text("一二三城市智慧 abc-DEF，。（）《》“”—12", max_size=80)


def test_wide_characters_take_two_cells() -> None:
    assert cells("数据A") == 5
    assert cells("e\u0301") == 1


def test_words_stay_whole_and_chinese_breaks_anywhere() -> None:
    assert wrapped("compare two documents", 11) == ["compare two", "documents"]
    assert wrapped("比较两份政策文件", 8) == ["比较两份", "政策文件"]


def test_punctuation_clings() -> None:
    assert wrapped("比较文件，列出差异", 8) == ["比较文", "件，列出", "差异"]
    assert wrapped("参见《规划纲要》", 8) == ["参见《规", "划纲要》"]


@given(PROSE, st.integers(8, 40))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == "".join(text.split())


@given(PROSE, st.integers(8, 40))
def test_lines_fit_unless_a_word_is_longer(text: str, width: int) -> None:
    for line in wrapped(text, width):
        assert cells(line) <= width or len(wrapped(line, width)) == 1
        assert line == line.rstrip()


@given(st.text("一二三，。《》（", min_size=1, max_size=60))
def test_lines_begin_and_end_well(text: str) -> None:
    lines = wrapped("开" + text, 10)
    assert not any(line[0] in CLOSING for line in lines)
    assert not any(line[-1] in OPENING for line in lines[:-1])
