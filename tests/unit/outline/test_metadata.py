"""Where a document is in force and when it was made, by the first evidence there is."""

from __future__ import annotations

from typing import Any

import pytest

from policydiff.model import Level
from policydiff.outline.frame import Frame
from policydiff.outline.metadata import Metadata, metadata


def facts(title: str = "甲工作方案", *, group: str = "", text: str = "", **fields: Any) -> Metadata:
    return metadata(Frame(title=title, start=0, body=0, end=0, **fields), group=group, text=text)


@pytest.mark.parametrize(
    ("given", "region", "level"),
    [
        ({"title": "国务院关于甲的意见"}, "国家", Level.CENTRAL),
        ({"title": "中央网信办秘书局关于甲的通知"}, "国家", Level.MINISTRY),
        ({"title": "中央宣传部关于甲的通知"}, "国家", Level.CENTRAL),
        ({"title": "国家某总局关于甲的通知"}, "国家", Level.MINISTRY),
        ({"title": "中华人民共和国甲法"}, "国家", Level.CENTRAL),
        ({"title": "广东省深圳市人民政府关于甲的意见"}, "深圳市", Level.CITY),
        ({"title": "贵州省某县人民政府关于甲的意见"}, "贵州省", Level.COUNTY),
        ({"title": "山东省县城智慧化改造方案"}, "山东省", Level.PROVINCE),
        ({"title": "数字山东发展规划"}, "山东省", Level.PROVINCE),
        ({"signers": ("天津市人民政府办公厅",)}, "天津市", Level.PROVINCE),
        ({"group": "国家部委政策文件"}, "国家", Level.MINISTRY),
        ({"group": "山东省政策文件"}, "山东省", Level.PROVINCE),
        ({"doc_number": "国办发〔2021〕1号"}, "国家", Level.CENTRAL),
        ({"doc_number": "黔府发〔2021〕1号"}, "贵州省", Level.PROVINCE),
        ({"preface": "（2021年3月1日国务院第1次常务会议通过）"}, "国家", Level.CENTRAL),
        ({"text": "由国务院规定。报国务院备案。国务院另有规定的除外。"}, "国家", Level.CENTRAL),
        ({"text": "本省是指浙江省。" * 4}, "浙江省", Level.PROVINCE),
        ({"text": "浙江省、江苏省、安徽省协同推进。" * 4}, None, None),
        ({}, None, None),
    ],
)
def test_region_and_level(given: dict[str, Any], region: str | None, level: Level | None) -> None:
    found = facts(**given)

    assert (found.region, found.level) == (region, level)


def test_the_signature_outweighs_the_title() -> None:
    assert facts("国家数据局关于甲的通知", signers=("北京市人民政府",)).region == "北京市"


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ({"signed_date": "2021-03-05", "printed_date": "2021-04"}, "2021-03-05"),
        ({"printed_date": "2021-04", "doc_number": "国发〔2020〕1号"}, "2021-04"),
        ({"preface": "（2016年3月1日通过 根据2019年9月1日决定修正）"}, "2019-09-01"),
        ({"preface": "来源：某网 2022年1月1日\n（2021年3月1日通过）"}, "2021-03-01"),
        ({"preface": "来源：某网 2022年1月1日"}, "2022-01-01"),
        ({"doc_number": "国发〔2020〕1号"}, "2020"),
        ({"doc_number": "国务院令第719号"}, None),
        ({}, None),
    ],
)
def test_dates(given: dict[str, Any], date: str | None) -> None:
    assert facts(**given).date == date


def test_the_plans_own_title_tells_kind_and_period() -> None:
    found = facts("某市关于印发规划的通知", main_title="某市“十四五”智慧城市规划")

    assert (found.kind, found.period) == ("规划", (2021, 2025))
