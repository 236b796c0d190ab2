"""Whatever is compared, a page holds its texts, and nothing in them is markup."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from policydiff.export.heatmap import matrix_html, matrix_svg, timeline_svg
from policydiff.export.html.comparison import comparison_html
from policydiff.export.html.dress import CLASSES
from policydiff.export.html.sides import side
from policydiff.export.svg import harmless
from policydiff.model import Comparison, Document
from policydiff.similarity import matrix, timeline
from policydiff.synopsis import Cell, table
from tests import strategies


@given(strategies.comparisons())
@settings(max_examples=10)
def test_a_page_has_only_our_elements(comparison: Comparison) -> None:
    for inline in (False, True):
        page = LexborHTMLParser(comparison_html(comparison, full=True, inline_style=inline))
        assert len(page.css("script")) == (0 if inline else 1)
        assert not page.css("img, iframe, object, link, base, form, [onerror], [onclick], [src]")
        assert all((node.attributes["href"] or "").startswith("#") for node in page.css("[href]"))


@given(strategies.comparisons())
@settings(max_examples=10)
def test_a_side_holds_its_texts(comparison: Comparison) -> None:
    for row in table(comparison, full=True).rows:
        for cell in filter(None, (row.old, row.new)):
            page = LexborHTMLParser(f"<body>{side(cell, CLASSES)}")
            for node in page.css("sup"):
                node.decompose()
            assert [node.text() for node in page.css("p")] == paragraphs(cell)


def paragraphs(cell: Cell) -> list[str]:
    shown = []
    for block in cell.paragraphs:
        if not block.heading:
            text = "".join(run.text for run in block.runs)
            shown.append(harmless(f"{block.label.strip()}\u3000{text}" if block.label else text))
    return shown


@given(st.lists(strategies.documents(), min_size=2, max_size=5), st.sampled_from(["document", "section"]))
@settings(max_examples=8)
def test_pictures_are_well_formed(documents: list[Document], by: str) -> None:
    found = matrix(documents, by)
    for order in ("library", "likeness"):
        etree.fromstring(matrix_svg(found, order=order).encode("utf-8"))
    page = LexborHTMLParser(matrix_html(found))
    assert [node.attributes.get("type") for node in page.css("script")] == ["application/json", None]
    etree.fromstring(timeline_svg(timeline(documents)).encode("utf-8"))
