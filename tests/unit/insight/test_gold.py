"""The bundled documents against the gold: nothing that was right may be lost."""

from __future__ import annotations

import pytest
from benchmarks.quality import insight as quality

from policydiff.insight import TargetChange, facts, join, lexicon
from policydiff.insight.records import Located
from policydiff.keys import key
from policydiff.model import Document, Parsed, Source


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return quality.corpus()


def test_targets_and_deadlines_of_the_sample(documents: dict[str, Document]) -> None:
    score, losses = quality.target_tally(quality.sample(), documents)
    assert score.right / score.found >= 0.95, losses
    assert score.right / score.gold >= 0.90, losses
    score, losses = quality.deadline_tally(quality.sample(), documents)
    assert 2 * score.right / (score.found + score.gold) >= 0.90, losses


def test_every_lookalike_of_the_sample_is_refused(documents: dict[str, Document]) -> None:
    refused, count = quality.lookalikes_refused(quality.sample(), documents)
    assert refused == count


def test_every_list_of_bodies_is_exactly_right(documents: dict[str, Document]) -> None:
    assert quality.bodies_right(quality.sample(), documents) == (23, 23)


def test_shandong_2020_to_2022(documents: dict[str, Document]) -> None:
    old, new = documents["shandong-yijian-2020-6374"], documents["shandong-tongzhi-2022-373a"]
    left, right = facts(old), facts(new)
    told = {}
    for pair in join(left, right, {("1", "1")}, (old, new), lexicon()):
        if pair.old is not None:
            one = left.targets[pair.old]
            told[one.scope, one.indicator, one.due.iso if one.due else None] = pair.change
    assert told["县(市、区)", "三星级以上", "2022"] is TargetChange.RAISED
    assert told["县(市、区)", "四星级以上", "2025"] is TargetChange.SAME
    assert told[None, "五星级标杆城市", "2025"] is TargetChange.UNQUANTIFIED


def _records(document: Document, raw: str | None) -> list[Located]:
    found = facts(document, raw=raw)
    return [one.where for one in (*found.targets, *found.deadlines, *found.responsibilities, *found.citations)]


def test_exact_places_hold_the_text_in_the_raw_source(seed: Parsed, seed_source: Source) -> None:
    """With the raw text or without it; where a repair lies inside, the raw holds what was repaired, too."""
    exact = 0
    for document in seed.documents:
        changing = [r.span for r in document.repairs if not r.flagged and len(r.before) != len(r.after)]
        for known, alone in zip(_records(document, seed_source.text), _records(document, None), strict=True):
            for where in (known, alone):
                start, end = where.span.start, where.span.end
                if where.exact and not any(start <= r.end and r.start <= end for r in changing):
                    assert key(seed_source.text[start:end]) == key(where.text)
                    exact += 1
            if known.exact and alone.exact:
                slices = [seed_source.text[one.span.start : one.span.end] for one in (known, alone)]
                assert key(slices[0]) == key(slices[1])
    assert exact > 60


def test_what_is_not_exact_is_the_sections_span(seed: Parsed) -> None:
    for document in seed.documents:
        for where in _records(document, None):
            section = document.section(where.section)
            assert section is not None
            assert where.exact or where.span == section.span
            assert section.text[where.place[0] : where.place[1]] == where.text
