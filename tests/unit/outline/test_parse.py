"""Whole texts, from what an office writes to the tree of sections."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given

from policydiff.model import Level
from policydiff.outline import parse
from policydiff.read import source
from tests.strategies import texts
from tests.unit.outline.reading import document, outline, parsed

FILL = "推进数据资源共享开放，提升城市治理和公共服务水平，形成可持续发展的长效机制。"
LONG = "".join(
    f"{verb}{subject}{thing}，形成长效机制。"
    for verb, subject, thing in product(
        ("推进", "完善", "加强", "优化"),
        ("数据资源", "城市治理", "公共服务"),
        ("共享开放", "协同联动", "精细管理", "便民举措"),
    )
)
"""Makes a line so long that its text is a stream."""


def test_a_plan() -> None:
    found = document(
        "某市“十四五”智慧城市规划\n为推进建设，制定本规划。\n第一章　发展基础\n第一节　现状\n成效明显。\n第二节　形势\n"
        "机遇难得。\n第二章　重点任务\n一、夯实基础\n（一）网络。加快建设。\n（二）算力。统筹布局。\n二、强化应用\n"
        "1.政务\n一网通办。\n2.民生\n便民惠民。\n"
    )

    assert outline(found.sections) == [
        "0  = 为推进建设，制定本规划。",
        "1 第一章发展基础",
        "1.1 第一节现状 = 成效明显。",
        "1.2 第二节形势 = 机遇难得。",
        "2 第二章重点任务",
        "2.1 一、夯实基础",
        "2.1.1 （一）网络 = 加快建设。",
        "2.1.2 （二）算力 = 统筹布局。",
        "2.2 二、强化应用",
        "2.2.1 1.政务 = 一网通办。",
        "2.2.2 2.民生 = 便民惠民。",
    ]
    assert (found.kind, found.period, found.problems) == ("规划", (2021, 2025), ())


def test_a_law() -> None:
    found = document(
        "某省大数据发展条例\n（2021年9月30日某省人民代表大会常务委员会通过）\n目录\n第一编　总则\n第二编　附则\n"
        "第一编　总　则\n第一章　一般规定\n第一条　为了规范管理，制定本条例。\n第二条　有下列情形之一的：\n（一）甲；\n"
        "（二）乙。\n第二条之一　丙。\n第三条　依照\n第一条规定执行。\n第二编　附　则\n"
        "第四条　本条例自2022年1月1日起施行。\n"
    )

    assert outline(found.sections) == [
        "1 第一编总则",
        "1.1 第一章一般规定",
        "1.1.1 第一条 = 为了规范管理，制定本条例。",
        "1.1.2 第二条 = 有下列情形之一的：/（一）甲；/（二）乙。",
        "1.1.3 第二条之一 = 丙。",
        "1.1.4 第三条 = 依照/第一条规定执行。",
        "2 第二编附则",
        "2.1 第四条 = 本条例自2022年1月1日起施行。",
    ]
    assert found.problems == ()


def test_a_preamble_around_a_table_of_contents_is_kept() -> None:
    found = document(
        "某市规划\n前言先行。\n目录\n第一章　总则\n第二章　附则\n序言在后。\n第一章　总则\n甲。\n第二章　附则\n乙。\n"
    )

    assert outline(found.sections) == ["0  = 前言先行。/序言在后。", "1 第一章总则 = 甲。", "2 第二章附则 = 乙。"]


def test_numbers_that_run_through_a_document() -> None:
    numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    lines = [f"（{n}）任务{n}\n内容{n}。" for n in numerals]
    found = document("某市规划\n一、甲\n" + "\n".join(lines[:5]) + "\n二、乙\n" + "\n".join(lines[5:]) + "\n")

    assert [section.label for section in found.sections[1].children] == [f"（{n}）" for n in numerals[5:]]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        (("一、", "二、", "二、"), "label_repeated"),
        (("一、", "二、", "一、"), "label_restarted"),
        (("一、", "二、", "四、"), "label_skipped"),
    ],
)
def test_odd_labels_are_problems_with_their_places(labels: tuple[str, ...], code: str) -> None:
    text = "某市规划\n" + "".join(f"{label}任务\n内容。\n" for label in labels)
    found = document(text)

    (problem,) = found.problems
    assert problem.code == code
    assert text[problem.span.start : problem.span.end] == labels[-1]
    assert labels[-1] in problem.message
    assert [section.label for section in found.sections] == list(labels)


def test_an_oddity_beyond_a_thousand_articles_is_a_problem_like_any_other() -> None:
    text = "某法\n" + "".join(f"第{number}条　甲。\n" for number in (*range(1, 1001), 1005))

    (problem,) = document(text).problems

    assert problem.message == "第1005条 follows where 一千零一 was expected"


def test_run_in_headings_on_lines() -> None:
    found = document(
        "某市规划\n一、重点任务\n（一）完善基础设施。加快网络建设，推进算力布局。\n（二）加强组织领导。压实责任，定期调度。\n"
        f"二、主要举措\n统筹城市感知体系。{FILL}\n建设城市算力底座。{FILL}\n"
    )

    assert outline(found.sections) == [
        "1 一、重点任务",
        "1.1 （一）完善基础设施 = 加快网络建设，推进算力布局。",
        "1.2 （二）加强组织领导 = 压实责任，定期调度。",
        "2 二、主要举措",
        f"2.1 统筹城市感知体系 = {FILL}",
        f"2.2 建设城市算力底座 = {FILL}",
    ]


def test_headings_after_a_dash() -> None:
    found = document(f"某市规划\n一、基本原则\n——坚持需求导向。{FILL}\n——坚持统筹推进。{FILL}\n二、任务\n{FILL}\n")

    assert [section.heading for section in found.sections[0].children] == ["坚持需求导向", "坚持统筹推进"]


def test_text_after_the_children_is_the_parents_tail() -> None:
    found = document(
        "某市通知\n一、工作要求\n（一）加强领导。压实责任。\n（二）加强协调。形成合力。\n（三）加强宣传。营造氛围。\n"
        "各区要按月报送进展。\n二、附则\n本通知自发布之日起施行。\n"
    )
    parent = found.sections[0]

    assert [child.text for child in parent.children] == ["压实责任。", "形成合力。", "营造氛围。"]
    assert parent.text == "各区要按月报送进展。"
    assert parent.tail == 0


def test_text_before_and_after_the_children() -> None:
    found = document(
        "某市通知\n一、工作要求\n要做好以下工作：\n（一）加强领导。压实责任。\n（二）加强协调。形成合力。\n"
        "（三）加强宣传。营造氛围。\n各区要按月报送进展。\n二、附则\n自发布之日起施行。\n"
    )
    parent = found.sections[0]

    assert parent.text == "要做好以下工作：\n各区要按月报送进展。"
    assert parent.tail is not None
    assert parent.text[parent.tail :] == "各区要按月报送进展。"


def test_the_closing_belongs_to_no_section() -> None:
    found = document(
        "某市通知\n（一）加强领导。压实责任。\n（二）加强协调。形成合力。\n（三）加强宣传。营造氛围。\n特此通知。\n"
    )

    assert found.sections[-1].text == "营造氛围。"
    assert found.closing == "特此通知。"


def test_a_stream() -> None:
    found = document(
        f"国务院办公厅关于推进甲工作的意见\n一、总体要求（一）指导思想。{LONG}（二）主要目标。到2025年基本建成。{LONG}"
        f"二、重点任务（一）推进数据共享。{LONG}（二）以人为本。{LONG}三、保障措施。{LONG}国务院办公厅2021年3月5日"
    )

    assert [f"{s.label}{s.heading}" for s in found.walk()] == [
        "一、总体要求", "（一）指导思想", "（二）主要目标", "二、重点任务", "（一）推进数据共享", "（二）以人为本",
        "三、保障措施",
    ]  # fmt: skip
    assert found.date == "2021-03-05"


def test_in_a_stream_the_closing_is_told_by_whom_it_addresses() -> None:
    found = document(
        f"某市关于推进甲工作的意见\n一、总体要求。{LONG}二、保障措施（一）加强领导。{LONG}（二）加强协调。{LONG}"
        "各区人民政府、各有关部门要结合实际抓好落实。"
    )

    assert found.closing == "各区人民政府、各有关部门要结合实际抓好落实。"
    assert found.sections[-1].children[-1].text == LONG


def test_bold_headings_of_a_stream_bound_their_texts() -> None:
    found = document(
        f"某市规划某市规划一、总体要求一、总体要求到2025年建成。{LONG}二、重点任务二、重点任务全市推进。{LONG}"
    )

    assert [(s.label + s.heading, s.text[:6]) for s in found.sections] == [
        ("一、总体要求", "到2025年"),
        ("二、重点任务", "全市推进。推"),
    ]


def test_an_excerpt_begins_in_the_middle() -> None:
    assert document("某市规划纲要\n第五篇　数字化\n正文。\n第六篇　绿色\n正文。\n").excerpt
    assert not document("某市规划纲要\n第一篇　数字化\n正文。\n").excerpt


def test_a_document_without_any_heading() -> None:
    found = document("某市关于甲事项的批复\n同意你区方案。\n请认真组织实施。\n")

    assert outline(found.sections) == ["0  = 同意你区方案。/请认真组织实施。"]
    assert found.kind == "批复"


def test_one_line() -> None:
    assert outline(document("同意。").sections) == ["0  = 同意。"]


def test_markdown_levels_without_labels() -> None:
    found = document(
        "# 数字某市\n\n导语。\n\n## 基础\n\n### 网络\n甲。\n\n### 算力\n乙。\n\n## 应用\n丙。\n", name="x.md"
    )

    assert outline(found.sections) == [
        "0  = 导语。", "1 基础", "1.1 网络 = 甲。", "1.2 算力 = 乙。", "2 应用 = 丙。",
    ]  # fmt: skip


def test_a_table_of_pipes_stays_a_table() -> None:
    found = document("某市规划\n一、指标\n如下。\n| 指标 | 目标 |\n| --- | --- |\n| 共享率 | 90% |\n以上。\n")
    (table,) = found.sections[0].tables

    assert found.sections[0].text == "如下。\n以上。"
    assert (table.header, table.rows, table.at) == (("指标", "目标"), (("共享率", "90%"),), 4)


def test_pages_of_sections() -> None:
    pages = [f"{n}、任务\n{FILL * 12}" for n in "一二三四五"]
    text = "某市规划\n" + "".join(f"{page}\n— {number} —\n" for number, page in enumerate(pages, 1))

    assert [section.page for section in document(text).sections] == [1, 2, 3, 4, 5]


def test_spans_lie_in_the_raw_source_and_within_their_parents() -> None:
    text = "某市规划\n一、 总　则\n（一）目标\n到 2025 年建成。\n二、附则\n自发布之日起施行。\n"
    found = document(text)

    assert text[found.sections[0].span.start :].startswith("一、")
    assert text[slice(found.sections[0].children[0].span.start, found.sections[0].children[0].span.end)] == (
        "（一）目标\n到 2025 年建成。"
    )
    for section in found.walk():
        for child in section.children:
            assert section.span.start <= child.span.start <= child.span.end <= section.span.end


def test_repairs_belong_to_the_documents_they_lie_in() -> None:
    found = parsed("甲市规划\n甲政发20217号\n一、总则\n正文。\n乙市规划\n乙政发20218号\n一、总则\n正文。\n")

    assert [document.doc_number for document in found.documents] == ["甲政发〔2021〕7号", "乙政发〔2021〕8号"]
    for one in found.documents:
        assert [r.kind for r in one.repairs] == ["doc_number", "doc_number"]
        assert all(one.span.start <= r.span.start <= r.span.end <= one.span.end for r in one.repairs)


@pytest.mark.parametrize(
    ("title", "region", "level"),
    [
        ("国务院关于甲的意见", "国家", Level.CENTRAL),
        ("国家发展改革委 财政部关于甲的通知", "国家", Level.MINISTRY),
        ("贵州省人民政府关于甲的意见", "贵州省", Level.PROVINCE),
        ("深圳市人民政府关于甲的意见", "深圳市", Level.CITY),
        ("某市甲规划", None, None),
    ],
)
def test_region_and_level(title: str, region: str | None, level: Level | None) -> None:
    found = document(f"{title}\n一、总则\n正文。\n二、附则\n正文。\n")

    assert (found.region, found.level) == (region, level)


@given(texts(12))
def test_any_text_is_parsed(text: str) -> None:
    if not text.strip("\ufeff\u200b \t\n\u3000\x00\x85\u2028\u2029\xa0"):
        return
    for name in ("x.txt", "x.md"):
        found = parse(source(("某市规划\n" + text).encode(), name=name))
        ids = [section.id for document in found.documents for section in document.walk()]
        assert found.documents
        assert len(found.documents) > 1 or len(set(ids)) == len(ids)
