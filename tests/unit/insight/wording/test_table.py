from __future__ import annotations

import jsonschema
import pytest

from policydiff.compare import compare
from policydiff.export.origins_json import origins_csv, origins_value
from policydiff.export.wording_json import wording_csv, wording_value
from policydiff.insight.origins import origins
from policydiff.insight.wording import wording
from policydiff.model.wording import TermChange, TermKind, Wording
from policydiff.schemas import schema
from tests.factory import document, section

OLD = document(
    section("一、", "河湖", "推行“河长制”。探索河湖生态补偿机制。水库管护到村。水库巡查每周一次，水库名录公开。"),
    section("二、", "取水", "取水许可限时办结。取水计量全覆盖。"),
    id="old",
)
NEW = document(
    section("一、", "河湖", "加快河湖生态补偿机制建设。水库管护到村。湿地名录公开，湿地巡查每月一次。"),
    section("二、", "取水", "取水许可限时办结。取水计量全覆盖。推行“水管家”服务。"),
    id="new",
)


@pytest.fixture(scope="module")
def found() -> Wording:
    return wording(compare(OLD, NEW, mode="version"))


def test_new_and_dropped_terms(found: Wording) -> None:
    told = {term.term: term.change for term in found.terms}
    assert (told["水管家"], told["河长制"], told["湿地"]) == (TermChange.NEW, TermChange.DROPPED, TermChange.NEW)
    assert "取水" not in told, "its rate is the same"


def test_coinages_come_first(found: Wording) -> None:
    news = [term.kind for term in found.terms if term.change is TermChange.NEW]
    assert news == sorted(news, key=list(TermKind).index)


def test_examples_hold_the_term(found: Wording) -> None:
    documents = {"old": OLD, "new": NEW}
    for term in found.terms:
        for quoted in (*term.old_examples, *term.new_examples):
            own = documents[quoted.document].section(quoted.section)
            assert own is not None
            text = own.heading if quoted.heading else own.text
            assert text[quoted.at.start : quoted.at.end] == quoted.text == term.term
            assert term.term in quoted.sentence


def test_strength_is_told_of_paired_sections(found: Wording) -> None:
    assert [(s.old.text, s.new.text, s.old.section) for s in found.strength] == [("探索", "加快", "1")]


def test_the_other_way_round_everything_is_the_other_way_round(found: Wording) -> None:
    other = wording(compare(NEW, OLD, mode="version"))
    mirror = {TermChange.NEW: TermChange.DROPPED, TermChange.DROPPED: TermChange.NEW}
    assert {t.term: mirror[t.change] for t in found.terms} == {t.term: t.change for t in other.terms}


def test_between_regions_names_of_places_are_no_terms() -> None:
    left = document(section("一、", "", "北京建设水库。北京公开名录。"), id="left")
    right = document(section("一、", "", "天津建设水库。天津公开名录。"), id="right")
    terms = {term.term for term in wording(compare(left, right, mode="region")).terms}
    assert not {"北京", "天津"} & terms


def test_json_keeps_to_its_schema(found: Wording) -> None:
    jsonschema.validate(wording_value(found), schema("wording"))
    jsonschema.validate(origins_value(origins(NEW, [OLD])), schema("origins"))


def test_csv_has_a_row_each(found: Wording) -> None:
    assert wording_csv(found).count("\n") == 1 + len(found.terms) + len(found.strength)
    traced = origins(NEW, [OLD])
    assert origins_csv(traced).count("\n") == 1 + sum(len(s.sentences) for s in traced.sections)
