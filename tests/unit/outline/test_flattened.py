"""Tables that ran together into one line get their rows and cells back."""

from __future__ import annotations

import pytest

from policydiff.outline import parse
from policydiff.outline.flattened import find, listed
from policydiff.read import source

LIST = (
    "序号发文部门文件名称文号年份1国务院关于加强甲工作的意见国发〔2022〕14号20222国务院办公厅关于印发乙方案的通知国办函〔2022〕102号2022"
    "3财政部 教育部关于丙工作的通知/20234国家数据局丁实施方案国数〔2023〕5号2023"
)
AREAS = "序号地区任务1贵阳市建设数据中心集群2遵义市开展智慧旅游试点3毕节市推进数字乡村建设"


def test_a_list_of_documents() -> None:
    (table,) = find("前文。" + LIST)

    assert table.header == ("序号", "发文部门", "文件名称", "文号", "年份")
    assert table.rows == (
        ("1", "国务院", "关于加强甲工作的意见", "国发〔2022〕14号", "2022"),
        ("2", "国务院办公厅", "关于印发乙方案的通知", "国办函〔2022〕102号", "2022"),
        ("3", "财政部 教育部", "关于丙工作的通知", "", "2023"),
        ("4", "国家数据局", "丁实施方案", "国数〔2023〕5号", "2023"),
    )
    assert table.lists_documents


def test_the_documents_it_lists() -> None:
    (table,) = find(LIST)
    rows = listed(table)

    assert [(row.number, row.issuers, row.doc_number, row.year) for row in rows] == [
        (1, ("国务院",), "国发〔2022〕14号", 2022),
        (2, ("国务院办公厅",), "国办函〔2022〕102号", 2022),
        (3, ("财政部", "教育部"), None, 2023),
        (4, ("国家数据局",), "国数〔2023〕5号", 2023),
    ]


def test_columns_in_another_order_or_missing() -> None:
    text = "序号文件名称文号1关于甲工作的意见国发〔2022〕14号2关于乙方案的通知国办函〔2022〕102号3丙规划国数〔2023〕5号"
    (table,) = find(text)

    assert table.rows[0] == ("1", "关于甲工作的意见", "国发〔2022〕14号")
    assert [(row.title, row.issuers, row.doc_number, row.year) for row in listed(table)][1:] == [
        ("关于乙方案的通知", (), "国办函〔2022〕102号", 2022),
        ("丙规划", (), "国数〔2023〕5号", 2023),
    ]


def test_a_header_repeated_at_a_page_break_goes() -> None:
    repeated = LIST.replace("20234国家", "2023序号发文部门文件名称文号年份4国家")

    assert find(repeated)[0].rows == find(LIST)[0].rows


def test_areas() -> None:
    (table,) = find(AREAS + "。以上任务按期完成。")

    assert table.rows == (
        ("1", "贵阳市", "建设数据中心集群"),
        ("2", "遵义市", "开展智慧旅游试点"),
        ("3", "毕节市", "推进数字乡村建设"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "按序号排列，共1项任务2项工程3个平台。",
        "序号地区任务1贵阳市建设2遵义市试点",
        "序号1甲2乙3丙",
        "推进1个平台、2个中心、3个基地建设。",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert find(text) == []


def test_a_table_leaves_its_text_and_a_list_of_documents_leaves_nothing() -> None:
    text = f"某市规划\n一、任务分工\n分工如下。{AREAS}\n二、文件清单\n清单如下。{LIST}\n"
    found = parse(source(text.encode(), name="x.txt"))
    first, second = found.documents[0].sections

    assert (first.text, second.text) == ("分工如下。", "清单如下。")
    assert [table.at for table in first.tables] == [5]
    assert second.tables == ()
    assert len(found.listed) == 4
    kept = parse(source(text.encode(), name="x.txt"), skip_repairs=frozenset({"table"})).documents[0]
    assert "贵阳市" in kept.sections[0].text
