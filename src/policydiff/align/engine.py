"""Two documents to an alignment: pieces, candidates, evidence, probabilities, links.

Every link asserted at a preset is a candidate whose calibrated probability reaches the preset's threshold, or one
that a person pinned; a forbidden pair is never asserted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from policydiff.align import flows as tiling
from policydiff.align.candidates import chosen
from policydiff.align.evidence import Evidence, Tokens, gathered
from policydiff.align.judgement import Judgement, judged
from policydiff.align.masks import masked, own_names
from policydiff.align.units import Units, units
from policydiff.align.values import NONE, Alignment, Corrections, Preset, Weighing
from policydiff.model import Candidate, Document, Flow, Link, LinkKind, Mode
from policydiff.similarity.background import background
from policydiff.similarity.vectors import Space

THRESHOLDS = {Preset.STRICT: 0.75, Preset.BALANCED: 0.38, Preset.LOOSE: 0.2}

SAME_CONFIDENCE = 0.995
"""Of sections whose text is equal and stands once on each side."""

CLEAR = 0.5
"""P(counterpart | link) from which a link is a counterpart."""

CANDIDATES_NAMED = 3
LEAST_NAMED = 0.05
"""Candidates less likely than this are not worth a reader's time."""

LEAST_FLOW = 0.05
"""Shares below this on both sides are phrases, not passages."""


def align(
    old: Document, new: Document, *, mode: Mode, preset: Preset = Preset.BALANCED, pins: Corrections = NONE
) -> Alignment:
    """Align ``old`` with ``new``. In region mode names of places and issuers and all order are ignored."""
    left, right = _sides(old, new, mode)
    if not left or not right:
        return _empty(left, right, mode, preset)
    evidence = _evidence(left, right, mode)
    judgement = judged(evidence)
    shares = tiling.shared(left.keys, right.keys)
    weighed = _weighed(left, right, evidence, judgement, THRESHOLDS[preset], pins)
    links = tuple(_link(w, left, right, pins) for w in weighed.values() if w.asserted)
    return Alignment(
        mode=mode,
        preset=preset,
        threshold=THRESHOLDS[preset],
        links=_sorted(links, left, right),
        flows=tuple(
            Flow(old=left.ids[a], new=right.ids[b], old_share=x, new_share=y)
            for (a, b), (x, y) in sorted(shares.items())
            if max(x, y) >= LEAST_FLOW
        ),
        order_old=left.ids,
        order_new=right.ids,
        candidates_old=_candidates(weighed, by_old=True),
        candidates_new=_candidates(weighed, by_old=False),
        weighed=weighed,
    )


def _sides(old: Document, new: Document, mode: Mode) -> tuple[Units, Units]:
    if mode is Mode.VERSION:
        return units(old), units(new)
    mine, theirs = own_names(old), own_names(new)
    return units(old, lambda text: masked(text, mine)), units(new, lambda text: masked(text, theirs))


def _empty(left: Units, right: Units, mode: Mode, preset: Preset) -> Alignment:
    return Alignment(
        mode=mode, preset=preset, threshold=THRESHOLDS[preset], links=(), flows=(), order_old=left.ids, order_new=right.ids,
        candidates_old={}, candidates_new={}, weighed={},
    )  # fmt: skip


def _evidence(left: Units, right: Units, mode: Mode) -> Evidence:
    tokens = Tokens(left, right)
    space = Space(tokens.words, background().word_weights)
    rows, columns = chosen(left, right, space.vectors(0), space.vectors(1))
    return gathered(left, right, rows, columns, mode, tokens)


def _weighed(
    left: Units, right: Units, evidence: Evidence, judgement: Judgement, threshold: float, pins: Corrections
) -> dict[tuple[str, str], Weighing]:
    """The judgements of the candidates a reader may want to hear of, by id pair."""
    import numpy as np

    linked = judgement.linked.copy()
    single = [_once(side.keys) for side in (left, right)]
    same = np.flatnonzero(evidence.values["same_key"] > 0)
    for n in same:
        key = left.keys[evidence.rows[n]]
        if key and key in single[0] and key in single[1]:
            linked[n] = max(linked[n], SAME_CONFIDENCE)
    named = np.flatnonzero(linked >= LEAST_NAMED)
    margins = _margins(linked, evidence)
    values = evidence.matrix(judgement.names)
    out: dict[tuple[str, str], Weighing] = {}
    for n in named[np.argsort(-linked[named], kind="stable")]:
        pair = left.ids[evidence.rows[n]], right.ids[evidence.columns[n]]
        strongest = np.argsort(-np.abs(judgement.votes[n]), kind="stable")
        out[pair] = Weighing(
            old=pair[0],
            new=pair[1],
            confidence=float(linked[n]),
            clear=float(judgement.clear[n]),
            margin=float(margins[n]),
            asserted=(bool(linked[n] >= threshold) or pair in pins.pinned) and pair not in pins.forbidden,
            evidence={name: float(v) for name, v in zip(judgement.names, values[n], strict=True)},
            votes=tuple((judgement.names[k], float(judgement.votes[n, k])) for k in strongest),
        )
    known = set(left.ids), set(right.ids)
    for pair in sorted(pins.pinned - out.keys()):
        if pair[0] in known[0] and pair[1] in known[1]:
            out[pair] = Weighing(old=pair[0], new=pair[1], confidence=1.0, clear=1.0, margin=1.0, asserted=True)
    return out


def _once(keys: Sequence[str]) -> set[str]:
    count: dict[str, int] = defaultdict(int)
    for text in keys:
        count[text] += 1
    return {text for text, n in count.items() if n == 1}


def _margins(linked: object, evidence: Evidence) -> object:
    import numpy as np

    from policydiff.align.evidence import ranked

    _, _, by_row, by_column = ranked(np.asarray(linked), evidence.rows, evidence.columns)
    return np.minimum(by_row, by_column)


def _link(weighing: Weighing, left: Units, right: Units, pins: Corrections) -> Link:
    pinned = (weighing.old, weighing.new) in pins.pinned
    kind = LinkKind.COUNTERPART if pinned or weighing.clear >= CLEAR else LinkKind.PARTIAL
    return Link(
        old=weighing.old,
        new=weighing.new,
        kind=kind,
        similarity=_similarity(left.keys[left.ids.index(weighing.old)], right.keys[right.ids.index(weighing.new)]),
        confidence=1.0 if pinned else weighing.confidence,
        pinned=pinned,
    )


def _similarity(old: str, new: str) -> float:
    """The share of characters of both texts that one keeps when turning one into the other (1 − Indel distance)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(old[:LONGEST_COMPARED], new[:LONGEST_COMPARED]))


LONGEST_COMPARED = 20_000
"""Characters of a section compared for the similarity of a link; memory grows with the product."""


def _sorted(links: tuple[Link, ...], left: Units, right: Units) -> tuple[Link, ...]:
    here = {name: n for n, name in enumerate(left.ids)}
    there = {name: n for n, name in enumerate(right.ids)}
    return tuple(sorted(links, key=lambda x: (here[x.old], there[x.new])))


def _candidates(weighed: dict[tuple[str, str], Weighing], *, by_old: bool) -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for w in weighed.values():
        mine, other = (w.old, w.new) if by_old else (w.new, w.old)
        if not w.asserted and len(found[mine]) < CANDIDATES_NAMED:
            found[mine].append(Candidate(section=other, confidence=w.confidence))
    return {section: tuple(c) for section, c in found.items() if c}
