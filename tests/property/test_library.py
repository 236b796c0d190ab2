"""The library loses nothing: what is written comes back, whatever it is."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.errors import LibraryError
from policydiff.library import markdown
from policydiff.library.markdown import headings, lines, tables
from policydiff.model import Document
from tests import strategies


@given(strategies.documents())
@settings(max_examples=200)
def test_markdown_round_trip(document: Document) -> None:
    text = markdown.dump(document)
    assert markdown.load(text) == document
    assert markdown.dump(markdown.load(text)) == text


@given(strategies.documents())
@settings(max_examples=50)
def test_a_written_file_is_untouched_and_plain(document: Document) -> None:
    text = markdown.dump(document)
    assert markdown.untouched(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in text)
    assert "\r" not in text


@given(strategies.documents())
@settings(max_examples=50)
def test_windows_line_ends_do_not_matter(document: Document) -> None:
    assert markdown.load(markdown.dump(document).replace("\n", "\r\n")) == document


@given(st.data())
@settings(max_examples=80)
def test_a_file_that_somebody_spoilt_is_read_or_refused(data: st.DataObject) -> None:
    text = data.draw(strategies.variants(markdown.dump(data.draw(strategies.documents(1)))))
    with contextlib.suppress(LibraryError):
        found = markdown.load(text)
        assert markdown.load(markdown.dump(found)) == found


@given(st.text("-# |<>![]{}:&*\n\r\t\\p@0123456789äid=\"'ct，一、title", max_size=80))
@settings(max_examples=200)
def test_nonsense_is_read_or_refused(text: str) -> None:
    for front in ("", "title: x\n"):
        with contextlib.suppress(LibraryError):
            found = markdown.load(f"---\n{front}{text}")
            assert markdown.load(markdown.dump(found)) == found
        found = markdown.load(f"---\ntitle: x\n---\n{text.replace('<!--', '')}")
        assert markdown.load(markdown.dump(found)) == found


@given(strategies.lines())
def test_a_paragraph_comes_back(text: str) -> None:
    line = lines.encoded(text)
    assert lines.decoded(line) == text
    assert line.strip(" \t") == line != ""


@given(strategies.lines(), strategies.lines(), st.integers(1, 9))
def test_a_heading_comes_back(label: str, heading: str, depth: int) -> None:
    found = headings.Heading(depth, label, heading, headings.Place("x", -3, None))
    assert headings.read(headings.write(found)) == found


@given(
    st.lists(strategies.texts(2), min_size=1, max_size=3).map(tuple),
    st.lists(st.lists(strategies.texts(2)).map(tuple)).map(tuple),
)
def test_a_table_comes_back(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    assert tables.read(tables.write(header, rows)) == (header, rows)
