from __future__ import annotations

import pytest

from policydiff.insight.wording.keyness import log_likelihood, significance


def test_log_likelihood_agrees_with_a_published_example() -> None:
    """Rayson & Garside's formula by hand: 31 of 11,135 against 16 of 17,350."""
    assert log_likelihood((31, 16), (11135, 17350)) == pytest.approx(13.78, abs=0.05)


@pytest.mark.parametrize(("counts", "sizes"), [((0, 0), (10, 10)), ((5, 5), (10, 10)), ((0, 0), (0, 0))])
def test_equal_rates_and_nothing_differ_by_nothing(counts: tuple[int, int], sizes: tuple[int, int]) -> None:
    assert log_likelihood(counts, sizes) == 0


@pytest.mark.parametrize(("value", "level"), [(3.8, None), (3.84, 0.05), (6.7, 0.01), (11, 0.001), (20, 0.0001)])
def test_levels(value: float, level: float | None) -> None:
    assert significance(value) == level
