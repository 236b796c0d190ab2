"""Whether two documents treat one subject at all: unrelated documents share formulas, and formulas are no pairing.

The probability that they do multiplies the probability of every link, except where a passage is plainly copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Evidence, Subject
from policydiff.align.masks import masked
from policydiff.align.weights import Linear
from policydiff.similarity.terms import bigrams
from policydiff.similarity.vectors import Space, likeness, paired

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

COPIED_FROM, COPIED_BY = 0.6, 0.85
"""Trigram cosine between which a passage passes from alike to copied."""

COPIED_CHARACTERS = 80
"""A shorter section that reads the same is a formula."""

ENOUGH_CHARACTERS = 1_500
"""An excerpt shorter than this says too little about what the whole document is about to refuse much for it."""

KEYWORDS = 40
"""The heaviest bigrams of a document (how often × background weight squared) say what it is about."""


def relation(subject: Subject) -> Evidence:
    """Evidence on the two documents as wholes, a single candidate: likeness of what they are about and of their
    titles, how often either's title is spoken of in the other, and how well the sections find a like one."""
    import numpy as np

    whole = np.zeros(1, dtype=np.int64)
    names = [bigrams(masked(side.title)) for side in (subject.old, subject.new)]
    titles = Space([[name] for name in names], subject.table.bigram_weights)
    table = likeness(subject.space.vectors(0), subject.space.vectors(1))
    best = [table.max(axis=axis).toarray().ravel().mean() for axis in (0, 1)]
    named = (_named(subject, names[0], 1) + _named(subject, names[1], 0)) / 2
    values = {
        "subject": np.asarray([np.sqrt(_about(subject))]),
        "titles": paired(titles.vectors(0), titles.vectors(1), whole, whole),
        "named": np.asarray([named]),
        "sections": np.asarray([min(best)]),
    }
    return Evidence(rows=whole, columns=whole, values=values)


def _about(subject: Subject) -> float:
    """The cosine of what the two documents are about: their `KEYWORDS`."""
    here, there = (_keywords(subject.letters, group) for group in (0, 1))
    return float(here @ there)


def _keywords(space: Space, group: int) -> Any:
    """One length-one row over the vocabulary, zero but for the heaviest terms of a document."""
    import numpy as np

    counts = space.counts[group]
    heavy = np.bincount(counts.indices, weights=counts.data, minlength=counts.shape[1]) * space.weights**2
    if len(heavy) > KEYWORDS:
        heavy[heavy < np.partition(heavy, -KEYWORDS)[-KEYWORDS]] = 0.0
    return heavy / max(float(np.sqrt(heavy @ heavy)), 1e-9)


def _named(subject: Subject, title: list[str], group: int) -> float:
    """How often the bigrams of a title occur in the other document: the weighted mean of the root of the share of its
    sections that have each."""
    import numpy as np

    weights = subject.table.bigram_weights(title)
    counts = subject.letters.counts[group]
    frequency = np.bincount(counts.indices, minlength=counts.shape[1]) / max(1, counts.shape[0])
    places = [subject.letters.vocabulary.get(term) for term in title]
    shares = [0.0 if place is None else float(frequency[place]) ** 0.5 for place in places]
    return sum(w * x for w, x in zip(weights, shares, strict=True)) / (sum(weights) or 1.0)


def related(subject: Subject, evidence: Evidence, weights: Linear) -> Floats:
    """Per candidate, the factor its probability is multiplied by."""
    import numpy as np

    told = min(1.0, min(sum(map(len, side.texts)) for side in (subject.old, subject.new)) / ENOUGH_CHARACTERS)
    chance = 1.0 - told * (1.0 - float(weights.chance(relation(subject))[0]))
    alike = np.clip((evidence.values["trigram_cosine"] - COPIED_FROM) / (COPIED_BY - COPIED_FROM), 0.0, 1.0)
    copied = np.where(evidence.values["length_least"] >= np.log1p(COPIED_CHARACTERS), alike, 0.0)
    return np.asarray(chance + (1.0 - chance) * copied)
