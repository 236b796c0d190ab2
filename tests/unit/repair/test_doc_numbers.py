"""Document numbers get their brackets back; other digits before 号 stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.repair.doc_numbers import find
from tests.unit.repair.reading import mended


def restored(text: str) -> str:
    return mended(text, find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国发202129 号", "国发〔2021〕29号"),
        ("（国办发 2022102号）", "（国办发〔2022〕102号）"),
        ("京大数据发20211 号", "京大数据发〔2021〕1号"),
        ("發改高技 2014 1770 號", "發改高技〔2014〕1770號"),
        ("鲁政办字2020136号", "鲁政办字〔2020〕136号"),
        ("关于印发方案的通知工信厅信管函2022251号", "关于印发方案的通知工信厅信管函〔2022〕251号"),
    ],
)
def test_brackets_come_back(text: str, expected: str) -> None:
    assert restored(text) == expected


@given(st.sampled_from(["国发", "国办函", "发改高技", "鲁政字"]), st.integers(1950, 2020), st.integers(1, 99999))
def test_any_number_comes_back(org: str, year: int, serial: int) -> None:
    assert restored(f"（{org}{year}{serial}号）") == f"（{org}〔{year}〕{serial}号）"


@pytest.mark.parametrize(
    "text",
    [
        "国发〔2021〕29号",
        "国发(2021)29号",
        "第719号令",
        "于2021年3月印发29号文",
        "门牌202129号楼",
        "国发2021029号",
        "国发209929号",
        "国发189929号",
        "电话12345号",
        "通知2021年29号",
    ],
)
def test_other_digits_stay(text: str) -> None:
    assert find(text) == []
