"""Labels as three grammars write them, and what only looks like one."""

from __future__ import annotations

import pytest

from policydiff.outline.labels import Style, label_at, labels_in


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("第一篇 发展基础", Style.PART, 1),
        ("第二编 物权", Style.PART, 2),
        ("第一分编 通则", Style.PART, 1),
        ("第十二章　附则", Style.CHAPTER, 12),
        ("第3章 总则", Style.CHAPTER, 3),
        ("第二节 权利", Style.SUBCHAPTER, 2),
        ("第一千二百六十条 本法", Style.ARTICLE, 1260),
        ("第12条 本办法", Style.ARTICLE, 12),
        ("十一、保障措施", Style.COMMA, 11),
        ("（二十二）加强宣传", Style.PAREN, 22),
        ("(三)加强宣传", Style.PAREN, 3),
        ("1.完善标准", Style.ARABIC, 1),
        ("2．完善标准", Style.ARABIC, 2),
        ("3、完善标准", Style.ARABIC, 3),
        ("2，提升能力", Style.ARABIC, 2),
        ("（4）建设平台", Style.ARABIC_PAREN, 4),
        ("⑤其他", Style.CIRCLED, 5),
        ("专栏 6 重点工程", Style.BOX, 6),
    ],
)
def test_styles(text: str, style: Style, value: int) -> None:
    label = label_at(text)

    assert label is not None
    assert (label.style, label.value, label.branch) == (style, value, 0)


def test_branches() -> None:
    label = label_at("第三条之二　前款")

    assert label is not None
    assert (label.value, label.branch, label.end) == (3, 2, 5)


@pytest.mark.parametrize(
    "text",
    [
        "第一章程序", "第二条规约", "第三编制办法", "一、二、三产业", "1.5亿元", "3.0版本", "2、3、4号楼", "十四五规划",
        "第一、", "（试行）", "（2021）", "一是加强", "〇、", "第〇条",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_label(text: str) -> None:
    assert label_at(text) is None


def test_all_labels_with_their_places() -> None:
    text = "一、总则（一）目标1.指标"

    assert [(label.printed, label.start, label.end) for label in labels_in(text)] == [
        ("一、", 0, 2),
        ("（一）", 4, 7),
        ("1.", 9, 11),
    ]
