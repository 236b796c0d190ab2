"""Texts in cells: whole, however long, and harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.export.xlsx.book import created, in_rows, lines
from policydiff.export.xlsx.texts import CELL_UNITS, cell_text, in_cells, sheet_name, units
from policydiff.synopsis import Mark, Run


def test_a_long_text_is_carried_on_in_further_cells() -> None:
    runs = [Run("甲" * 30_000, Mark.DELETED), Run("𠮷" * 20_000, Mark.INSERTED), Run("尾")]
    cells = in_cells(runs)
    assert [sum(units(run.text) for run in cell) <= CELL_UNITS for cell in cells] == [True] * 3
    assert "".join(run.text for cell in cells for run in cell) == "".join(run.text for run in runs)
    assert cells[0][1].mark is cells[1][0].mark is Mark.INSERTED


def test_the_other_cells_of_a_long_row_are_repeated() -> None:
    rows = list(in_rows([7, "关系", [Run("甲" * 40_000)], [Run("乙")], None]))
    assert [(row[0], row[1], len(row[2]), row[3], row[4]) for row in rows] == [
        (7, "关系", 1, [Run("乙")], None),
        (7, "关系", 1, None, None),
    ]


@given(st.text())
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(cell_text(text)) == len(text)


def test_signs_nobody_may_see_are_seen() -> None:
    assert cell_text("a\x00\x1b\u202e\ud800\ufffeb\n\t") == "a␀␛␦\ufffd\ufffdb\n\t"


def test_names_of_sheets() -> None:
    assert sheet_name("指标/[对照]", []) == "指标__对照_"
    assert sheet_name("Summary", ["summary"]) == "Summary (2)"
    assert sheet_name("history", []) == "history (2)"
    assert sheet_name("", []) == "_"
    assert units(sheet_name("𠮷" * 40, ["𠮷" * 15])) <= 31


def test_dates_that_are_none_are_no_dates() -> None:
    assert created("2021-02-30", "2021", None).year == 1980
    assert created("2021-03-05", "2020-01-01").month == 3


def test_lines() -> None:
    assert lines("甲" * 9 + "\n乙", 10) == 3
