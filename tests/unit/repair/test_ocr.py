"""Confusions of character recognition that leave no doubt."""

from __future__ import annotations

import pytest

from policydiff.repair.ocr import find
from tests.unit.repair.reading import mended


def read(text: str) -> str:
    return mended(text, find(text))


def test_al_is_ai_where_ai_is_written_elsewhere() -> None:
    assert read("发展AI产业，推广AI应用，Al赋能") == "发展AI产业，推广AI应用，AI赋能"


def test_stray_strokes_before_a_colon_go() -> None:
    assert read("完成建设。子工己了:推进应用") == "完成建设。推进应用"


@pytest.mark.parametrize(
    "text",
    ["Al赋能", "AI与Al", "AI、AI和Alpha", "AI、AI、GAl", "完成建设。工厂：", "人工智能。主要任务：推进", "八一："],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert find(text) == []
