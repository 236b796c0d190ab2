"""Laws of repair: it says what it did, does it once, and leaves clean text alone."""

from __future__ import annotations

from itertools import product

import pytest
from benchmarks.quality.damage import damage
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from policydiff.keys import key
from policydiff.model import Change, Repair, apply
from policydiff.repair import HARMLESS, KINDS, repair
from tests.strategies import texts

VERBS = ("推进", "完善", "加强", "统筹", "建立", "优化", "拓展", "深化", "健全", "提升")
SUBJECTS = ("数据资源", "城市治理", "公共服务", "基础设施", "感知终端", "政务平台", "社区管理", "产业园区", "安全防护")
OBJECTS = ("共享开放", "统一标准", "运行机制", "协同联动", "精细水平", "创新应用", "监测体系", "便民举措", "试点示范")
ENDINGS = (
    "。",
    "，到2025年覆盖率达到80%以上。",
    "，建成3个以上示范区。",
    "，责任到人。",
    "，依据《管理办法》执行。",
    "（试行）。",
)
DAMAGES = ("doubled", "traditional", "brackets", "width", "spaced")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of a plan."""
    return "".join(draw(st.sampled_from(words)) for words in (VERBS, SUBJECTS, OBJECTS, ENDINGS))


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A clean plan with labelled headings, a paragraph a line."""
    lines = ["某市智慧城市建设规划", "某政发〔2021〕7号"]
    for number in "一二三四五六七八九"[: draw(st.integers(1, 9))]:
        lines.append(f"{number}、{draw(st.sampled_from(VERBS))}{draw(st.sampled_from(SUBJECTS))}")
        lines.append("".join(draw(st.lists(sentences(), min_size=2, max_size=8, unique=True))))
    return "\n".join(lines)


@given(plans())
def test_clean_text_gets_no_damage_repair(text: str) -> None:
    result = repair(text)

    assert {record.kind for record in result.repairs} <= HARMLESS
    assert key(result.text) == key(text)


@given(texts(8))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repair(text).text

    assert repair(once).text == once


@settings(max_examples=30)
@given(plans(), st.integers(0, 1000), st.sets(st.sampled_from(DAMAGES)))
def test_repairing_damage_twice_is_repairing_it_once(text: str, seed: int, classes: set[str]) -> None:
    once = repair(damage(text, classes, seed).text).text

    assert repair(once).text == once


@settings(max_examples=30)
@given(plans(), st.integers(0, 1000), st.sampled_from(KINDS))
def test_the_records_of_one_class_lead_from_the_raw_text_to_the_result(text: str, seed: int, kind: str) -> None:
    assume(kind != "script")  # one record stands for all places
    raw = damage(text, ["doubled", "brackets", "width", "spaced"], seed).text

    result = repair(raw, skip=frozenset(KINDS) - {kind})

    assert undone_in_reverse(raw, result.repairs) == result.text


def undone_in_reverse(raw: str, records: tuple[Repair, ...]) -> str:
    """``raw`` with the records carried out from the last to the first, each where it says that it found something."""
    for record in reversed(records):
        assert raw[record.span.start : record.span.end] == record.before
        raw = raw[: record.span.start] + record.after + raw[record.span.end :]
    return raw


@settings(max_examples=30)
@given(plans(), st.integers(0, 1000))
def test_every_place_of_the_result_leads_to_where_its_character_was(text: str, seed: int) -> None:
    raw = damage(text, ["doubled", "width", "brackets"], seed).text
    result = repair(raw)

    changes = [Change(record.span.start, record.span.end, record.after) for record in result.repairs]
    assert all(0 <= change.start <= change.end <= len(raw) for change in changes)
    for place, character in enumerate(result.text):
        start, end = result.origins.span(place, place + 1)
        touched = any(record.span.start <= start <= record.span.end for record in result.repairs)
        assert touched or raw[start:end] == character


@settings(max_examples=20)
@given(plans(), st.integers(0, 1000))
@example("某市规划", 0)
def test_what_the_compilation_suffered_is_undone(text: str, seed: int) -> None:
    damaged = damage(text, ["doubled", "traditional", "width", "spaced"], seed)

    assert key(repair(damaged.text).text) == key(damaged.truth)


@pytest.mark.parametrize("kind", ["page_number", "chunk_counter"])
def test_long_texts_lose_pages_and_counters(kind: str) -> None:
    text = "".join(map("".join, product(VERBS, SUBJECTS, OBJECTS, ENDINGS[:1])))
    damaged = damage(text, ["pages", "chunks"], 3)

    result = repair(damaged.text)

    assert sum(record.kind == kind for record in result.repairs) > 8
    assert key(result.text) == key(damaged.truth)


def test_apply_agrees_with_the_records() -> None:
    raw = "二、发展目标二、发展目标到2025年基本建成。"
    result = repair(raw)

    changes = [Change(r.span.start, r.span.end, r.after) for r in result.repairs]
    assert apply(raw, changes)[0] == result.text
