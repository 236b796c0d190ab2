"""Precision, recall, F1, calibration of asserted links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Links asserted, right (grade 1 or 2), clear ones found (grade 2), and how many there are of either."""

    asserted: int
    right: int
    clear: int
    all_links: int
    clear_links: int

    def __add__(self, other: Score) -> Score:
        return Score(
            asserted=self.asserted + other.asserted,
            right=self.right + other.right,
            clear=self.clear + other.clear,
            all_links=self.all_links + other.all_links,
            clear_links=self.clear_links + other.clear_links,
        )

    @property
    def precision(self) -> float:
        """The share of asserted links that the gold has, clear or partial."""
        return self.right / self.asserted if self.asserted else 0.0

    @property
    def analyst(self) -> float:
        """F1 of that precision and the recall of clear links."""
        return _f1(self.precision, self.clear / self.clear_links if self.clear_links else 0.0)

    @property
    def any_link(self) -> float:
        """F1 of that precision and the recall of all links."""
        return _f1(self.precision, self.right / self.all_links if self.all_links else 0.0)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scored(asserted: Any, grades: Any, missing: Sequence[int] = ()) -> Score:
    """``asserted`` marks candidates of ``grades``; ``missing`` are the grades of links that were no candidates."""
    return Score(
        asserted=int(asserted.sum()),
        right=int((asserted & (grades > 0)).sum()),
        clear=int((asserted & (grades == 2)).sum()),
        all_links=int((grades > 0).sum()) + len(missing),
        clear_links=int((grades == 2).sum()) + sum(g == 2 for g in missing),
    )


def total(scores: Iterable[Score]) -> Score:
    """The pooled score."""
    found = list(scores)
    return sum(found[1:], found[0])


BINS = ((0.05, 0.2), (0.2, 0.35), (0.35, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01))


def reliability(chance: Floats, right: Any) -> list[tuple[float, float, int, float, float]]:
    """(from, to, how many, mean probability, share right) per bin; candidates below 0.05 are no prediction."""
    rows = []
    for low, high in BINS:
        inside = (chance >= low) & (chance < high)
        if inside.any():
            rows.append(
                (low, min(high, 1.0), int(inside.sum()), float(chance[inside].mean()), float(right[inside].mean()))
            )
    return rows


def calibration_error(rows: Sequence[tuple[float, float, int, float, float]]) -> float:
    """Expected calibration error over the bins of `reliability`."""
    count = sum(r[2] for r in rows)
    return sum(r[2] * abs(r[3] - r[4]) for r in rows) / count if count else 0.0
