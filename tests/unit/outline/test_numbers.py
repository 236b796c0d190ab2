"""Document numbers in canonical print."""

from __future__ import annotations

import pytest

from policydiff.outline.numbers import number_alone


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("国发〔2021〕29号", "国发〔2021〕29号"),
        ("（国发［2021］29号）", "国发〔2021〕29号"),
        ("国办发(2021)第029号", "国办发〔2021〕29号"),
        ("京大数据发 〔2021〕 1 号", "京大数据发〔2021〕1号"),
        ("京教信III〔2021〕1号", "京教信III〔2021〕1号"),
        ("国务院令第719号", "国务院令第719号"),
        ("海关总署公告2023年第12号", "海关总署公告2023年第12号"),
    ],
)
def test_numbers(text: str, printed: str) -> None:
    assert number_alone(text) == printed


@pytest.mark.parametrize(
    "text", ["", "国发29号", "依据国发〔2021〕29号，", "国发〔2021〕29号文件", "第29号", "国发〔1021〕29号", "通知"]
)
def test_what_is_no_number_alone(text: str) -> None:
    assert number_alone(text) is None
