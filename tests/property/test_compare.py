"""A comparison loses nothing and invents nothing, whatever the documents."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.compare import compare, own_text
from policydiff.model import Comparison, Document, LinkKind, Mode, Relation
from tests import strategies

UNITS = st.sampled_from(["char", "word", "sentence"])
MODES = st.sampled_from(["auto", "version", "region"])
PRESETS = st.sampled_from(["strict", "balanced", "loose"])
NASTY, PLAIN = strategies.documents(2), strategies.plain_documents()
PAIRS = st.one_of(st.tuples(NASTY, NASTY), st.tuples(PLAIN, PLAIN))


def rebuilt(comparison: Comparison) -> None:
    for pair in comparison.pairs:
        for ids, document, name in ((pair.old, comparison.old, "old"), (pair.new, comparison.new, "new")):
            sections = [found for name_ in ids for found in document.walk() if found.id == name_]
            assert "".join(getattr(edit, name) for edit in pair.edits) == own_text(sections)
            numbers = [n for table in pair.tables if (n := getattr(table, name)) is not None]
            assert sorted(numbers) == list(range(sum(len(section.tables) for section in sections)))


def in_one_row_each(comparison: Comparison) -> None:
    for document, name in ((comparison.old, "old"), (comparison.new, "new")):
        rows = Counter(section for pair in comparison.pairs for section in getattr(pair, name))
        assert set(rows.values()) <= {1}
        assert {section.id for section in document.walk() if section.text.strip()} <= set(rows)


def consistent_with_links(comparison: Comparison) -> None:
    links = {(link.old, link.new): link for link in comparison.links}
    for pair in comparison.pairs:
        if pair.relation is Relation.ONLY_OLD:
            assert pair.old
            assert not pair.new
        elif pair.relation is Relation.ONLY_NEW:
            assert pair.new
            assert not pair.old
        else:
            assert pair.old
            assert pair.new
            joined = [(old, new) for old in pair.old for new in pair.new]
            assert all(links[ends].kind is LinkKind.COUNTERPART for ends in joined)
        for old in pair.old:
            assert all((old, other) in links for other in pair.see_also_new if len(pair.old) == 1)
        for new in pair.new:
            assert all((other, new) in links for other in pair.see_also_old if len(pair.new) == 1)
        assert (pair.relation is Relation.SPLIT) == (len(pair.new) > 1)
        assert (pair.relation is Relation.MERGED) == (len(pair.old) > 1)


@given(PAIRS, MODES, UNITS, PRESETS)
@settings(max_examples=30)
def test_any_two_documents(documents: tuple[Document, Document], mode: str, unit: str, preset: str) -> None:
    result = compare(*documents, mode=mode, unit=unit, preset=preset)
    rebuilt(result)
    in_one_row_each(result)
    consistent_with_links(result)
    assert sum(result.counts.values()) == len(result.pairs)
    assert 0 <= result.changed_share <= 1


@given(st.one_of(NASTY, PLAIN))
@settings(max_examples=30)
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    result = compare(document, document)
    rebuilt(result)
    in_one_row_each(result)
    assert {pair.relation for pair in result.pairs} <= {Relation.UNCHANGED}
    assert not result.differs
    assert result.changed_share == 0.0


@given(st.data())
@settings(max_examples=20)
def test_two_versions(data: st.DataObject) -> None:
    old = data.draw(PLAIN)
    new = data.draw(strategies.edited(old))
    result = compare(old, new, mode=Mode.VERSION, unit=data.draw(UNITS))
    rebuilt(result)
    in_one_row_each(result)
    consistent_with_links(result)
    assert compare(old, new, mode=Mode.VERSION).pairs == compare(old, new, mode=Mode.VERSION).pairs
