"""Markdown, rendered by another program: its text is the document's, its marks mark, its links lead somewhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from policydiff.export.markdown import comparison_markdown
from policydiff.export.markdown.escaping import inline, line, marked
from policydiff.model import Comparison, Mode
from policydiff.synopsis import Mark, Run
from policydiff.synopsis.printable import printable
from tests import samples

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = "\\`*_~[]<>|&#$^{}!-+=.1 \t甲，。“”\n(:/@w"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=30) | st.text(max_size=20)


def rendered(markdown: str) -> LexborHTMLParser:
    return LexborHTMLParser(RENDERER.render(markdown))


def text_of(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return "".join(body.text().split())


@given(TEXTS)
def test_any_text_reads_as_itself_in_a_cell(text: str) -> None:
    html = RENDERER.render(f"| a |\n| --- |\n| 始{inline(text)}终 |\n").replace("<br>", "")
    assert text_of(html) == "a始" + "".join(printable(text).replace("\t", "｜").split()) + "终"
    assert set(re.findall(r"</?(\w+)", html)) <= {"table", "thead", "tbody", "tr", "th", "td"}


@given(TEXTS)
def test_any_text_reads_as_itself_on_a_line(text: str) -> None:
    shown = "".join(printable(" ".join(text.split())).split())
    for before, tag in (("", "p"), ("- ", "li"), ("# ", "h1")):
        html = RENDERER.render(before + line(text))
        assert text_of(html) == shown
        assert set(re.findall(r"</?(\w+)", html)) <= {tag, "ul"}


RUNS = st.lists(
    st.tuples(st.text(st.sampled_from("甲乙，。“”*~_ 1a\n（）"), min_size=1, max_size=6), st.sampled_from(list(Mark))),
    max_size=6,
)


@given(RUNS)
def test_every_mark_marks_just_its_text(pairs: list[tuple[str, Mark]]) -> None:
    tree = rendered(marked([Run(text, mark) for text, mark in pairs]) or "。")
    for tag, marks in (("strong", {Mark.INSERTED}), ("s, del", {Mark.DELETED}), ("em", set(Mark) - {*SINGLE})):
        shown = "".join("".join(node.text().split()) for node in tree.css(tag))
        assert shown == "".join("".join(text.split()) for text, mark in pairs if mark in marks)


SINGLE = (Mark.PLAIN, Mark.INSERTED, Mark.DELETED)


def test_signs_where_renderers_take_them_and_tags_where_they_do_not() -> None:
    assert marked([Run("到"), Run("2027年", Mark.INSERTED), Run("达到")]) == "到**2027年**达到"
    assert marked([Run("到"), Run("2027年，", Mark.INSERTED), Run("达到")]) == "到<strong>2027年，</strong>达到"
    assert marked([Run("80%", Mark.DELETED), Run("95", Mark.INSERTED)]) == "~~80%~~**95**"
    assert marked([Run(" 甲\n乙 ", Mark.INSERTED, 1)]) == " **甲**<br>**乙** "
    assert marked([Run("丙", Mark.MOVED_HERE, 2)]) == "*↶2 丙*"


@pytest.fixture(params=list(Mode))
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return samples.comparison(request.param)


@pytest.mark.parametrize("options", [{}, {"full": True}, {"only": ("moved",)}, {"new_first": True}])
def test_every_link_leads_to_a_place_and_every_statement_to_both_sides(
    comparison: Comparison, options: dict[str, object]
) -> None:
    tree = rendered(comparison_markdown(comparison, **options))
    places = [node.attributes["id"] for node in tree.css("a[id]")]
    assert len(places) == len(set(places))
    links = [node.attributes["href"] or "" for node in tree.css("a[href]")]
    assert {link.removeprefix("#") for link in links} <= set(places)
    statements = [item for item in tree.css("h2 ~ ul li") if item.css("a[href]")]
    assert len(statements) >= 4
    for statement in statements:
        sides = {(node.attributes["href"] or "")[1:4] for node in statement.css("a[href]")}
        assert sides == {"old", "new"}


def test_the_table_holds_the_rows(comparison: Comparison) -> None:
    rows = rendered(comparison_markdown(comparison)).css("tbody tr")
    assert [len(row.css("td")) for row in rows] == [4] * 3
    assert "95%" in rows[0].css("td")[2].text()


def test_between_regions_nobody_is_told_of_removals() -> None:
    assert "removed" not in comparison_markdown(samples.comparison(Mode.REGION)).lower()


def test_between_regions_nothing_is_struck_through() -> None:
    assert not rendered(comparison_markdown(samples.comparison(Mode.REGION))).css("s, del")
    assert rendered(comparison_markdown(samples.comparison())).css("s, del")
