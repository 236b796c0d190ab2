"""Names in wide letters close up within a line; a heading's own line is custom; names keep their blank between them."""

from __future__ import annotations

import pytest

from policydiff.repair import blanks, spaced
from tests.unit.repair.reading import PROSE, mended


@pytest.mark.parametrize(
    ("name", "expected"),
    [("科 学 技 术 部", "科学技术部"), ("交 通 运 输 部", "交通运输部"), ("财　政　部", "财政部")],
)
def test_wide_names_close_up(name: str, expected: str) -> None:
    text = f"{PROSE}{name}{PROSE}"

    assert mended(text, spaced.find(text)) == f"{PROSE}{expected}{PROSE}"


@pytest.mark.parametrize("names", ["中共中央 国务院", "财政部 教育部 科技部", "国家 发展 改革", "甲 乙"])
def test_blanks_between_names_stay(names: str) -> None:
    text = PROSE + names + PROSE

    assert spaced.find(text) == []
    assert blanks.find(text) == []


def test_a_heading_on_its_own_line_is_left_to_the_blanks() -> None:
    assert spaced.find("第一章　总　　则\n" + PROSE) == []
    assert spaced.find("附 件 一\n" + PROSE) == []
