"""The heaviest run of pairings that keep their order on both sides.

Invariant: the pairings returned neither overlap nor cross; time grows as n log n with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Bead(NamedTuple):
    """Sentences ``[old_start, old_end)`` and ``[new_start, new_end)`` are taken as one; ``score`` is the gain."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    score: float


def chain(beads: Sequence[Bead]) -> list[Bead]:
    """The beads that follow each other on both sides and gain most together."""
    if not beads:
        return []
    ends, starts = defaultdict(list), defaultdict(list)
    for index, bead in enumerate(beads):
        ends[bead.old_end].append(index)
        starts[bead.old_start].append(index)
    best = _BestBefore(max(bead.new_end for bead in beads) + 1)
    total, previous = [0.0] * len(beads), [-1] * len(beads)
    for position in sorted({*ends, *starts}):
        for index in ends[position]:
            best.add(beads[index].new_end, total[index], index)
        for index in starts[position]:
            gain, before = best.upto(beads[index].new_start)
            total[index], previous[index] = gain + beads[index].score, before
    index = max(range(len(beads)), key=total.__getitem__)
    result = []
    while index >= 0:
        result.append(beads[index])
        index = previous[index]
    return result[::-1]


class _BestBefore:
    """The greatest value added at or below a place (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def add(self, place: int, value: float, index: int) -> None:
        place += 1
        while place < len(self._tree):
            if value > self._tree[place][0]:
                self._tree[place] = (value, index)
            place += place & -place

    def upto(self, place: int) -> tuple[float, int]:
        place += 1
        found = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found
