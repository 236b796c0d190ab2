from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from policydiff import messages
from policydiff.export.html.comparison import comparison_html
from policydiff.export.html.environment import content_policy, data, text_of
from policydiff.export.svg import harmless
from policydiff.model import Mode
from tests import samples
from tests.golden.compare import assert_golden
from tests.unit.export.html import sample

OURS = re.compile(r"<style>.*?</style>|(?<=<script>).*?(?=</script>)|sha256-[\w+/=]+", re.DOTALL)
"""Style sheet and script, which a golden file need not repeat."""


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def words(html: str, selector: str) -> list[str]:
    return [node.text(separator="") for node in tree(html).css(selector)]


def test_golden_page() -> None:
    assert_golden("export/comparison.html", OURS.sub("", comparison_html(samples.comparison(), full=True)))


def test_golden_inline() -> None:
    assert_golden("export/inline.html", comparison_html(samples.comparison(Mode.REGION), inline_style=True))


def test_the_same_value_gives_the_same_bytes() -> None:
    assert comparison_html(sample.comparison()) == comparison_html(sample.comparison())


def test_both_views_hold_the_texts_whole() -> None:
    html = comparison_html(sample.comparison(), full=True)
    assert words(html, "#row-2 .side.old p")[0] == "第二条　到2025年，共享率达到80%以上。"
    assert words(html, "#row-2 .side.new p")[0] == "第二条　到2027年，共享率达到95%以上。"
    assert words(html, "#row-2 .one p")[0] == "第二条　到2025年2027年，共享率达到80%95%以上。"
    assert words(html, "#row-2 .one del") == ["2025年", "80%"]
    assert words(html, "#row-2 .one ins") == ["2027年", "95%"]


def test_moved_passages_carry_their_number_on_both_sides() -> None:
    html = comparison_html(sample.comparison())
    assert words(html, "#row-1 .side.old del.mv") == ["↷1丙。"]
    assert words(html, "#row-1 .side.new ins.mv") == ["↶1丙。"]


def test_merged_view_names_all_sections_of_a_split() -> None:
    html = comparison_html(sample.comparison(), full=True)
    assert words(html, "#row-6 .one b") == ["第五条 → 第六条、第七条"]
    assert words(html, "#row-7 .one h4") == ["一、总则 → 一、总体要求"]


def test_tables_are_tables_with_marked_cells() -> None:
    html = comparison_html(sample.comparison(), full=True)
    assert words(html, ".side.new td ins") == ["95%"]
    assert words(html, ".one th") == ["指标", "值"]


def test_every_section_of_a_row_is_an_anchor_once() -> None:
    page = tree(comparison_html(sample.comparison(), full=True))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"old-5", "new-5", "new-6"} <= set(ids)
    targets = [(node.attributes["href"] or "")[1:] for node in page.css("a[href]")]
    assert set(targets) <= set(ids)


def test_doubtful_pairings_name_their_candidates() -> None:
    page = tree(comparison_html(sample.comparison()))
    assert [node.text() for node in page.css("#row-3 .sure b")] == ["存疑"]
    assert [node.attributes["href"] for node in page.css("#row-3 .links a")] == ["#new-3"]
    assert not page.css("#row-2 .sure b")


def test_rows_not_asked_for_are_left_out() -> None:
    html = comparison_html(sample.comparison(), only=("only_new",))
    assert [node.attributes["class"] for node in tree(html).css("article")] == ["row k-only_new"]


def test_new_text_first() -> None:
    sides = [
        node.attributes["class"]
        for node in tree(comparison_html(sample.comparison(), new_first=True)).css("#row-1 .side")
    ]
    assert sides == ["side new", "side old"]


def test_a_region_is_never_told_that_anything_was_deleted() -> None:
    html = comparison_html(sample.comparison(Mode.REGION), full=True)
    assert "删除" not in LexborHTMLParser(OURS.sub("", html)).body.text()  # type: ignore[union-attr]
    assert tree(html).css_first("body").attributes["class"] == "region"


def test_attacks_come_out_as_text() -> None:
    page = tree(comparison_html(sample.comparison(), full=True))
    assert len(page.css("script")) == 1
    assert not page.css("img")
    shown = page.css_first("#row-4 .side.new p").text()
    assert shown == "第三条　新建场景。" + harmless(sample.ATTACK)
    assert "␀␛[31m␦�" in shown


def test_no_reference_leads_outside() -> None:
    for html in (comparison_html(samples.comparison()), comparison_html(samples.comparison(), inline_style=True)):
        assert not re.findall(r'(?:src|href|action|srcset)="(?!#)|url\(|@import|//', OURS.sub("", html))


def test_the_policy_allows_our_script_alone() -> None:
    html = comparison_html(sample.comparison())
    policy = tree(html).css_first("meta[http-equiv]").attributes["content"]
    assert policy == content_policy(text_of("comparison.js"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")


def test_inline_needs_neither_style_sheet_nor_class_nor_script() -> None:
    page = tree(comparison_html(sample.comparison(), full=True, inline_style=True))
    assert not page.css("style, script, link, [class]")
    assert all(
        "style" in node.attributes for node in page.css("body table, body td, body th, body del, body ins, body p")
    )


def test_a_page_says_its_language() -> None:
    assert '<html lang="zh-CN">' in comparison_html(samples.comparison())
    messages.use("en")
    assert '<html lang="en">' in comparison_html(samples.comparison())


def test_data_holds_no_markup() -> None:
    assert str(data({"a": "</script>&\u2028\x00"})) == '{"a":"\\u003c/script\\u003e\\u0026\\u2028\\u0000"}'


def test_thousands_of_rows_and_very_long_texts_come_out_whole() -> None:
    page = tree(comparison_html(sample.long(1500, 100_000)))
    assert len(page.css("article")) == 1500
    assert len(page.css_first("#row-1 .side.old p").text()) == len("第1条　") + 100_000


def test_nothing_to_compare_is_a_page_too() -> None:
    assert "没有可显示的条目。" in comparison_html(samples.comparison(), only=("merged",))
