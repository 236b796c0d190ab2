"""Edited texts and the way back, against an oracle that carries every character's origin along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.model import Change, OffsetMap, apply, moved
from policydiff.repair.flow import Mover

Traced = list[tuple[str, int, int]]
"""A text as characters, each with the range of the original it stands for."""


def traced(text: str) -> Traced:
    return [(character, place, place + 1) for place, character in enumerate(text)]


def applied(text: Traced, changes: list[Change]) -> Traced:
    """The slow obvious way: every new character stands for all that its change replaced."""
    result: Traced = []
    done = 0
    for start, end, after in changes:
        result += text[done:start]
        replaced = text[start:end]
        if len(after) == end - start:
            result += [(character, first, last) for character, (_, first, last) in zip(after, replaced, strict=True)]
        else:
            here = replaced[0][1] if replaced else _end_before(text, start)
            there = replaced[-1][2] if replaced else here
            result += [(character, here, there) for character in after]
        done = end
    return result + text[done:]


def _end_before(text: Traced, place: int) -> int:
    if place < len(text):
        return text[place][1]
    return text[-1][2] if text else 0


@st.composite
def change_lists(draw: st.DrawFn, text: str) -> list[Change]:
    """Changes of ``text`` in order; some are one to one, some insert, some delete."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return [
        Change(start, end, draw(st.one_of(st.text("甲乙丙", max_size=3), st.just("丁" * (end - start)))))
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]


texts = st.text("一二三四五六七八九十", max_size=12)


@given(st.data())
def test_apply_agrees_with_the_oracle(data: st.DataObject) -> None:
    text = data.draw(texts)
    changes = data.draw(change_lists(text))

    result, origins = apply(text, changes)

    expected = applied(traced(text), changes)
    assert result == "".join(character for character, _, _ in expected)
    for place, (_, start, end) in enumerate(expected):
        assert origins.span(place, place + 1) == (start, end)


@given(st.data())
def test_two_edits_compose(data: st.DataObject) -> None:
    text = data.draw(texts)
    first = data.draw(change_lists(text))
    between, to_text = apply(text, first)
    second = data.draw(change_lists(between))
    result, to_between = apply(between, second)

    origins = to_between.after(to_text)

    for place in range(len(result)):
        assert origins.span(place, place + 1) == to_text.span(*to_between.span(place, place + 1))


@given(st.data())
def test_places_never_run_backwards(data: st.DataObject) -> None:
    text = data.draw(texts)
    result, origins = apply(text, data.draw(change_lists(text)))

    starts = [origins.start(place) for place in range(len(result) + 1)]
    ends = [origins.end(place) for place in range(len(result) + 1)]

    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in starts + ends)


@given(texts)
def test_the_identity_leads_every_place_to_itself(text: str) -> None:
    origins = OffsetMap.identity(len(text))

    assert apply(text, []) == (text, origins)
    assert [origins.start(place) for place in range(len(text) + 1)] == list(range(len(text) + 1))


@given(st.data())
def test_moved_places_stand_between_the_same_kept_characters(data: st.DataObject) -> None:
    text = data.draw(texts)
    changes = data.draw(change_lists(text))
    result, _ = apply(text, changes)

    for place in range(len(text) + 1):
        inside = next((change for change in changes if change.start < place < change.end), None)
        kept = [change for change in changes if change.end <= place and change.start < place]
        before, _ = apply(text[: inside.start if inside else place], kept)
        assert moved(place, changes) == len(before)
        assert result.startswith(before)


@given(st.data())
def test_the_mover_agrees_with_moved(data: st.DataObject) -> None:
    text = data.draw(texts)
    changes = data.draw(change_lists(text))
    at = Mover(changes)

    assert [at(place) for place in range(len(text) + 1)] == [moved(place, changes) for place in range(len(text) + 1)]


@pytest.mark.parametrize(
    "changes", [[Change(2, 4, ""), Change(3, 5, "")], [Change(3, 2, "")], [Change(4, 5, ""), Change(0, 1, "")]]
)
def test_changes_that_overlap_or_run_backwards_are_refused(changes: list[Change]) -> None:
    with pytest.raises(ValueError, match="overlap or are out of order"):
        apply("一二三四五六", changes)


def test_a_shortened_stretch_leads_back_as_a_whole() -> None:
    text, origins = apply("国发202129号", [Change(2, 8, "〔2021〕29")])

    assert text == "国发〔2021〕29号"
    assert origins.span(3, 5) == (2, 8)
    assert origins.span(10, 11) == (8, 9)
