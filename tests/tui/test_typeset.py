"""Tables and findings in lines; shares of a width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.model import Pair, Relation, TablePair, TableRow
from policydiff_tui.desk.naming import Names
from policydiff_tui.desk.reading import section_block
from policydiff_tui.typeset.cells import cell_width, shares
from policydiff_tui.typeset.line import Arrangement, Kind, Line, Setting
from policydiff_tui.typeset.lines import Content, block_lines
from tests.samples import deleted, equal, inserted, row
from tests.tui import documents

TABLE = TablePair(
    old=0,
    new=0,
    header=((equal("指标"),), (equal("目标"),)),
    rows=(
        TableRow(relation=Relation.UNCHANGED, cells=((equal("道路"),), (equal("100公里"),))),
        TableRow(relation=Relation.MODIFIED, cells=((equal("基站"),), (deleted("3万个"), inserted("10万个")))),
        TableRow(relation=Relation.ONLY_OLD, cells=((deleted("机房"),), (deleted("2处"),))),
    ),
    columns=((0, 0), (1, 1)),
)
PAIR = replace(row(Relation.MODIFIED, ("4",), ("4",), equal("如下表。")), tables=(TABLE,))


def lines(pair: Pair, arrangement: Arrangement, *, fold: bool = True, width: int = 60) -> list[Line]:
    content = Content(pair=pair, left_titles=("四",), right_titles=("四",), notes=("※ 指标",))
    return list(block_lines(content, Setting(arrangement, width, fold=fold)))


def shown(found: list[Line]) -> list[tuple[str, ...]]:
    """Signs and texts of the lines of tables."""
    start = next(n for n, line in enumerate(found) if line.kind is Kind.TABLE)
    texts = [line for line in found[start + 1 :] if line.kind is Kind.TEXT]
    return [
        (*line.signs, *(piece.text.strip() if piece else "" for piece in (line.left, line.right))) for line in texts
    ]


def test_tables_stand_level_and_rows_that_are_the_same_fold() -> None:
    found = lines(PAIR, Arrangement.BESIDE)
    assert shown(found) == [
        ("", "", "指标 │ 目标", "指标 │ 目标"),
        ("", "", "─────┼────────", "─────┼────────"),
        ("-", "+", "基站 │ 3万个", "基站 │ 10万个"),
        ("-", "", "机房 │ 2处", ""),
    ]
    assert [line.left_out for line in found if line.kind is Kind.ROWS] == [1]
    assert ("", "", "道路 │ 100公里", "道路 │ 100公里") in shown(lines(PAIR, Arrangement.BESIDE, fold=False))


def test_tables_one_above_the_other_and_merged() -> None:
    assert shown(lines(PAIR, Arrangement.STACKED))[2:] == [
        ("-", "", "基站 │ 3万个", ""),
        ("+", "", "基站 │ 10万个", ""),
        ("-", "", "机房 │ 2处", ""),
    ]
    assert shown(lines(PAIR, Arrangement.MERGED))[2:] == [
        ("~", "", "基站 │ 3万个10万个", ""),
        ("~", "", "机房 │ 2处", ""),
    ]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("width", [10, 16, 24, 60])
def test_no_line_of_a_table_is_too_wide(arrangement: Arrangement, width: int) -> None:
    column = Setting(arrangement, width).column
    for line in lines(PAIR, arrangement, fold=False, width=width):
        if line.kind is Kind.TEXT:
            assert all(cell_width(piece.text) <= column for piece in (line.left, line.right) if piece)


def test_what_was_found_stands_below_the_titles() -> None:
    assert [line.kind for line in lines(PAIR, Arrangement.BESIDE)][:2] == [Kind.HEAD, Kind.NOTE]


def test_the_reader_draws_tables() -> None:
    document = documents.old()
    names = Names(document)
    found = section_block(names.sections["4"], names, Setting(Arrangement.STACKED, 40))
    texts = [line.left.text for line in found if line.kind is Kind.TEXT and line.left]
    assert [text.rstrip() for text in texts[-3:]] == ["任务     │ 单位", "─────────┼─────────", "等保测评 │ 市网信办"]


@given(st.lists(st.integers(0, 50), max_size=6), st.integers(-5, 120))
def test_shares_give_no_more_than_is_wanted_or_there(wanted: list[int], width: int) -> None:
    granted = shares(wanted, width)
    assert all(0 <= got <= want for got, want in zip(granted, wanted, strict=True))
    assert sum(granted) <= max(0, width)
    assert sum(granted) == sum(wanted) or sum(granted) > width - len(wanted)
