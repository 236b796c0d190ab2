"""Blanks of type-setting fold; those that part names stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.keys import key
from policydiff.repair.blanks import find
from tests.unit.repair.reading import mended


def folded(text: str) -> str:
    return mended(text, find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到 2025 年", "到2025年"),
        ("建设 5G 基站 7 万个", "建设5G基站7万个"),
        ("　　第一条　为了规范管理", "第一条 为了规范管理"),
        ("行尾  \n  行首", "行尾\n行首"),
        ("达到 80% 以上 ， 力争", "达到80%以上，力争"),
        ("第一章　总　则", "第一章 总则"),
        ("总　　则", "总 则"),
        ("目　　录\n正文", "目 录\n正文"),
        ("一段\n\n\n\n二段", "一段\n\n二段"),
        ("中共中央  国务院", "中共中央 国务院"),
        ("甲\u00a0乙", "甲 乙"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize("text", ["中共中央 国务院", "open source", "甲\n\n乙", "3 5", "IPv6 Plus"])
def test_single_blanks_that_part_words_stay(text: str) -> None:
    assert find(text) == []


texts = st.text("一二第章总则 \u3000\t\u00a0\n，。（）2021%AB", max_size=60)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(texts)
def test_only_blanks_go(text: str) -> None:
    assert key(folded(text)) == key(text)
