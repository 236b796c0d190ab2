"""The cases of docs/tricky-cases.md come out as they stand there, and the page is current."""

from __future__ import annotations

import pytest
from benchmarks.quality.tricky import Case, cases, main, marked, ours


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_tricky_case(case: Case) -> None:
    assert marked(ours(case.old, case.new)) == case.marked


def test_there_are_twenty_cases_with_names_of_their_own() -> None:
    names = [case.name for case in cases()]
    assert len(set(names)) == len(names) >= 20


def test_the_page_is_current() -> None:
    assert main(["--check"]) == 0, "run python -m benchmarks.quality.tricky"
