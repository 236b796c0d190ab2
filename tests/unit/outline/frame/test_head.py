"""Title, number, notes and recipients."""

from __future__ import annotations

import pytest

from policydiff.model import Document
from tests.unit.outline.reading import document

BODY = "一、总体要求\n推进建设。\n二、保障措施\n加强领导。\n"


def head(*lines: str, name: str = "文件.txt") -> Document:
    return document("\n".join(lines) + "\n" + BODY, name=name)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["某市智慧城市规划"], "某市智慧城市规划"),
        (["某市人民政府", "关于印发某市智慧城市规划的通知"], "某市人民政府关于印发某市智慧城市规划的通知"),
        (["国务院关于加强数字政府建设", "的指导意见"], "国务院关于加强数字政府建设的指导意见"),
        (["某市智慧城市建设管理规定", "（试行）"], "某市智慧城市建设管理规定（试行）"),
        (["数字某市", "导语。"], "数字某市"),
    ],
)
def test_titles(lines: list[str], title: str) -> None:
    assert head(*lines).title == title


def test_a_text_without_title_is_called_by_its_file() -> None:
    assert document("推进建设。\n加强领导。\n", name="来文.txt").title == "来文"
    assert document(BODY, name="来文.txt").title == "来文"


def test_a_markdown_heading_is_the_title() -> None:
    found = document("# 数字某市\n\n## 总则\n正文。\n", name="x.md")

    assert found.title == "数字某市"


def test_the_number_below_the_title() -> None:
    found = head("某市智慧城市规划", "某政发〔2021〕7号")

    assert found.doc_number == "某政发〔2021〕7号"
    assert found.sections[0].id == "1"


def test_the_number_in_the_title() -> None:
    found = head("某市智慧城市规划（某政发〔2021〕7号）")

    assert (found.title, found.doc_number) == ("某市智慧城市规划", "某政发〔2021〕7号")


def test_notes_on_adoption() -> None:
    found = document(
        "某省大数据发展条例\n（2021年9月30日某省第十三届人民代表大会常务委员会第三十次会议通过）\n"
        "第一条　甲。\n第二条　乙。\n第三条　丙。\n第四条　丁。\n"
    )

    assert found.remark == "（2021年9月30日某省第十三届人民代表大会常务委员会第三十次会议通过）"
    assert found.date == "2021-09-30"
    assert [section.label for section in found.sections] == ["第一条", "第二条", "第三条", "第四条"]


def test_a_sites_lines() -> None:
    found = head("某市政府工作报告", "来源：某市人民政府网站", "——2021年1月20日在某市第十五届人民代表大会第七次会议上")

    assert found.remark is not None
    assert found.remark.startswith("来源")
    assert found.date == "2021-01-20"


@pytest.mark.parametrize(
    ("line", "recipients"),
    [
        ("各区人民政府，市政府各委、办、局：", "各区人民政府，市政府各委、办、局："),
        ("国务院各部委、各直属机构:", "国务院各部委、各直属机构："),
        ("市大数据局：", "市大数据局："),
        ("为推进建设：", None),
        ("推进以下工作。", None),
    ],
)
def test_recipients(line: str, recipients: str | None) -> None:
    assert head("某市关于推进智慧城市建设的意见", line).recipients == recipients
