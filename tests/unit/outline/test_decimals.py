"""Decimal numbering: 1, 1.1, 1.1.1 are sections, and figures at a line's beginning are not."""

from __future__ import annotations

from policydiff.model import Document
from policydiff.outline import decimals, parse
from policydiff.read import source

PLAN = """某市突发事件应急预案
1　总则
1.1　编制目的
为提高处置能力，制定本预案。
1.2　适用范围
本预案适用于本市。
1.2.1　一般事件：由县级人民政府处置的情况。
1.2.2　重大事件：由市人民政府处置的情况。
2　组织体系
2.1　指挥部
3.5亿元资金由市财政安排，逐年落实。
（1）掌握形势，提出建议。
（2）负责指导督查。
2.2　办公室
"""


def read(text: str) -> Document:
    return parse(source(text.encode(), name="x.txt")).documents[0]


def titles(document: Document) -> list[tuple[str, str]]:
    return [(section.id, section.title) for section in document.walk()]


def test_numbers_with_points_are_levels() -> None:
    assert titles(read(PLAN))[:5] == [
        ("1", "1 总则"),
        ("1.1", "1.1 编制目的"),
        ("1.2", "1.2 适用范围"),
        ("1.2.1", "1.2.1 一般事件：由县级人民政府处置的情况"),
        ("1.2.2", "1.2.2 重大事件：由市人民政府处置的情况"),
    ]
    assert ("2.2", "2.2 办公室") in titles(read(PLAN))


def test_an_amount_at_a_lines_beginning_is_text() -> None:
    section = read(PLAN).section("2.1")
    assert section is not None
    assert section.text.startswith("3.5亿元资金")
    assert [child.label for child in section.children] == ["（1）", "（2）"]


def test_numbers_below_labels_of_another_kind() -> None:
    text = "（一）治疗\n1.观察期\n乏力。\n2.治疗期\n2.1清肺方\n甲。\n2.2轻型\n乙。\n2.3普通型\n丙。\n3.恢复期\n丁。\n"
    assert [label.printed for label in decimals.labels(text, 0, len(text))] == ["2.1", "2.2", "2.3"]


def test_a_table_of_contents_of_such_numbers_is_passed_over() -> None:
    contents = "目　　录\n1　总则\n1.1　编制目的\n1.2　适用范围\n2　组织体系\n2.1　指挥部\n2.2　办公室\n"
    with_contents = PLAN.replace("预案\n1　", f"预案\n{contents}1　", 1)
    assert [t for t in titles(read(with_contents)) if t[0] != "0"] == titles(read(PLAN))


def test_a_few_figures_make_no_decimal_numbering() -> None:
    assert decimals.labels("1.1 上半年增长\n全年增长。\n1.2 下半年\n", 0, 40) == []
