from __future__ import annotations

from policydiff.synopsis.cells import Cell, Paragraph, Run
from policydiff.synopsis.dimming import dimmed, dimmed_runs
from policydiff.synopsis.marks import Mark

FORMULA, TASK = "各市要切实加强组织领导。", "建设统一的平台。"


def test_formulas_are_common_and_tasks_are_not() -> None:
    assert dimmed_runs([Run(FORMULA + TASK)]) == (Run(FORMULA, common=True), Run(TASK))


def test_marks_and_moves_stay() -> None:
    runs = [Run("各市要", Mark.INSERTED), Run("切实加强组织领导。" + TASK, Mark.MOVED_HERE, 1)]
    assert dimmed_runs(runs) == (
        Run("各市要", Mark.INSERTED, None, True),
        Run("切实加强组织领导。", Mark.MOVED_HERE, 1, True),
        Run(TASK, Mark.MOVED_HERE, None, False),
    )


def test_headings_and_missing_sides_stay() -> None:
    heading = Paragraph((Run("加强组织领导"),), "1", "一、", heading=True)
    cell = Cell((), (heading, Paragraph((Run(FORMULA),), "1")))
    assert dimmed(None) is None
    found = dimmed(cell)
    assert found is not None
    assert found.blocks[0] == heading
    assert found.text == cell.text
