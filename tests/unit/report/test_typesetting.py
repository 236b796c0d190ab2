from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from policydiff.report.typesetting import beside, clipped, in_flow, padded, set_in_lines
from policydiff.synopsis.printable import printable
from tests.strategies import texts


def broken(text: str, width: int) -> list[str]:
    return [line.plain for line in set_in_lines(Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("推进智慧城市建设", 8, ["推进智慧", "城市建设"]),
        ("推进智慧城，市", 10, ["推进智慧", "城，市"]),
        ("推进智慧（城市）", 10, ["推进智慧", "（城市）"]),
        ("建成NB-IoT网络", 8, ["建成", "NB-IoT网", "络"]),
        ("达到[-80%-]以上", 8, ["达到", "[-80%-]", "以上"]),
        ("建设{+城市+}网络", 6, ["建设", "{+城", "市+}网", "络"]),
        ("one two three", 7, ["one two", "three"]),
        ("第一段\n\n第二段", 10, ["第一段", "", "第二段"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_a_typesetter_would(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


@given(texts(), st.integers(2, 60))
def test_lines_hold_all_but_blanks_and_fit(text: str, width: int) -> None:
    text = printable(text).replace("\t", " ")
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width or len(line) == 1 for line in lines)


PIECES = ("推进", "智慧城市，", "建设。", "（数据）", "网络、", "的", "《规划》")
CLAUSES = st.lists(st.sampled_from(PIECES), max_size=30)


@given(CLAUSES.map("".join), st.integers(10, 40))
def test_closing_marks_begin_no_line_and_opening_ones_end_none(text: str, width: int) -> None:
    lines = broken(text, width)
    assert not any(line[0] in "，。、）》" for line in lines if line)
    assert not any(line[-1] in "（《" for line in lines if line)


def test_styles_stay_with_their_characters() -> None:
    text = Text.assemble("推进", ("智慧城市", "bold"), "建设")
    lines = set_in_lines(text, 8)
    assert [[(s.start, s.end, s.style) for s in line.spans] for line in lines] == [[(2, 4, "bold")], [(0, 2, "bold")]]


def test_columns_stand_beside_each_other() -> None:
    left, right = set_in_lines(Text("智慧城市"), 4), set_in_lines(Text("数字"), 4)
    assert [line.plain for line in beside(left, right, 5, Text("│"))] == ["智慧 │数字", "城市 │"]


def test_items_in_flow_stay_whole() -> None:
    items = [Text("修改 2"), Text("新增 1"), Text("移动 1")]
    assert [line.plain for line in in_flow(items, 18)] == ["修改 2   新增 1", "移动 1"]


@pytest.mark.parametrize(("width", "result"), [(8, "智慧城市"), (7, "智慧城…"), (6, "智慧…"), (1, "…")])
def test_clipping_counts_cells(width: int, result: str) -> None:
    assert clipped("智慧城市", width) == result
    assert padded("智慧城市", width).cell_len == width
