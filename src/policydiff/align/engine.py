"""Two documents to an alignment: pieces, candidates, evidence, probabilities, links.

Every link asserted at a preset is a candidate whose calibrated probability reaches the preset's threshold, or one
that a person pinned; a forbidden pair is never asserted.
"""

from __future__ import annotations

from policydiff.align import flows, verdicts
from policydiff.align.candidates import chosen
from policydiff.align.evidence import Cut, Subject, gathered
from policydiff.align.judgement import Judgement, judged
from policydiff.align.masks import masked, own_names
from policydiff.align.units import Units, units
from policydiff.align.values import NONE, Alignment, Corrections, Preset
from policydiff.align.weights import KEPT_PROMISE, Weights, shipped
from policydiff.model import Document, Mode
from policydiff.similarity.terms import words


def align(
    old: Document,
    new: Document,
    *,
    mode: Mode,
    preset: Preset = Preset.BALANCED,
    pins: Corrections = NONE,
    cut: Cut = words,
) -> Alignment:
    """Align ``old`` with ``new``. In region mode names of places and issuers and all order are ignored.

    ``cut`` gives a text's words, for callers that keep them. The same documents always give the same alignment.
    """
    left, right = sides(old, new, mode)
    weights = shipped()
    bar = weights.presets[mode][preset]
    threshold = bar.least
    shares = flows.shared(left.keys, right.keys)
    passed = verdicts.handed_on(shares, left, right) if mode is Mode.VERSION else frozenset[tuple[int, int]]()
    found: verdicts.Weighings = {}
    if len(left) and len(right):
        judged_pairs = verdicts.settled(left, right, judgement(left, right, mode, weights, cut), passed)
        threshold = bar.height(judged_pairs.linked, KEPT_PROMISE.get(preset))
        found = verdicts.weighings(left, right, judged_pairs, threshold=threshold, pins=pins)
    return Alignment(
        mode=mode,
        preset=preset,
        threshold=threshold,
        links=verdicts.links(found, left, right, pins),
        flows=flows.at_every_level(shares, _sized(left), _sized(right)),
        order_old=left.ids,
        order_new=right.ids,
        candidates_old=verdicts.candidates(found, by_old=True),
        candidates_new=verdicts.candidates(found, by_old=False),
        weighed=found,
    )


def _sized(side: Units) -> list[tuple[str, int]]:
    return [(name, len(text)) for name, text in zip(side.ids, side.keys, strict=True)]


def sides(old: Document, new: Document, mode: Mode) -> tuple[Units, Units]:
    """The pieces of both documents, masked in region mode."""
    if mode is Mode.VERSION:
        return units(old), units(new)
    mine, theirs = own_names(old), own_names(new)
    return units(old, lambda text: masked(text, mine)), units(new, lambda text: masked(text, theirs))


def judgement(left: Units, right: Units, mode: Mode, weights: Weights, cut: Cut = words) -> Judgement:
    """The probabilities of the candidates between two documents' pieces; neither side may be empty."""
    subject = Subject(left, right, cut)
    rows, columns = chosen(subject)
    return judged(subject, gathered(subject, rows, columns), mode, weights)
