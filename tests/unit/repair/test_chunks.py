"""Counters before equal pieces go; numbered lists stay."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policydiff.repair import repair
from policydiff.repair.chunks import find
from tests.unit.repair.reading import PROSE, mended, prose


def cut(text: str, width: int) -> str:
    """``text`` as a site shows it: pieces of ``width`` characters, each on a line behind its number."""
    pieces = [text[place : place + width] for place in range(0, len(text), width)]
    return "\n".join(f"{number}、{piece}" for number, piece in enumerate(pieces, 1))


@given(width=st.integers(100, 320), length=st.integers(1000, 4000), shift=st.integers(0, 100))
def test_pieces_join_to_the_text(width: int, length: int, shift: int) -> None:
    text = prose(length, shift=shift)
    damaged = cut(text, width)
    # The prose repeats itself: at some widths every piece happens to end with a sentence, like a real list's items.
    assume(sum(line[-1] in "，、。" for line in damaged.split("\n")) < 0.4 * damaged.count("\n"))

    assert mended(damaged, find(damaged)) == text


def test_blank_lines_between_the_pieces_go_too() -> None:
    text = prose(1500)
    damaged = cut(text, 300).replace("\n", " \n\n")

    assert mended(damaged, find(damaged)) == text


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}、完善第{n}类标准，推进试点示范，{'扩大覆盖，' * n}形成经验。" for n in range(1, 9)),
        "\n".join(f"{n}、{PROSE[:60]}。" for n in range(1, 9)),
        "\n".join(f"{n}、短项" for n in range(1, 9)),
        cut(prose(500), 300),
        cut(prose(1500), 300).replace("3、", "4、"),
        "导语\n" + cut(prose(1500), 300),
        "",
    ],
    ids=["unequal items", "whole sentences", "short items", "two pieces", "a number missing", "a line before", "empty"],
)
def test_real_lists_stay(text: str) -> None:
    assert find(text) == []


def test_the_seed_has_141(seed_text: str) -> None:
    after = repair(seed_text, skip=frozenset({"mojibake"}))

    assert sum(r.kind == "chunk_counter" for r in after.repairs) == 141
