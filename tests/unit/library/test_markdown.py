"""Library files as people read and edit them."""

from __future__ import annotations

import pytest

from policydiff.errors import LibraryError
from policydiff.library import markdown
from policydiff.model import Level, Problem, Repair, Span, Table
from tests.factory import document, preamble, section

GOALS = Table(at=0, header=("指标", "2025年"), rows=(("覆盖率", "80%"),))

PLAN = document(
    preamble("为建设智慧城市，制定本规划。"),
    section(
        "一、",
        "总体要求",
        "",
        section("（一）", "指导思想", "坚持以人为本。", page=47, span=Span(start=1234, end=1500)),
        section("（二）", "发展目标", "到2025年，建成数据平台。\n覆盖率达到80%。", tables=(GOALS,)),
        page=46,
    ),
    section(
        "二、",
        "一、二、三产业融合",
        "加强领导。\n本节自发布之日起施行。",
        section("阶段一", "启动", "先行先试。"),
        tail=6,
    ),
    doc_number="测政发〔2021〕1号",
    issuers=("测试市人民政府", "测试市大数据局"),
    date="2021-03-05",
    level=Level.CITY,
    period=(2021, 2025),
    signature="测试市人民政府\n2021年3月5日",
    notice="各区人民政府：\n现将《规划》印发给你们。",
    closing="抄送：市委办公厅。",
    problems=(Problem(code="restarted", message="label restarts", span=Span(start=3, end=5)),),
    repairs=(Repair(kind="page_number", span=Span(start=7, end=9), before="47", after="", confidence=0.98),),
)

WRITTEN = """\
---
schema: policydiff.document/1
id: test-plan
title: 测试市智慧城市规划
doc_number: 测政发〔2021〕1号
issuers:
  - 测试市人民政府
  - 测试市大数据局
date: 2021-03-05
level: city
period: [2021, 2025]
signature: |-
  测试市人民政府
  2021年3月5日
origin:
  name: 原文.txt
  sha256: '0000000000000000000000000000000000000000000000000000000000000000'
  media_type: text/plain
  encoding: utf-8
span: [0, 0]
repairs:
  page_number: 1
checksum: 'CHECKSUM'
---

<!-- notice -->

各区人民政府：

现将《规划》印发给你们。

<!-- @0-14 -->

为建设智慧城市，制定本规划。

# 一、 总体要求 <!-- p46 @0-0 -->

## （一） 指导思想 <!-- p47 @1234-1500 -->

坚持以人为本。

## （二） 发展目标 <!-- @0-24 -->

| 指标 | 2025年 |
| --- | --- |
| 覆盖率 | 80% |

到2025年，建成数据平台。

覆盖率达到80%。

# 二、 一、二、三产业融合 <!-- @0-17 -->

加强领导。

## {阶段一} 启动 <!-- @0-5 -->

先行先试。

<!-- # continued -->

本节自发布之日起施行。

<!-- closing -->

抄送：市委办公厅。

<!-- problems
["restarted", "label restarts", 3, 5]
-->

<!-- repairs
["page_number", 7, 9, "47", "", 0.98]
-->
"""


def body(text: str) -> str:
    return f"---\ntitle: 规划\n---\n{text}"


def test_a_document_is_written_for_readers() -> None:
    text = markdown.dump(PLAN)
    checksum = text.split("checksum: '")[1][:16]
    assert text == WRITTEN.replace("CHECKSUM", checksum)
    assert markdown.load(text) == PLAN


def test_an_edited_paragraph_is_what_is_loaded() -> None:
    text = markdown.dump(PLAN).replace("坚持以人为本。", "坚持人民至上。\n\n坚持系统观念。")
    changed = markdown.load(text).section("1.1")
    assert changed is not None
    assert changed.text == "坚持人民至上。\n坚持系统观念。"
    assert changed.span == Span(start=1234, end=1500)
    assert not markdown.untouched(text)
    assert markdown.untouched(markdown.dump(PLAN))


def test_sections_written_by_hand_need_no_comments() -> None:
    found = markdown.load(body("前言\n\n# 一、总体要求\n\n正文\n\n### 深一层\n\n# 2.4G 频段\n")).sections
    assert [(s.id, s.label, s.heading, s.text) for s in found] == [
        ("0", "", "", "前言"),
        ("1", "一、", "总体要求", "正文"),
        ("2", "", "2.4G 频段", ""),
    ]
    assert [(s.id, s.heading) for s in found[0].children + found[1].children] == [("1.1", "深一层")]


def test_a_section_put_in_between_renumbers_those_behind() -> None:
    text = markdown.dump(PLAN).replace("## （一） 指导思想", "## （〇） 新增\n\n新。\n\n## （一） 指导思想")
    found = markdown.load(text)
    assert [s.id for s in found.walk()] == ["0", "1", "1.1", "1.2", "1.3", "2", "2.1"]


def test_more_than_six_levels() -> None:
    deep = section("", "八", "底")
    for heading in "七六五四三二一":
        deep = section("", heading, "", deep)
    assert markdown.load(markdown.dump(document(deep))) == document(deep)


@pytest.mark.parametrize(
    ("line", "label", "heading"),
    [
        ("# 第三条 目的", "第三条", "目的"),
        ("# 第三条", "第三条", ""),
        ("# 第三方评估", "", "第三方评估"),
        ("# （一）目标", "（一）", "目标"),
        ("# 1. 目标", "1.", "目标"),
        ("# 1.2 目标", "1.2", "目标"),
        ("# 5G应用", "", "5G应用"),
        ("# 2021年目标", "", "2021年目标"),
        ("# {} 一、二", "", "一、二"),
        ("# {甲} 乙", "甲", "乙"),
        ("#目标", "", "目标"),
    ],
)
def test_labels_are_told_from_headings(line: str, label: str, heading: str) -> None:
    (found,) = markdown.load(body(line)).sections
    assert (found.label, found.heading) == (label, heading)


def test_dates_and_years_stay_texts() -> None:
    found = markdown.load("---\ntitle: 2021\ndate: 2021-03-05\nperiod: [2021, 2025]\nissuers: 市政府\n---\n")
    assert (found.title, found.date, found.period, found.issuers) == ("2021", "2021-03-05", (2021, 2025), ("市政府",))


def test_unknown_keys_and_comments_are_passed_over() -> None:
    found = markdown.load(
        "---\ntitle: 规划\nreviewed_by: {a: [1]}\nremark: ~\n---\n<!-- 待核 -->\n文\n<!-- 多行\n注释\n-->\n",
        file="某规划.md",
    )
    assert (found.id, found.remark) == ("某规划", None)
    assert [s.text for s in found.sections] == ["文"]


@pytest.mark.parametrize("header", [("甲", "乙"), ()])
@pytest.mark.parametrize("span", [None, Span(start=12, end=40)])
@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_where_a_table_stood_is_kept(header: tuple[str, ...], span: Span | None, at: int) -> None:
    table = Table(at=at, header=header, rows=(("1", "2"),), span=span)
    made = document(section("一、", "甲", "前\n后", tables=(table,)))
    assert markdown.load(markdown.dump(made)) == made


def test_a_table_typed_by_hand() -> None:
    (found,) = markdown.load(body("前\n\n|甲|乙|\n|-|:-:|\n|1|\n\n后\n")).sections
    assert found.tables == (Table(at=2, header=("甲", "乙"), rows=(("1",),)),)
    assert found.text == "前\n后"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("没有元数据", 1),
        ("", 1),
        ("---\ntitle: 规划\n", 1),
        ("---\ntitle: 规划\nkind: a: b\n---\n", 3),
        ("---\ntitle: [规划\n---\n", 3),
        ("---\n- 规划\n---\n", 2),
        ("---\ntitle: 规划\nlevel: village\n---\n", 3),
        ("---\ntitle: 规划\nperiod: 2021\n---\n", 3),
        ("---\ntitle: {}\n---\n", 2),
        ("---\ntitle: x\nissuers: &a [*a]\n---\n", 3),
        ("---\ntitle: x\nspan: [1, x]\n---\n", 3),
        ("---\ntitle: x\nexcerpt: [1]\n---\n", 3),
        ("---\ntitle: x\norigin: y\n---\n", 3),
        pytest.param("---\ntitle: " + "[" * 200_000 + "\n---\n", 2, id="nested"),
        ("---\ntitle: 规划\n---\n文\n<!-- repairs\n[1, 2]\n-->\n", 5),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(LibraryError) as raised:
        markdown.load(text, file="规划.md")
    assert "规划.md" in raised.value.what
    assert f"{line}" in raised.value.what
    assert raised.value.cause
    assert raised.value.fix
