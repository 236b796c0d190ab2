"""Markdown's signs are found, and only those; the text between them stays where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given

from policydiff.model import apply
from policydiff.read.markdown import markup
from tests.strategies import texts


def plain(text: str) -> str:
    return apply(text, markup(text).changes)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 一、总体要求 ##\n", "一、总体要求\n"),
        ("**重点任务**推进", "重点任务推进"),
        ("__重点任务__推进", "重点任务推进"),
        ("*重点*推进", "重点推进"),
        ("见[规划](https://example.org/a)全文", "见规划全文"),
        ("![架构](a.png)", "架构"),
        ("> 引文\n> 第二行", "引文\n第二行"),
        ("一行<br>二行", "一行\n二行"),
        ("<center>标题</center>", "标题"),
        ("1\\. 不是列表", "1. 不是列表"),
        ("&lt;数据&gt;&nbsp;&amp;", "<数据> &"),
        ("前<!-- 注\n注 -->后", "前后"),
        ("---\ntitle: 规划\n---\n正文", "正文"),
    ],
)
def test_signs_are_taken_out(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "#标题",
        "2*3*4",
        "a_b_c 与 snake_case",
        "投资 * 回报",
        "A < B，B > C",
        "第一条 [2021]29号",
        "---\n没有结尾",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
    ],
)
def test_what_only_looks_like_a_sign_stays(text: str) -> None:
    assert plain(text) == text


def test_headings_with_their_depth_and_place() -> None:
    text = "# 规划\n\n### （一）目标\n正文\n"

    headings = markup(text).headings

    assert [(text[h.span.start : h.span.end], h.depth) for h in headings] == [("规划", 1), ("（一）目标", 3)]


def test_the_front_matter_holds_no_headings() -> None:
    assert markup("---\n# 注释\ntitle: x\n---\n# 规划\n").headings[0].depth == 1
    assert len(markup("---\n# 注释\ntitle: x\n---\n# 规划\n").headings) == 1


@given(texts(6))
def test_changes_are_in_order_and_apart(text: str) -> None:
    found = markup(text)

    apply(text, found.changes)
    assert all(0 <= h.span.start <= h.span.end <= len(text) for h in found.headings)
