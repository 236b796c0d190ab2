"""Why a section was paired as it was."""

from __future__ import annotations

import re

from policydiff.align.values import Alignment, Explanation


def explain(alignment: Alignment, section: str, *, side: str = "old") -> Explanation:
    """Every candidate weighed for ``section`` of the ``side`` document (``old`` or ``new``), best first."""
    weighed = [w for w in alignment.weighed.values() if (w.old if side == "old" else w.new) == section]
    return Explanation(
        section=section,
        side=side,
        threshold=alignment.threshold,
        weighed=tuple(sorted(weighed, key=lambda w: (-w.asserted, -w.confidence))),
    )


PASSAGES_SHOWN, LEAST_PASSAGE, LONGEST_SEARCHED = 3, 5, 4_000
"""Of what two sections both say: how many passages, from how many characters on, and in how much of each text."""

CLAUSE_END = re.compile(r"[，。；：、,;:“”()（）\n]+")


def in_common(one: str, two: str) -> tuple[str, ...]:
    """The longest passages that stand in both texts within a clause, longest first."""
    found: dict[str, None] = {}
    other = two[:LONGEST_SEARCHED]
    for clause in CLAUSE_END.split(one[:LONGEST_SEARCHED]):
        at = 0
        while at + LEAST_PASSAGE <= len(clause):
            end = at + LEAST_PASSAGE
            if clause[at:end] not in other:
                at += 1
                continue
            while end < len(clause) and clause[at : end + 1] in other:
                end += 1
            found[clause[at:end].strip()] = None
            at = end
    kept = [p for p in found if len(p) >= LEAST_PASSAGE and not any(p != q and p in q for q in found)]
    return tuple(sorted(kept, key=len, reverse=True)[:PASSAGES_SHOWN])
