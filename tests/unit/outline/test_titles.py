"""What a printed title says."""

from __future__ import annotations

import pytest

from policydiff.outline.titles import first_title_line, issuers_of, looks_like_title, printed_title, transmitted


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ("（七）国务院关于甲的指导意见（国发〔2022〕14号）", "国务院关于甲的指导意见", "国发〔2022〕14号", None),
        ("某市规划（2021年3月）", "某市规划", None, "2021-03"),
        ("某省条例(2017-12-01)", "某省条例", None, "2017-12-01"),
        ("某市规划（2021-2025年）", "某市规划（2021-2025年）", None, None),
        ("某办法（试行）", "某办法（试行）", None, None),
        ("某市人民政府\n关于甲的意见", "某市人民政府关于甲的意见", None, None),
        ("中共中央 国务院关于甲的意见", "中共中央 国务院关于甲的意见", None, None),
        ("某市 智慧城市 规划", "某市智慧城市规划", None, None),
    ],
)
def test_printed_titles(text: str, title: str, number: str | None, date: str | None) -> None:
    assert printed_title(text) == (title, number, date)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("国务院关于加强数字政府建设的指导意见", ("国务院",)),
        ("财政部 教育部关于甲的通知", ("财政部", "教育部")),
        ("某市人民政府印发《甲规划》的通知", ("某市人民政府",)),
        ("关于甲的通知", ()),
        ("公安部甲办法", ("公安部",)),
        ("数字中国", ()),
    ],
)
def test_issuers(title: str, names: tuple[str, ...]) -> None:
    assert issuers_of(title) == names


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("某市人民政府关于印发某市智慧城市规划的通知", "某市智慧城市规划"),
        ("某厅关于印发《甲方案（试行）》的通知", "甲方案（试行）"),
        ("某厅转发某局关于甲工作意见的通知", "某局关于甲工作意见"),
        ("某市公布行政许可事项目录的公告", "行政许可事项目录"),
        ("某市关于做好甲工作的通知", None),
        ("某市规划", None),
    ],
)
def test_transmitted_plans(title: str, plan: str | None) -> None:
    assert transmitted(title) == plan


@pytest.mark.parametrize("text", ["某市智慧城市规划", "一、某市智慧城市规划", "某省条例（2021年修订）"])
def test_titles(text: str) -> None:
    assert looks_like_title(text)


@pytest.mark.parametrize("text", ["规划", "加快编制规划。实施意见", "数字中国", "某" * 121 + "规划"])
def test_what_is_no_title(text: str) -> None:
    assert not looks_like_title(text)


@pytest.mark.parametrize(
    ("lines", "index", "first"),
    [
        (["某市人民政府", "关于印发甲规划的通知"], 1, 0),
        (["天津市人民政府办公厅", "关于印发甲规划的通知"], 1, 0),
        (["国务院办公厅关于印发甲", "实施方案的通知"], 1, 0),
        (["目录。", "实施方案的通知"], 1, 1),
        (["甲", "乙", "丙", "丁", "实施方案的通知"], 4, 4),
    ],
)
def test_where_a_title_begins(lines: list[str], index: int, first: int) -> None:
    assert first_title_line(lines, index) == first


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("某市关于印发“无废城市”建设工作方案的通知", "“无废城市”建设工作方案"),
        ("某市关于印发《数据规则》的通知", "数据规则"),
        ("某市关于印发“数据规则（试行）”的通知", "数据规则（试行）"),
        ("某市关于印发粮食应急预案的函", "粮食应急预案"),
    ],
)
def test_what_a_notice_transmits_in_quotes_or_with_a_quotation(title: str, plan: str) -> None:
    assert transmitted(title) == plan
