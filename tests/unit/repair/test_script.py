"""Machine-made traditional text is simplified, real traditional text is not, and no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.model import Span
from policydiff.repair import repair
from policydiff.repair.script import is_machine_made, is_traditional, is_wanted, simplified

MACHINE_MADE = (
    "關于印發“智慧城市”發展規劃的通知，推進數據資源整合，提升城市治理與公共服務能力，云計算、大數據應用。" * 3
)
TAIWANESE = "關於印發「智慧城市」發展規劃之通知，推動資料整合，提升城市治理與公共服務能力，「雲端」應用。" * 3
SIMPLIFIED = "关于印发“智慧城市”发展规划的通知，推进数据资源整合，提升城市治理与公共服务能力。" * 3


def test_three_kinds_of_text() -> None:
    assert [is_traditional(text) for text in (MACHINE_MADE, TAIWANESE, SIMPLIFIED)] == [True, True, False]
    assert is_machine_made(MACHINE_MADE)
    assert not is_machine_made(TAIWANESE)


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        (MACHINE_MADE, "auto", True),
        (MACHINE_MADE, "keep", False),
        (MACHINE_MADE, "simplified", True),
        (TAIWANESE, "auto", False),
        (TAIWANESE, "simplified", True),
        (SIMPLIFIED, "simplified", False),
        ("", "simplified", False),
    ],
)
def test_what_is_wanted(text: str, wanted: str, *, expected: bool) -> None:
    assert is_wanted(text, wanted) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乾安縣", "乾安县"),
        ("瞭望", "瞭望"),
        ("覆蓋與恢復", "覆盖与恢复"),
        ("象徵與剩餘", "象征与剩余"),
        ("看著", "看着"),
        ("圍繞著民生", "围绕着民生"),
        ("著作與名著", "著作与名著"),
        ("顯著提高", "显著提高"),
        ("壞賬", "坏账"),
        ("智慧城市", "智慧城市"),
        ("資訊化", "资讯化"),
        ("頭髮與發展", "头发与发展"),
    ],
)
def test_words_a_converter_gets_wrong(text: str, expected: str) -> None:
    assert simplified(text) == expected


@given(st.text("臺灣關於雲計算著名乾坤後面裡外麵條\n，。AB12", max_size=40))
def test_the_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


def test_one_record_lists_each_character_once() -> None:
    after = repair(MACHINE_MADE)
    (record,) = (r for r in after.repairs if r.kind == "script")

    assert record.span == Span(start=0, end=len(MACHINE_MADE))
    assert len(set(record.before)) == len(record.before) == len(record.after)
    assert dict(zip(record.before, record.after, strict=True))["關"] == "关"
    assert not is_traditional(after.text)
