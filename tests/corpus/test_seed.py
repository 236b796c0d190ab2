"""The compilation the project starts from: what is in it, and that nothing of its damage is left."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from benchmarks.quality.structure import GOLD, Score, score

from policydiff.keys import simplified_table
from policydiff.model import Document, Parsed, Section, Source
from policydiff.outline import flattened
from policydiff.repair import chunks, clean, doc_numbers, doubled, pages, wrapper
from tests.golden.compare import assert_golden

KEPT_TRADITIONAL = frozenset("著乾瞭")
"""Characters of the traditional table that are right in simplified texts too (显著, 乾安, 瞭望)."""


@pytest.fixture(scope="module")
def quality(seed: Parsed) -> Score:
    return score(seed, json.loads(GOLD.read_text("utf-8"))["documents"])


def texts(document: Document) -> Iterator[str]:
    """Everything a reader sees of a document."""
    yield from (document.title, document.main_title or "", document.notice or "", document.closing or "")
    for section in document.walk():
        yield from (section.heading, section.text)


def test_its_documents(seed: Parsed) -> None:
    assert_golden("corpus/seed.txt", "\n".join(card(document) for document in seed.documents))


def card(document: Document) -> str:
    """A document's metadata, a line each, and its top sections."""
    period = "-".join(map(str, document.period)) if document.period else None
    facts = {
        "number": document.doc_number,
        "date": document.date,
        "region": document.region,
        "level": document.level,
        "kind": document.kind,
        "period": period,
        "issuers": " · ".join(document.issuers),
        "plan": document.main_title,
        "to": document.recipients,
        "attached": " · ".join(document.attachments),
        "extent": "excerpt" if document.excerpt else "whole",
        "sections": str(sum(1 for _ in document.walk())),
    }
    lines = [document.title, *(f"  {name:<9}{value}" for name, value in facts.items() if value)]
    return "\n".join([*lines, *(f"    {_top(section)}" for section in document.sections)]) + "\n"


def _top(section: Section) -> str:
    page = f"  (p. {section.page})" if section.page else ""
    return f"{section.id} {section.title}{page}"


def test_nineteen_documents_with_ids_of_their_own(seed: Parsed) -> None:
    assert len(seed.documents) == 19
    assert len({document.id for document in seed.documents}) == 19
    assert Counter(document.level for document in seed.documents) == {"central": 7, "ministry": 4, "province": 8}


def test_it_lists_32_more(seed: Parsed) -> None:
    rows = seed.listed

    assert [row.number for row in rows] == list(range(1, 33))
    assert all(row.title and row.issuers and row.year for row in rows)
    numbered = [row for row in rows if row.doc_number]
    assert all(re.fullmatch(r"[\u4e00-\u9fff]+〔20\d\d〕[1-9]\d*号", row.doc_number or "") for row in numbered)
    assert_golden(
        "corpus/listed.txt",
        "".join(
            f"{row.number:>2} {row.year} {' · '.join(row.issuers)} | {row.title} | {row.doc_number or '/'}\n"
            for row in rows
        ),
    )


def test_counters_and_page_numbers_are_out(seed: Parsed) -> None:
    counts = Counter(repair.kind for repair in seed.repairs)

    assert (counts["chunk_counter"], counts["page_number"], counts["wrapper"], counts["contents"]) == (141, 82, 1, 1)
    assert counts["mojibake"] == 19


def test_no_counter_number_or_doubled_heading_is_left(seed: Parsed) -> None:
    for document in seed.documents:
        everything = "\n".join(texts(document))
        assert pages.find(everything) == ([], [])
        assert doubled.find(everything) == ([], [])
        assert doc_numbers.find(everything) == []
        assert not any(chunks.find(text) for text in texts(document))
        assert wrapper.find(everything) == []


def test_every_figure_left_between_characters_belongs_to_the_text(seed_source: Source) -> None:
    """In this print blanks part the document's own figures from the characters beside them; page numbers have none."""
    text = clean(seed_source, skip=frozenset({"blank", "contents", "mojibake"})).text
    tables = flattened.find(text)
    han = "\u4e00-\u9fff，。、；“”"

    glued = [m for m in re.finditer(rf"(?<=[{han}])\d{{1,3}}(?=[{han}])", text) if text[m.end()] not in "、，"]

    assert [
        text[m.start() - 6 : m.end() + 6] for m in glued if not any(t.start <= m.start() < t.end for t in tables)
    ] == []
    assert len(glued) > 10


def test_only_simplified_characters(seed: Parsed) -> None:
    traditional = {chr(code) for code in simplified_table()} - KEPT_TRADITIONAL

    for document in seed.documents:
        assert not traditional.intersection("".join(texts(document)))


def test_pages_rise_with_the_sections(seed: Parsed) -> None:
    numbers = [section.page or 0 for document in seed.documents for section in document.walk()]

    assert numbers == sorted(numbers)
    assert (numbers[0], numbers[-1]) == (1, 76)


def test_spans_cover_the_source_in_order(seed: Parsed, seed_source: Source) -> None:
    spans = [document.span for document in seed.documents]

    assert all(before.end <= after.start for before, after in pairwise(spans))
    for document in seed.documents:
        for section in document.sections:
            assert document.span.start <= section.span.start <= section.span.end <= document.span.end
    assert spans[-1].end <= len(seed_source.text)


def test_what_is_odd_is_listed_with_its_place(seed: Parsed, seed_source: Source) -> None:
    problems = [(document.doc_number, problem) for document in seed.documents for problem in document.problems]

    ((number, problem),) = problems
    assert (number, problem.code) == ("京教信〔2021〕1号", "label_repeated")
    assert seed_source.text[problem.span.start : problem.span.end] == "四、"


def test_metadata_is_right(quality: Score) -> None:
    assert quality.found == quality.documents == 8
    assert set(quality.fields.values()) == {8}


def test_headings_are_right(quality: Score) -> None:
    assert quality.f1 >= 0.99


def test_texts_are_right(quality: Score) -> None:
    assert quality.error_rate <= 0.003
