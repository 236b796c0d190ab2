"""Whatever the documents: Word's file opens, and its changes lead from one text to the other and back."""

from __future__ import annotations

import io
from dataclasses import replace

from docx import Document as open_docx
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.export.docx import comparison_docx, comparison_tracked_docx
from policydiff.export.docx.flat import flat
from policydiff.export.docx.wml import clean
from policydiff.model import Comparison, Document, Section
from tests.comparing import straight
from tests.revisions import accepted, rejected
from tests.strategies import comparisons, edited, plain_documents


@st.composite
def matched(draw: st.DrawFn) -> Comparison:
    """Two versions whose sections are paired one to one, several to one or not at all, as luck would have it."""
    old = draw(plain_documents())
    new = draw(edited(old))
    left, right = ([s.id for s in document.walk()] for document in (old, new))
    rows = []
    while left or right:
        if left and right and draw(st.integers(0, 4)):
            rows.append((_taken(draw, left), _taken(draw, right)))
        elif left:
            rows.append((_taken(draw, left), ""))
        else:
            rows.append(("", _taken(draw, right)))
    return straight(old, _with_tails(draw, new), rows)


def _taken(draw: st.DrawFn, names: list[str]) -> str:
    """One or two neighbours, mostly the first ones."""
    place = draw(st.sampled_from([0, 0, 0, len(names) - 1]))
    count = draw(st.sampled_from([1, 1, 2]))
    found, names[place : place + count] = names[place : place + count], []
    return " ".join(found)


def _with_tails(draw: st.DrawFn, document: Document) -> Document:
    def with_tail(section: Section) -> Section:
        children = tuple(map(with_tail, section.children))
        tail = draw(st.none() | st.integers(0, len(section.text))) if children else None
        return replace(section, tail=tail, children=children)

    return replace(document, sections=tuple(map(with_tail, document.sections)))


@given(matched())
@settings(max_examples=60)
def test_accepted_it_is_the_new_text_and_rejected_the_old(value: Comparison) -> None:
    data = comparison_tracked_docx(value)
    assert accepted(data) == clean(flat(value.new).text)
    assert rejected(data) == clean(flat(value.old).text)


@given(comparisons())
@settings(max_examples=40)
def test_hostile_texts_survive_tracking(value: Comparison) -> None:
    data = comparison_tracked_docx(value)
    assert accepted(data) == clean(flat(value.new).text)
    assert rejected(data) == clean(flat(value.old).text)


@given(comparisons(), st.sampled_from([2, 3, 4]), st.booleans())
@settings(max_examples=30)
def test_hostile_texts_make_a_table_that_opens(value: Comparison, columns: int, new_first: bool) -> None:
    found = open_docx(io.BytesIO(comparison_docx(value, columns=columns, new_first=new_first, full=True)))
    assert len(found.tables[0].columns) == columns
