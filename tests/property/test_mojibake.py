"""Garbling and reading garbled text are inverse as far as anything is claimed."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.quality.damage import LAYERS, damage
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.model import Change, apply
from policydiff.repair import mojibake
from policydiff.repair.mojibake.channel import ALIGNED, EVERYTHING, FOLD, PUNCTUATION, Channel, Private

CHANNELS = st.builds(
    Channel,
    replaced=st.sampled_from([PUNCTUATION, EVERYTHING, frozenset()]),
    barriers=st.sampled_from([frozenset[str](), frozenset("、")]),
    private=st.sampled_from(list(Private)),
    lookahead=st.booleans(),
)
PROSE = st.text(st.sampled_from("规模化部署，。可开科基本保障专常校、“”（）1A发展建设的和\n"), max_size=40)
ANY = st.text(max_size=60)


@given(CHANNELS, ANY)
def test_a_text_comes_out_of_any_channel(channel: Channel, text: str) -> None:
    assert isinstance(channel.damage(text), str)


@given(CHANNELS, PROSE, PROSE)
def test_feeding_in_pieces_is_damaging_at_once(channel: Channel, first: str, second: str) -> None:
    state, out = ALIGNED, ""
    for char in first + second:
        more, state = channel.feed(state, char)
        out += more
    assert out + channel.flush(state) == channel.damage(first + second)


@given(PROSE)
def test_where_nothing_is_replaced_text_is_only_folded(text: str) -> None:
    assert Channel(replaced=frozenset()).damage(text) == text.translate(FOLD)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_findings_are_sorted_disjoint_and_stable(text: str) -> None:
    found = mojibake.find(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    done, _ = apply(text, [Change(f.start, f.end, f.after) for f in found])
    assert all(f.after == done[f.start : f.end] for f in mojibake.find(done))


CLEAN = (
    "第一章 总则\n第一条 为了规范政务服务。可以依法公开，《办法》另有规定的除外。\n（一）确保模式统一、专人负责。" * 20
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(LAYERS)), unique=True), st.integers(0, 9))
def test_damage_is_repeatable_and_can_be_traced_back(classes: list[str], seed: int) -> None:
    damaged = damage(CLEAN, classes, seed)
    assert damaged == damage(CLEAN, classes, seed)
    assert damaged.truth == CLEAN
    assert damaged.origins.span(0, len(damaged.text)) == (0, len(CLEAN)) or not damaged.text
    for locus in damaged.loci:
        assert 0 <= locus.start <= locus.end <= len(damaged.text)
        assert locus.truth in CLEAN


def test_no_class_leaves_the_text_as_it_is() -> None:
    damaged = damage(CLEAN, [], 1)
    assert (damaged.text, damaged.loci) == (CLEAN, ())
