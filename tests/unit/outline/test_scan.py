"""Labels that head sections, in lines and in streams, and labels that are only cited."""

from __future__ import annotations

import pytest

from policydiff.outline.scan import scan
from tests.unit.outline.reading import manuscript

FILL = "推进数据资源共享开放，提升城市治理和公共服务水平，形成可持续发展的长效机制。" * 20
"""Makes a line so long that its text is a stream."""


def found(text: str, *, headings: tuple[str, ...] = ()) -> list[str]:
    accepted, _ = scan(manuscript(text, headings=headings), 0, len(text))
    return [f"{a.depth} {a.label.printed}" for a in accepted]


def test_labels_at_lines() -> None:
    assert found("一、总则\n（一）目标\n正文一、二、三产业\n（二）任务\n二、附则") == [
        "1 一、", "2 （一）", "2 （二）", "1 二、",
    ]  # fmt: skip


def test_labels_in_a_stream() -> None:
    assert found(f"前言。一、总则（一）目标。{FILL}（二）任务。{FILL}二、附则。{FILL}") == [
        "1 一、", "2 （一）", "2 （二）", "1 二、",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cited",
    [
        "促进一、二、三产业融合",
        "依照第（二）项规定",
        "详见附件二、",
        "统筹城市、二、",
        "（二）项所列情形",
        "表二、指标",
    ],
)
def test_labels_within_words_head_nothing(cited: str) -> None:
    assert found(f"一、总则。{FILL}（一）目标。{FILL}{cited}。{FILL}") == ["1 一、", "2 （一）"]


def test_a_law_has_articles_and_no_items() -> None:
    text = (
        "第一章　总则\n第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。\n第三条　依照\n第一条规定执行。\n第四条　戊。"
    )

    assert found(text) == ["1 第一章", "2 第一条", "2 第二条", "2 第三条", "2 第四条"]


def test_a_plan_that_cites_articles_is_no_law() -> None:
    assert found("一、总则\n第三条　引文。\n二、附则") == ["1 一、", "1 二、"]


def test_a_lone_arabic_number_is_part_of_a_sentence() -> None:
    assert found("一、总则\n1.完善标准\n二、附则") == ["1 一、", "1 二、"]
    assert found("一、总则\n1.完善标准\n2.健全机制\n二、附则") == ["1 一、", "2 1.", "2 2.", "1 二、"]


def test_marked_labels_count_anywhere() -> None:
    text = f"一、总则。{FILL}到年底二、任务。{FILL}"

    assert found(text, headings=("二、任务",)) == ["1 一、", "1 二、"]


def test_a_table_of_contents_is_passed_over() -> None:
    text = "一、总则\n二、附则\n一、总则\n正文\n二、附则"

    accepted, oddities = scan(manuscript(text), 0, len(text), contents=[(0, 10)])

    assert [a.label.start for a in accepted] == [10, 18]
    assert oddities == []
