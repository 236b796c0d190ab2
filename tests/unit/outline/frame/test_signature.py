"""Who signed, when, with which attachments; and prose that only looks signed."""

from __future__ import annotations

import pytest

from policydiff.model import Document
from tests.unit.outline.reading import document

HEAD = "某市关于推进智慧城市建设的意见\n一、总体要求\n推进建设。\n二、保障措施\n加强组织领导，确保落实。\n"
STREAM = "推进数据资源共享开放，提升城市治理和公共服务水平，形成可持续发展的长效机制。" * 30


def signed(*lines: str, head: str = HEAD) -> Document:
    return document(head + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("lines", "signature", "issuers", "date"),
    [
        (["某市人民政府", "2021年3月5日"], "某市人民政府\n2021年3月5日", ("某市人民政府",), "2021-03-05"),
        (["财政部　教育部", "2021年3月5日"], "财政部　教育部\n2021年3月5日", ("财政部", "教育部"), "2021-03-05"),
        (
            ["国家发展改革委", "中央网信办", "2021年3月5日"],
            "国家发展改革委\n中央网信办\n2021年3月5日",
            ("国家发展改革委", "中央网信办"),
            "2021-03-05",
        ),
        (
            ["某市推进小组（办公室代章）", "2021年3月5日"],
            "某市推进小组（办公室代章）\n2021年3月5日",
            ("某市推进小组",),
            "2021-03-05",
        ),
        (["某市人民政府", "二〇二一年三月五日"], "某市人民政府\n二〇二一年三月五日", ("某市人民政府",), "2021-03-05"),
        (["国务院办公厅"], "国务院办公厅", ("国务院办公厅",), None),
        (["2021年3月5日"], "2021年3月5日", ("某市",), "2021-03-05"),
    ],
)
def test_signatures(lines: list[str], signature: str, issuers: tuple[str, ...], date: str | None) -> None:
    found = signed(*lines)

    assert found.signature == signature.replace("　", " ")
    assert (found.issuers, found.date) == (issuers, date)
    assert found.sections[-1].text == "加强组织领导，确保落实。"


def test_a_signature_run_into_the_text() -> None:
    found = document(
        f"国务院办公厅关于推进甲工作的意见\n一、总体要求。{STREAM}二、保障措施。{STREAM}国务院办公厅2021年3月5日"
    )

    assert (found.signature, found.date) == ("国务院办公厅2021年3月5日", "2021-03-05")
    assert found.sections[-1].text.endswith("长效机制。")


@pytest.mark.parametrize("line", ["本意见自印发之日起施行，有效期至2025年12月31日", "由市政府负责解释。"])
def test_prose_signs_nothing(line: str) -> None:
    found = signed(line)

    assert found.signature is None
    assert found.sections[-1].text.endswith(line)


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["附件：重点任务分工表"], ("重点任务分工表",)),
        (["附件：1.重点任务分工表", "2.主要指标表"], ("重点任务分工表", "主要指标表")),
        (["附件：1．甲表2．乙表3．丙表"], ("甲表", "乙表", "丙表")),
        (["附件1：甲表", "附件2：乙表"], ("甲表", "乙表")),
        (["附　件：某市智慧城市", "建设任务表"], ("某市智慧城市建设任务表",)),
    ],
)
def test_attachments(lines: list[str], titles: tuple[str, ...]) -> None:
    found = signed(*lines, "某市人民政府", "2021年3月5日")

    assert found.attachments == titles
    assert found.sections[-1].text == "加强组织领导，确保落实。"


def test_an_attachment_that_is_only_mentioned() -> None:
    found = signed("具体指标（见附件：主要指标表）由各部门落实。", "某市人民政府", "2021年3月5日")

    assert found.attachments == ()
    assert "见附件" in found.sections[-1].text
