"""Edits rebuild both texts, never count display facts, never cut what must stay whole, and number moves in pairs."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from policydiff.edits import Unit, changed_share, edits
from policydiff.edits.alignment import align, as_tokens
from policydiff.edits.script import Step
from policydiff.edits.sentences import split
from policydiff.edits.side import prepare
from policydiff.keys import key
from policydiff.model import Edit, EditKind
from tests.strategies import texts, variants

WORDS = [
    "推进", "智慧城市", "建设", "，", "。", "、", "；", "和", "的", "到2025年", "达到", "80%", "以上",
    "《数字中国规划》", "国发〔2021〕29号", "（一）", "第三条", "完善", "制度", "保障", "机制",
    "各有关部门要加强组织领导", "统筹资金安排", "建立健全工作机制", "5G", "网络", "3个", "10万个", "三十日",
    "\n", "\u3000", "稳中向好", "稳中有进", "“", "”", "数据", "共享",
]  # fmt: skip

PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)

UNITS = st.sampled_from(Unit)

DISPLAY = str.maketrans("，（）2〔〕数网", ",()２[]數網", "《》") | {ord("市"): "市 "}

FIGURE = re.compile(r"\d+(?:\.\d+)?(?:%|万个|个|年)?|国发〔2021〕29号")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, the second often made from the first."""
    old = draw(st.one_of(PROSE, PROSE, texts(), st.text(max_size=60)))
    return old, draw(st.one_of(variants(old), PROSE, st.permutations(old.split("。")).map("。".join)))


def rebuilt(found: tuple[Edit, ...]) -> tuple[str, str]:
    return "".join(e.old for e in found), "".join(e.new for e in found)


@given(pairs(), UNITS)
def test_both_sides_rebuild_exactly(pair: tuple[str, str], unit: Unit) -> None:
    assert rebuilt(edits(*pair, unit=unit)) == pair


@given(st.one_of(PROSE, texts()), UNITS)
def test_a_text_does_not_differ_from_itself(text: str, unit: Unit) -> None:
    found = edits(text, text, unit=unit)
    assert all(e.kind is EditKind.EQUAL and e.other is None for e in found)
    assert changed_share(found) == 0


@given(PROSE, UNITS)
def test_display_facts_are_no_changes(text: str, unit: Unit) -> None:
    shown = text.translate(DISPLAY)
    assert key(shown) == key(text)
    assert all(e.kind is EditKind.EQUAL for e in edits(text, shown, unit=unit))


@given(PROSE, PROSE, PROSE, UNITS)
def test_display_facts_beside_a_change_are_no_changes(before: str, change: str, after: str, unit: Unit) -> None:
    old, new = f"{before}。{change}。{after}。", f"{before}。{after}。".translate(DISPLAY)
    found = edits(old, new, unit=unit)
    assert rebuilt(found) == (old, new)
    assert sum(len(key(e.text)) for e in found if e.kind is EditKind.INSERT and e.move is None) <= len(key(new))
    plain = edits(old, f"{before}。{after}。", unit=unit)
    assert [(e.kind, key(e.text), e.move) for e in found] == [(e.kind, key(e.text), e.move) for e in plain]


@given(pairs(), UNITS)
def test_equal_edits_are_equal_on_the_key_and_changes_are_not_empty(pair: tuple[str, str], unit: Unit) -> None:
    for edit in edits(*pair, unit=unit):
        assert edit.text or edit.other
        if edit.other is not None:
            assert edit.kind is EditKind.EQUAL
            assert key(edit.text) == key(edit.other)
            assert edit.text != edit.other


@given(pairs())
def test_numbers_and_document_numbers_are_never_cut(pair: tuple[str, str]) -> None:
    found = edits(*pair)
    for side, text in zip(("old", "new"), pair, strict=True):
        inside = {k for m in FIGURE.finditer(text) for k in range(m.start() + 1, m.end())}
        position = 0
        for edit in found:
            position += len(getattr(edit, side))
            assert position not in inside, (text[:position], text[position:])


@given(pairs(), UNITS)
def test_moves_are_numbered_in_pairs(pair: tuple[str, str], unit: Unit) -> None:
    found = edits(*pair, unit=unit)
    for number in {e.move for e in found if e.move is not None}:
        gone, come = (
            "".join(e.text for e in found if e.move == number and e.kind is kind)
            for kind in (EditKind.DELETE, EditKind.INSERT)
        )
        assert key(gone) == key(come) != ""


@given(pairs())
def test_sentence_alignment_covers_both_sides_in_order(pair: tuple[str, str]) -> None:
    old, new = prepare(*pair)
    left, right = split(old), split(new)
    steps = as_tokens(align(left, right), left, right)
    here = Step(True, 0, 0, 0, 0)
    for step in steps:
        assert (step.old_start, step.new_start) == (here.old_end, here.new_end)
        here = step
    assert (here.old_end, here.new_end) == (len(old.tokens), len(new.tokens))
    assert "".join(t.key for t in old.tokens) == old.key
