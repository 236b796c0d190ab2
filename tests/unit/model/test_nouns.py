"""What the nouns tell of themselves."""

from __future__ import annotations

import dataclasses

import pytest

from policydiff import model
from policydiff.model import Edit, EditKind, Repair, Section, Span
from tests.factory import document, preamble, section

TREE = document(
    preamble("前言。"), section("一、", "总则", "甲。", section("（一）", "目标", "乙。")), section("", "附则", "丙。")
)


def test_sections_in_reading_order() -> None:
    assert [found.id for found in TREE.walk()] == ["0", "1", "1.1", "2"]


def test_a_section_by_its_id() -> None:
    found = TREE.section("1.1")

    assert found is not None
    assert found.heading == "目标"
    assert TREE.section("3") is None


@pytest.mark.parametrize(
    ("label", "heading", "title"),
    [("一、", "总则", "一、总则"), ("第一章", "总则", "第一章 总则"), ("第三条", "", "第三条"), ("", "附则", "附则")],
)
def test_titles_as_one_cites_them(label: str, heading: str, title: str) -> None:
    assert Section(id="1", label=label, heading=heading, text="", span=Span(start=0, end=0)).title == title


def test_a_place_left_to_a_person_is_flagged() -> None:
    fields = {"kind": "mojibake", "span": Span(start=0, end=1), "confidence": 0.4, "candidates": ("保",)}

    assert Repair(before="?", after="?", **fields).flagged
    assert not Repair(before="?", after="保", **fields).flagged


def test_an_edit_gives_each_side_its_text() -> None:
    edits = [
        Edit(kind=EditKind.EQUAL, text="臺灣", other="台湾"),
        Edit(kind=EditKind.DELETE, text="旧"),
        Edit(kind=EditKind.INSERT, text="新"),
    ]

    assert "".join(edit.old for edit in edits) == "臺灣旧"
    assert "".join(edit.new for edit in edits) == "台湾新"


def test_nouns_are_frozen() -> None:
    values = [found for name in model.__all__ if dataclasses.is_dataclass(found := getattr(model, name))]

    assert len(values) > 15
    assert all(found.__dataclass_params__.frozen and hasattr(found, "__slots__") for found in values)
