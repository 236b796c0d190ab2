from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from policydiff.edits.chain import Bead, chain

STARTS = st.tuples(st.integers(0, 5), st.integers(1, 2), st.integers(0, 5), st.integers(1, 2), st.integers(1, 9))
BEADS = st.lists(STARTS.map(lambda p: Bead(p[0], p[0] + p[1], p[2], p[2] + p[3], float(p[4]))), max_size=8)


def in_order(beads: tuple[Bead, ...]) -> bool:
    return all(a.old_end <= b.old_start and a.new_end <= b.new_start for a, b in pairwise(beads))


@given(BEADS)
def test_no_other_chain_gains_more(beads: list[Bead]) -> None:
    found = tuple(chain(beads))
    ranked = sorted(beads)
    others = (some for n in range(len(beads) + 1) for some in combinations(ranked, n))
    best = max(sum(b.score for b in some) for some in others if in_order(some))
    assert in_order(found)
    assert sum(b.score for b in found) == best
