"""Automatic numbering gives the labels that Word shows."""

from __future__ import annotations

from policydiff.read.docx import source
from tests.words import Word, style_named


def lines(word: Word) -> list[str]:
    return source(word.bytes(), name="x.docx").text.splitlines()


def numbered(word: Word, *items: tuple[int, int]) -> list[str]:
    """The labels of paragraphs at (list, level), each of which says 文."""
    for item in items:
        word.add("文", numbered=item)
    return [line.removesuffix("文") for line in lines(word)]


def test_levels_count_under_those_above() -> None:
    word = Word()
    n = word.list(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    levels = [0, 1, 1, 2, 2, 1, 2, 0, 1, 2]
    assert numbered(word, *((n, level) for level in levels)) == [
        *("一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）", "1."),
    ]


def test_a_level_that_never_restarts() -> None:
    word = Word()
    n = word.list(("chineseCounting", "第%1章"), ("chineseCounting", "第%2条"), level1='<w:lvlRestart w:val="0"/>')
    assert numbered(word, (n, 0), (n, 1), (n, 1), (n, 0), (n, 1)) == [
        *("第一章 ", "第一条 ", "第二条 ", "第二章 ", "第三条 "),
    ]


def test_decimal_outlines_and_legal_numbers() -> None:
    word = Word()
    n = word.list(("chineseCounting", "%1"), ("decimal", "%1.%2"), level1="<w:isLgl/>")
    assert numbered(word, (n, 0), (n, 1), (n, 1), (n, 0), (n, 1)) == ["一 ", "1.1 ", "1.2 ", "二 ", "2.1 "]


def test_a_second_list_goes_on_or_begins_anew() -> None:
    word = Word()
    first = word.list(("decimal", "%1."))
    same = word.list(abstract=first)
    anew = word.list(abstract=first, starts={0: 1})
    fifth = word.list(abstract=first, starts={0: 5})
    assert numbered(word, (first, 0), (same, 0), (anew, 0), (anew, 0), (fifth, 0)) == ["1.", "2.", "1.", "2.", "5."]


def test_a_level_used_before_the_one_above_it() -> None:
    word = Word()
    n = word.list(("decimal", "%1."), ("decimal", "%1.%2"))
    assert numbered(word, (n, 1), (n, 1)) == ["1.1 ", "1.2 "]


def test_bullets_and_lists_switched_off_have_no_labels() -> None:
    word = Word()
    n = word.list(("bullet", "•"))
    assert numbered(word, (n, 0), (0, 0)) == ["", ""]


def test_numbering_that_a_style_brings() -> None:
    word = Word()
    n = word.list(
        ("chineseCounting", "第%1章"),
        ("chineseCounting", "%2、"),
        level0='<w:pStyle w:val="zhang"/>',
        level1='<w:pStyle w:val="jie"/>',
    )
    number = f'<w:pPr><w:numPr><w:numId w:val="{n}"/></w:numPr></w:pPr>'
    style_named(word, "zhang", number)
    style_named(word, "jie", number)
    for style in ("zhang", "jie", "jie", "zhang"):
        word.add("文", style=style)
    assert lines(word) == ["第一章 文", "一、文", "二、文", "第二章 文"]


def test_numbers_in_the_cells_of_a_table() -> None:
    word = Word()
    n = word.list(("decimal", "%1"))
    table = word.table([["序号", "任务"], ["", "甲"], ["", "乙"]])
    for row in table.rows[1:]:
        word.xml(
            row.cells[0].paragraphs[0]._p.get_or_add_pPr(),
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>',
        )
    (found,) = source(word.bytes(), name="x.docx").tables
    assert found.rows == (("1", "甲"), ("2", "乙"))
