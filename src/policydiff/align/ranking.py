"""Competition among candidates: who leads whom in its row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


EXACT_DIGITS = 9
"""Beyond this a score depends on the order of summation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """Per candidate, among those of its group: ``rank`` is one over its place (equals share one), ``lead`` its score
    less the best other's, ``other`` the index of that best other candidate (-1 where there is none)."""

    rank: Floats
    lead: Floats
    other: Integers


def rivals(score: Floats, group: Integers) -> Rivals:
    """Rank the candidates of each ``group`` by ``score``; scores that differ by rounding only are equal."""
    import numpy as np

    size = len(score)
    score = np.round(score, EXACT_DIGITS)
    order = np.lexsort((-score, group))
    sorted_group = group[order]
    place = np.arange(size)
    fresh = np.r_[True, sorted_group[1:] != sorted_group[:-1]] if size else np.zeros(0, dtype=bool)
    first = np.maximum.accumulate(np.where(fresh, place, 0)) if size else place
    second = np.minimum(first + 1, max(size - 1, 0))
    has_second = (second != first) & (sorted_group[second] == sorted_group) if size else fresh
    leads = place == first
    other = np.where(leads, np.where(has_second, order[second], -1), order[first]) if size else place
    best_other = np.where(other >= 0, score[np.maximum(other, 0)], 0.0) if size else score
    rank, lead, index = np.empty(size), np.empty(size), np.empty(size, dtype=np.int64)
    level = np.r_[True, np.diff(score[order]) != 0] | fresh if size else fresh
    rank[order] = 1.0 / (1.0 + np.maximum.accumulate(np.where(level, place, 0)) - first) if size else 1.0
    lead[order] = score[order] - best_other
    index[order] = other
    return Rivals(rank=rank, lead=lead, other=index)
