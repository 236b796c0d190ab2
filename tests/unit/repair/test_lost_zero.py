from __future__ import annotations

import pytest

from policydiff.repair import lost_zero, repair


def test_a_year_without_its_zero_gets_it_back() -> None:
    clean = repair("依据天津市国民经济和社会发展第十四个五年规划和二三五年远景目标纲要，编制本规划。")
    assert "二〇三五年远景目标" in clean.text
    assert [r.kind for r in clean.repairs] == [lost_zero.KIND]


@pytest.mark.parametrize("text", ["共十二三五年。", "二三年级学生。", "二三年内完成。", "见《规划》二三五年远景。"])
def test_other_numerals_are_left_alone(text: str) -> None:
    assert lost_zero.find(text) == []
