"""Marked headings without labels: which become sections, and how deep."""

from __future__ import annotations

import pytest

from policydiff.outline.blocks import blocks
from tests.unit.outline.reading import manuscript

FILL = "推进数据资源共享开放，提升城市治理和公共服务水平。"


def found(text: str, *headings: str, depth: int = 0) -> list[tuple[int, str]]:
    made = blocks(manuscript(text, headings=headings, depth=depth), 0, len(text), [])
    return [(block.depth, block.label + block.heading) for block in made.blocks]


def test_a_marked_heading_is_a_child_of_its_section() -> None:
    text = f"一、任务\n{FILL}\n数据底座\n{FILL}\n二、附则\n{FILL}"

    assert found(text, "数据底座") == [(1, "一、任务"), (50, "数据底座"), (1, "二、附则")]


def test_without_labels_the_format_gives_the_depth() -> None:
    assert found(f"数据底座\n{FILL}\n城市应用\n{FILL}", "数据底座", "城市应用", depth=2) == [
        (2, "数据底座"),
        (2, "城市应用"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"一、任务\n建设数据底座，{FILL}\n二、附则\n{FILL}",
        f"一、任务\n推进数据底座{FILL}\n二、附则\n{FILL}",
        f"一、任务\n{FILL}\n二、附则\n{FILL}\n数据底座",
    ],
    ids=["before a comma", "within a sentence", "nothing below"],
)
def test_emphasis_is_no_heading(text: str) -> None:
    assert found(text, "数据底座") == [(1, "一、任务"), (1, "二、附则")]


def test_columns_of_tables_are_no_headings() -> None:
    assert found(f"一、任务\n{FILL}\n序号\n{FILL}\n二、附则\n{FILL}", "序号") == [(1, "一、任务"), (1, "二、附则")]


def test_laws_have_no_headings_without_labels() -> None:
    text = "".join(f"第{n}条　{FILL}\n" for n in "一二三四") + f"重要提示\n{FILL}"

    assert [label for _, label in found(text, "重要提示")] == ["第一条", "第二条", "第三条", "第四条"]
