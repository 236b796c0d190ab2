"""Probabilities to links: what is asserted, what is a candidate, and the record of why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.align.judgement import Judgement
from policydiff.align.ranking import rivals
from policydiff.align.units import Units
from policydiff.align.values import Corrections, Weighing
from policydiff.model import Candidate, Link, LinkKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Weighings = dict[tuple[str, str], Weighing]
Passed = frozenset[tuple[int, int]]

SAME_CONFIDENCE = 0.995
"""At least this sure of sections whose text is equal and stands once on each side."""

CLEAR = 0.5
"""P(counterpart | link) from which a link is a counterpart."""

PASSED_ON, PASSED_ON_LEAST = 0.6, 0.2
"""Between versions one section is (part of) another where this share of either text is found in the other, and at
least the smaller share of that other: a split, a merger, an absorption. Generated versions leave 0.8 and 0.3."""

PASSED_ON_CONFIDENCE = 0.9
PASSED_ON_CHARACTERS = 30
"""Sure of such passages from this length on; shorter ones are formulas."""

CANDIDATES_NAMED = 3
LEAST_NAMED = 0.05
"""Candidates less likely than this are not worth a reader's time."""

LONGEST_COMPARED = 20_000
"""Characters of a section compared for the similarity of a link; memory grows with the product."""


def settled(left: Units, right: Units, judgement: Judgement, passed: Passed) -> Judgement:
    """``judgement``, sure of what stands unchanged once on each side and of text that was handed on.

    ``passed`` are the pairs of indices between which text was handed on (`handed_on`; empty between regions).
    """
    import numpy as np

    linked = _sure_of_equals(left, right, judgement)
    evidence = judgement.evidence
    handed = np.asarray([p in passed for p in zip(evidence.rows.tolist(), evidence.columns.tolist(), strict=True)])
    return replace(
        judgement,
        linked=np.where(handed, np.maximum(linked, PASSED_ON_CONFIDENCE), linked),
        clear=np.where(handed, np.maximum(judgement.clear, PASSED_ON_CONFIDENCE), judgement.clear),
    )


def weighings(left: Units, right: Units, judgement: Judgement, *, threshold: float, pins: Corrections) -> Weighings:
    """The judgements of the candidates a reader may want to hear of, by id pair, surest first."""
    import numpy as np

    linked, clear, evidence = judgement.linked, judgement.clear, judgement.evidence
    margins = np.minimum(rivals(linked, evidence.rows).lead, rivals(linked, evidence.columns).lead)
    named = np.flatnonzero(linked >= LEAST_NAMED)
    values = evidence.matrix(judgement.names)
    out: Weighings = {}
    for n in named[np.argsort(-linked[named], kind="stable")]:
        pair = left.ids[evidence.rows[n]], right.ids[evidence.columns[n]]
        strongest = np.argsort(-np.abs(judgement.votes[n]), kind="stable")
        out[pair] = Weighing(
            old=pair[0],
            new=pair[1],
            confidence=float(linked[n]),
            clear=float(clear[n]),
            margin=float(margins[n]),
            asserted=(bool(linked[n] >= threshold) or pair in pins.pinned) and pair not in pins.forbidden,
            evidence=dict(zip(judgement.names, map(float, values[n]), strict=True)),
            votes=tuple((judgement.names[k], float(judgement.votes[n, k])) for k in strongest),
        )
    return out | _pinned_unweighed(out, left, right, pins)


def handed_on(shares: Mapping[tuple[int, int], tuple[float, float]], left: Units, right: Units) -> Passed:
    """The pairs of indices of which one is, going by its text, part of the other or the greater part of both."""
    return frozenset(
        (a, b)
        for (a, b), (old, new) in shares.items()
        if max(old, new) >= PASSED_ON
        and min(old, new) >= PASSED_ON_LEAST
        and min(old * len(left.keys[a]), new * len(right.keys[b])) >= PASSED_ON_CHARACTERS
    )


def _pinned_unweighed(found: Weighings, left: Units, right: Units, pins: Corrections) -> Weighings:
    here, there = set(left.ids), set(right.ids)
    return {
        pair: Weighing(old=pair[0], new=pair[1], confidence=1.0, clear=1.0, margin=1.0, asserted=True)
        for pair in sorted(pins.pinned - found.keys() - pins.forbidden)
        if pair[0] in here and pair[1] in there
    }


def _sure_of_equals(left: Units, right: Units, judgement: Judgement) -> Floats:
    """P(link), raised where the texts are equal and each stands once in its document."""
    import numpy as np

    linked = judgement.linked.copy()
    count = Counter(left.keys), Counter(right.keys)
    for n in np.flatnonzero(judgement.evidence.values["same_key"] > 0):
        text = left.keys[judgement.evidence.rows[n]]
        if text and count[0][text] == 1 and count[1][text] == 1:
            linked[n] = max(linked[n], SAME_CONFIDENCE)
    return np.asarray(linked)


def links(found: Mapping[tuple[str, str], Weighing], left: Units, right: Units, pins: Corrections) -> tuple[Link, ...]:
    """The asserted candidates as links, in reading order."""
    here = {name: n for n, name in enumerate(left.ids)}
    there = {name: n for n, name in enumerate(right.ids)}
    asserted = sorted((w for w in found.values() if w.asserted), key=lambda w: (here[w.old], there[w.new]))
    return tuple(
        _link(w, left.keys[here[w.old]], right.keys[there[w.new]], (w.old, w.new) in pins.pinned) for w in asserted
    )


def _link(weighing: Weighing, old: str, new: str, pinned: bool) -> Link:
    return Link(
        old=weighing.old,
        new=weighing.new,
        kind=LinkKind.COUNTERPART if pinned or weighing.clear >= CLEAR else LinkKind.PARTIAL,
        similarity=similarity(old, new),
        confidence=1.0 if pinned else weighing.confidence,
        pinned=pinned,
    )


def similarity(old: str, new: str) -> float:
    """The share of both texts' characters that stays when one is turned into the other (1 − Indel distance)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(old[:LONGEST_COMPARED], new[:LONGEST_COMPARED]))


def candidates(found: Mapping[tuple[str, str], Weighing], *, by_old: bool) -> dict[str, tuple[Candidate, ...]]:
    """For each section of one side up to three sections of the other that were not asserted, likeliest first."""
    named: dict[str, list[Candidate]] = defaultdict(list)
    for w in found.values():
        mine, other = (w.old, w.new) if by_old else (w.new, w.old)
        if not w.asserted and len(named[mine]) < CANDIDATES_NAMED:
            named[mine].append(Candidate(section=other, confidence=w.confidence))
    return {section: tuple(c) for section, c in named.items() if c}
