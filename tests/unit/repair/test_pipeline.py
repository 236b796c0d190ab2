"""The stages together: order, records, marks, switches."""

from __future__ import annotations

import pytest

from policydiff.model import Change, MarkedHeading, Origin, PageMark, Source, Span
from policydiff.repair import HARMLESS, KINDS, clean, repair
from tests.unit.repair.reading import PROSE, prose

ORIGIN = Origin(name="x.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8")


def test_every_class_has_a_name_of_its_own() -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert set(KINDS) >= HARMLESS


def test_clean_text_passes_as_it_is() -> None:
    text = "某市规划\n一、总体要求\n" + PROSE

    result = repair(text)

    assert result.text == text
    assert result.repairs == result.pages == result.headings == result.contents == ()
    assert result.origins.span(3, 7) == (3, 7)


def test_a_record_per_place_in_the_raw_text() -> None:
    text = f"\u200b{PROSE}二、发展目标二、发展目标到 2025 年，依据国发202129 号推进。"

    result = repair(text)

    assert result.text == f"{PROSE}二、发展目标到2025年，依据国发〔2021〕29号推进。"
    for record in result.repairs:
        assert text[record.span.start : record.span.end] == record.before
    assert {record.kind for record in result.repairs} == {"invisible", "doubled", "blank", "doc_number"}


def test_marks_move_with_the_text() -> None:
    pages = [prose(600, shift=n) + "二、重点 任务二、重点 任务" for n in range(10)]
    text = "".join(f"{page}{number}" for number, page in enumerate(pages, 1))

    result = repair(text)

    assert [result.text[h.span.start : h.span.end] for h in result.headings] == ["二、重点 任务"] * 10
    assert [result.text[mark.offset :][:10] for mark in result.pages] == [page[:10] for page in pages]


def test_numbers_are_repaired_in_the_headings_they_stand_in() -> None:
    text = f"{PROSE}某市智慧城市规划某市智慧城市规划(国国发发202120212929 号)号){PROSE}"

    assert "某市智慧城市规划(国发〔2021〕29号)" in repair(text).text


@pytest.mark.parametrize("kind", KINDS)
def test_each_class_can_be_switched_off(kind: str, seed_text: str) -> None:
    piece = seed_text[:9000] + seed_text[-3000:]
    skip = frozenset({kind, "mojibake"})

    assert kind not in {record.kind for record in repair(piece, skip=skip).repairs}


def test_with_all_classes_off_nothing_happens(seed_text: str) -> None:
    result = repair(seed_text, skip=frozenset(KINDS))

    assert result.text == seed_text
    assert result.repairs == ()


def test_a_files_own_marks_are_kept_and_its_signs_taken_out() -> None:
    source = Source(
        origin=ORIGIN,
        text="# 某市 规划\n## 一、总 则\n正文。",
        markup=(Change(0, 2, ""), Change(8, 11, "")),
        headings=(
            MarkedHeading(span=Span(start=2, end=7), depth=1),
            MarkedHeading(span=Span(start=11, end=16), depth=2),
        ),
        pages=(PageMark(offset=0, number=1), PageMark(offset=8, number=2)),
    )

    result = clean(source)

    assert [(result.text[h.span.start : h.span.end], h.depth) for h in result.headings] == [
        ("某市 规划", 1),
        ("一、总 则", 2),
    ]
    assert [(result.text[p.offset :][:2], p.number) for p in result.pages] == [("某市", 1), ("一、", 2)]
    assert result.origins.span(0, 2) == (2, 4)


def test_a_text_of_nothing() -> None:
    assert repair("").text == ""
