"""Matching the items of two short lists: equal ones first, then like ones, where they stand only a hint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

Match = tuple[int | None, int | None]
"""Indices of an old and a new item; None where the other side has no counterpart."""

MOST_COMPARED = 4_000_000
"""Beyond so many comparisons (rows of one table times those of the other) only equal items are matched."""

_ORDER_WEIGHT = 0.02
"""What standing in the same place counts against a likeness of 1: it decides between equally like items."""


def equal_ones(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[int, int]:
    """Old index → new index of equal items; the first of the first where they stand several times."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(new):
        places[item].append(index)
    found: dict[int, int] = {}
    taken: dict[Hashable, int] = defaultdict(int)
    for index, item in enumerate(old):
        if item and taken[item] < len(places.get(item, ())):
            found[index] = places[item][taken[item]]
            taken[item] += 1
    return found


def like_ones(
    old: Sequence[str], new: Sequence[str], found: dict[int, int], *, at_least: float, cut: float = 0.0
) -> dict[int, int]:
    """``found`` with pairs of the other items whose texts are alike: 1 − Indel distance of at least ``at_least``.

    Of all such assignments the one with the largest sum of likeness (``scipy.optimize.linear_sum_assignment``).
    """
    left = [index for index in range(len(old)) if index not in found and old[index]]
    taken = set(found.values())
    right = [index for index in range(len(new)) if index not in taken and new[index]]
    if not left or not right or len(left) * len(right) > MOST_COMPARED:
        return found
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist
    from scipy.optimize import linear_sum_assignment

    likeness = cdist(
        [old[i] for i in left], [new[j] for j in right], scorer=Indel.normalized_similarity, dtype=np.float64
    )
    places = np.abs(np.array(left)[:, None] / max(1, len(old)) - np.array(right)[None, :] / max(1, len(new)))
    worth = np.where(likeness >= at_least, likeness - _ORDER_WEIGHT * places, cut)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    more = {left[i]: right[j] for i, j in zip(rows, columns, strict=True) if likeness[i, j] >= at_least}
    return {**found, **more}


def in_gaps(old_count: int, new_count: int, found: dict[int, int]) -> dict[int, int]:
    """``found`` with those left over that stand between the same matched neighbours, as many on either side."""
    result = dict(found)
    taken = set(found.values())
    ordered = sorted(found.items())
    bounds = [(-1, -1), *ordered, (old_count, new_count)]
    for (a, b), (c, d) in pairwise(bounds):
        left = [index for index in range(a + 1, c) if index not in found]
        right = [index for index in range(b + 1, d) if index not in taken]
        if len(left) == len(right):
            result.update(zip(left, right, strict=True))
            taken.update(right)
    return result


def merged(old_count: int, new_count: int, found: dict[int, int]) -> Iterator[Match]:
    """Every item once: in the new order, and what only the old side has behind what stood before it there."""
    partner = {new: old for old, new in found.items()}
    behind: dict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for index in range(old_count):
        if index in found:
            last = found[index]
        else:
            behind[last].append(index)
    yield from ((index, None) for index in behind[None])
    for index in range(new_count):
        yield partner.get(index), index
        yield from ((lone, None) for lone in behind[index])
