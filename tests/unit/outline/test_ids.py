"""Ids are readable, and the same wherever the same document is imported."""

from __future__ import annotations

import re

from policydiff.outline.ids import document_id
from tests.unit.outline.reading import parsed

FACTS = {"title": "北京市智慧城市规划", "doc_number": "京大数据发〔2021〕1号", "date": "2021-03-05"}
PLACE = {"region": "北京市", "kind": "行动纲要"}


def test_region_kind_year_and_digest() -> None:
    assert re.fullmatch(r"beijing-gangyao-2021-[0-9a-f]{4}", document_id(**FACTS, **PLACE))


def test_display_facts_change_nothing() -> None:
    other = {**FACTS, "title": "北京市《智慧城市》規劃", "doc_number": "京大数据发[2021]1号"}

    assert document_id(**other, **PLACE) == document_id(**FACTS, **PLACE)


def test_another_number_is_another_document() -> None:
    assert document_id(**{**FACTS, "doc_number": "京大数据发〔2021〕2号"}, **PLACE) != document_id(**FACTS, **PLACE)


def test_nothing_known() -> None:
    assert document_id(title="", doc_number=None, date=None, region=None, kind=None).startswith("doc-wenjian-nd-")


def test_two_documents_of_one_source_never_share_an_id() -> None:
    twice = "某市智慧城市规划\n某政发〔2021〕7号\n一、总则\n正文。\n" * 2

    ids = [document.id for document in parsed(twice).documents]

    assert len(ids) == 2
    assert ids[1] == f"{ids[0]}-2"
