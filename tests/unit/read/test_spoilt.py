"""Spoilt files of every type are read or refused: a small part of what `python -m benchmarks.fuzz` tries."""

from __future__ import annotations

import pytest
from benchmarks.fuzz import attempt
from benchmarks.spoiling import SEEDS, case

CASES = 80


def test_the_files_are_sound_before_they_are_spoilt() -> None:
    assert {kind: attempt(kind, data) for kind, data in SEEDS.items()} == dict.fromkeys(SEEDS, "read")


@pytest.mark.parametrize("start", range(len(SEEDS) + 1))
def test_spoilt_files_are_read_or_refused(start: int) -> None:
    for number in range(start, CASES, len(SEEDS) + 1):
        kind, data = case(number, 20210305)
        assert attempt(kind, data) in ("read", "refused"), f"case {number} of {kind}"


def test_the_same_number_and_seed_give_the_same_file() -> None:
    assert [case(number, 1) for number in range(16)] == [case(number, 1) for number in range(16)]
    assert case(0, 1) != case(0, 2)
