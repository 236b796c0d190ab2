"""Dates and periods as documents print them."""

from __future__ import annotations

import pytest

from policydiff.outline.dates import date_in_name, dates_in, period_in


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021年3月5日", "2021-03-05"),
        ("2021 年 3 月 5 日", "2021-03-05"),
        ("2021年03月05日", "2021-03-05"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("二0一四年八月二十七日", "2014-08-27"),
        ("二〇二〇年元月十日", "2020-01-10"),
        ("2021年3月", "2021-03"),
        ("2021年", "2021"),
        ("2021-3-5", "2021-03-05"),
        ("2021/03/05", "2021-03-05"),
        ("2021.12.05", "2021-12-05"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert [date.iso for date in dates_in(f"于{text}起")] == [iso]


@pytest.mark.parametrize("text", ["1021年3月5日", "12345年", "第2021号", "2021版", "3月5日", "2099年1月1日"])
def test_what_is_no_date(text: str) -> None:
    assert dates_in(text) == []


def test_dates_stand_in_order_with_their_places() -> None:
    text = "自2021-03-05起，至2025年12月止"

    assert [(date.iso, text[date.start : date.end]) for date in dates_in(text)] == [
        ("2021-03-05", "2021-03-05"),
        ("2025-12", "2025年12月"),
    ]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("某市规划（2018-2022年）", (2018, 2022)),
        ("某市行动计划（2021—2023年）", (2021, 2023)),
        ("某市行动方案（2021年至2023年）", (2021, 2023)),
        ("某市“十四五”规划", (2021, 2025)),
        ("某市十三五规划", (2016, 2020)),
        ("某市“十五”计划", (2001, 2005)),
        ("国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (2021, 2025)),
        ("国民经济和社会发展第十个五年计划纲要", (2001, 2005)),
        ("某市智慧城市建设指导意见", None),
        ("某市十五分钟便民生活圈建设方案", None),
        ("某省二十五条措施", None),
        ("第十五届运动会筹备方案", None),
        ("某办法（2021年修订）", None),
        ("某规划（2025-2021年）", None),
    ],
)
def test_periods(title: str, period: tuple[int, int] | None) -> None:
    assert period_in(title) == period


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("诊疗方案-第九版-202203.pdf", "2022-03"),
        ("公告 2021-03-05.docx", "2021-03-05"),
        ("20210305通知.html", "2021-03-05"),
        ("2021年03月05日意见.txt", "2021-03-05"),
        ("2018宪法.pdf", None),
        ("content_5365341.html", None),
        ("2018-2022年规划.pdf", None),
    ],
)
def test_dates_in_names_of_files(name: str, date: str | None) -> None:
    assert date_in_name(name) == date
