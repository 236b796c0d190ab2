"""Tables of cells: titles above, headers of one or several rows, notes below, what a page break parted."""

from __future__ import annotations

from policydiff.read.grid import grid

HEADER = ["序号", "任务", "单位"]
ROW = ["1", "建设感知体系", "某局"]


def test_the_first_row_of_names_is_the_header() -> None:
    found = grid([HEADER, ROW])
    assert found is not None
    assert (found.header, found.rows) == (tuple(HEADER), (tuple(ROW),))
    assert found.lines() == ["序号\t任务\t单位", "1\t建设感知体系\t某局"]


def test_a_table_of_figures_and_sentences_has_no_header() -> None:
    found = grid([["1", "建设感知体系。", "2021"], ROW])
    assert found is not None
    assert found.header == ()
    assert len(found.rows) == 2


def test_titles_and_notes_across_the_table_stand_outside() -> None:
    found = grid([["任务表"] * 3, HEADER, ROW, ["注：按年度分解"] * 3])
    assert found is not None
    assert (found.above, found.below) == (("任务表",), ("注：按年度分解",))


def test_a_header_of_two_rows_is_one_name_a_column() -> None:
    found = grid([["指标", "目标值", "目标值"], ["指标", "2025年", "2030年"], ["增速", "5%", "6%"]])
    assert found is not None
    assert found.header == ("指标", "目标值 2025年", "目标值 2030年")
    assert found.rows == (("增速", "5%", "6%"),)


def test_columns_that_say_nothing_are_dropped() -> None:
    found = grid([["序号", "", "任务"], ["1", "", "建设"]])
    assert found is not None
    assert found.header == ("序号", "任务")


def test_one_row_or_one_column_is_no_table() -> None:
    assert grid([HEADER]) is None
    assert grid([["专栏"], ["建设"]]) is None
    assert grid([]) is None
