"""What is marked where in a clean text."""

from __future__ import annotations

import pytest

from tests.unit.outline.reading import manuscript

TEXT = "一、总则\n正文\n二、附则\n正文"


def test_headings() -> None:
    found = manuscript(TEXT, headings=("总则", "附则"))

    assert [place for place in range(len(TEXT)) if found.is_marked(place)] == [2, 10]
    assert [heading.span.start for heading in found.headings_in(2, 10)] == [2]
    assert [heading.span.start for heading in found.headings_in(0, 11)] == [2, 10]


@pytest.mark.parametrize(("place", "page"), [(0, None), (2, 1), (7, 1), (8, 2), (15, 2)])
def test_pages(place: int, page: int | None) -> None:
    assert manuscript(TEXT, pages=(2, 8)).page_at(place) == page


def test_page_breaks() -> None:
    assert manuscript(TEXT, pages=(2, 8)).page_breaks(2, 8) == (2,)


def test_a_stream_has_no_paragraphs_to_speak_of() -> None:
    assert not manuscript(TEXT).is_stream
    assert manuscript("推进建设。" * 200).is_stream
    assert not manuscript("推进建设。\n" * 200).is_stream
    assert not manuscript("\n\n").is_stream
