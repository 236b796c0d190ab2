"""Captions of figures at the end of a text."""

from __future__ import annotations

import pytest

from policydiff.outline import parse
from policydiff.outline.captions import at_end
from policydiff.read import source


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("形成长效机制。图1 总体架构图", "图1 总体架构图"),
        ("形成长效机制。某市智慧城市总体框架", "某市智慧城市总体框架"),
        ("形成长效机制。图2：建设内容\n", "图2：建设内容"),
    ],
)
def test_captions(text: str, caption: str) -> None:
    assert at_end(text) == caption


@pytest.mark.parametrize(
    "text",
    [
        "完善总体架构。",
        "构建协同联动体系",
        "形成长效机制。完善平台体系，推进应用",
        "形成长效机制。加强领导",
        "图1 总体架构图",
    ],
)
def test_sentences_are_no_captions(text: str) -> None:
    assert at_end(text) == ""


def test_a_dropped_caption_is_recorded_and_can_be_kept() -> None:
    text = "某市规划\n一、总体要求\n推进建设。图1总体架构图\n二、附则\n加强领导。\n"
    given = source(text.encode(), name="x.txt")

    (repair,) = (r for r in parse(given).repairs if r.kind == "caption")

    assert text[repair.span.start : repair.span.end] == repair.before == "图1总体架构图"
    assert parse(given).documents[0].sections[0].text == "推进建设。"
    assert parse(given, skip_repairs=frozenset({"caption"})).documents[0].sections[0].text.endswith("总体架构图")
