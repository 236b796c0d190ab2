"""Tables over page breaks, part by part."""

from __future__ import annotations

from policydiff.read.grid import Row
from policydiff.read.pdf.parts import Region, joined

HEADER = ("类别", "序号", "任务")
FIRST: tuple[Row, ...] = (HEADER, ("甲类", "1", "建设平台"), ("甲类", "2", "完善机制"))
EDGES = (90.0, 140.0, 190.0, 500.0)


def region(page: int, squares: tuple[Row, ...], *, edges: tuple[float, ...] = EDGES, shift: float = 0.0) -> Region:
    moved = tuple(edge + shift for edge in edges)
    return Region(page, moved[0], 100.0, moved[-1], 700.0, moved, squares)


def test_rows_of_the_next_page_follow() -> None:
    second = region(1, (("乙类", "3", "开放数据"),))
    assert joined(region(0, FIRST), FIRST, second) == (*FIRST, ("乙类", "3", "开放数据"))


def test_a_header_that_is_repeated_is_dropped() -> None:
    second = region(1, (HEADER, ("乙类", "3", "开放数据")))
    assert joined(region(0, FIRST), FIRST, second) == (*FIRST, ("乙类", "3", "开放数据"))


def test_a_cell_that_reaches_over_the_break_is_repeated() -> None:
    second = region(1, (("", "3", "开放数据"), ("", "4", "加强监管"), ("乙类", "5", "")))
    found = joined(region(0, FIRST), FIRST, second)
    assert found is not None
    assert found[3:] == (("甲类", "3", "开放数据"), ("甲类", "4", "加强监管"), ("乙类", "5", ""))


def test_a_row_that_is_cut_is_one_and_the_cell_above_it_goes_on() -> None:
    second = region(1, (("", "", "的长效作用"), ("", "3", "开放数据")))
    found = joined(region(0, FIRST), FIRST, second)
    assert found == (*FIRST[:2], ("甲类", "2", "完善机制的长效作用"), ("甲类", "3", "开放数据"))


def test_columns_that_only_one_page_divides() -> None:
    first = (("任务", "2025年"), ("建设平台", "10"))
    second = region(1, (("完善机制", "完善机制", "20"),), edges=(90.0, 200.0, 300.0, 500.0))
    found = joined(region(0, first, edges=(90.0, 300.0, 500.0)), first, second)
    assert found == (("任务", "任务", "2025年"), ("建设平台", "建设平台", "10"), ("完善机制", "完善机制", "20"))


def test_the_next_column_of_the_same_page_follows_and_other_places_do_not() -> None:
    more = (("乙类", "3", "开放数据"),)
    assert joined(region(0, FIRST), FIRST, region(0, more, shift=450)) is not None
    assert joined(region(0, FIRST), FIRST, region(0, more)) is None
    assert joined(region(0, FIRST), FIRST, region(2, more)) is None
    assert joined(region(0, FIRST), FIRST, region(1, more, shift=40)) is None
    assert joined(region(0, FIRST), FIRST, region(1, more, edges=(90.0, 120.0, 260.0, 500.0))) is None
