"""Tables and findings in lines; shares of a width."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.model import Edit, Pair, Relation, TablePair, TableRow
from policydiff_tui.desk.naming import Names
from policydiff_tui.desk.reading import section_block
from policydiff_tui.typeset.cells import cell_width, shares
from policydiff_tui.typeset.dimming import DIM
from policydiff_tui.typeset.halves import Half, levels, merged, one_sided
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


FORMULA = "加强组织领导，"
RUN = "推进交通信号联网联控，建设智慧停车平台，缓解中心城区停车难问题，" + FORMULA + "方便群众出行。"
EDITS = (
    *(deleted("甲"), inserted("乙丙丁"), equal(RUN), deleted(FORMULA), replace(inserted("强化" + FORMULA), move=1)),
    *(equal("\n" + FORMULA + "\n" + RUN), inserted(FORMULA)),
)


def _dim_texts(half: Half) -> list[str]:
    return [half.text[span.start : span.end] for span in half.spans if span.mark == DIM]


def _places(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in re.finditer(FORMULA, text))


@pytest.mark.parametrize("fold", [True, False])
@pytest.mark.parametrize("signs", [True, False])
def test_dim_places_keep_to_their_words_through_folds_and_signs(fold: bool, signs: bool) -> None:
    pair = row(Relation.MODIFIED, ("4",), ("4",), *EDITS)
    dim = _places(one_sided(EDITS, new=False)), _places(one_sided(EDITS, new=True))
    found = list(levels(pair, fold=fold, signs=signs, dim=dim))
    assert any(level.left_out for level in found) is fold
    for side in ("left", "right"):
        halves = [getattr(level, side) for level in found]
        said = [text for half in halves for text in _dim_texts(half)]
        assert set(said) == {FORMULA}
        assert len(said) == sum(half.text.count(FORMULA) for half in halves)
    woven = [level.left for level in merged(pair, fold=fold, signs=signs, dim=dim)]
    assert [text for half in woven for text in _dim_texts(half)] == [FORMULA] * "".join(h.text for h in woven).count(
        FORMULA
    )


def test_dim_text_keeps_the_mark_of_its_change() -> None:
    pair = row(Relation.MODIFIED, ("4",), ("4",), deleted(FORMULA + "甲"), inserted("乙"))
    (level,) = levels(pair, fold=True, dim=(((0, len(FORMULA)),), ()))
    assert [(s.start, s.end, s.mark) for s in level.left.spans] == [(0, 8, "deleted"), (0, 7, DIM)]


@given(st.lists(st.sampled_from([equal(RUN), equal("和\n"), deleted("甲，"), inserted("乙丙。\n")]), max_size=9))
def test_every_character_is_dim_where_every_place_is(edits: list[Edit]) -> None:
    pair = row(Relation.MODIFIED, ("4",), ("4",), *edits)
    texts = [one_sided(edits, new=new) for new in (False, True)]
    dim = tuple(tuple((n, n + 1) for n, char in enumerate(text) if char != "\n") for text in texts)
    for level in levels(pair, fold=True, dim=(dim[0], dim[1])):
        for half in (level.left, level.right):
            assert "".join(_dim_texts(half)) == half.text.replace("\n", "")
