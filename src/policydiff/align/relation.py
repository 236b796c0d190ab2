"""Whether two documents treat one subject at all: unrelated documents share formulas, and formulas are no pairing.

The probability that they do multiplies the probability of every link, except where a passage is plainly copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def relation(subject: Subject) -> Evidence:
    """Evidence on the two documents as wholes, a single candidate: likeness of words, characters, titles, and how
    well the sections find a like one."""
    import numpy as np

    whole = np.zeros(1, dtype=np.int64)
    words = Space([[[w for unit in side for w in unit]] for side in subject.words], subject.table.word_weights)
    letters = Space([[[b for unit in side for b in unit]] for side in subject.bigrams], subject.table.bigram_weights)
    titles = Space([[bigrams(masked(side.title))] for side in (subject.old, subject.new)], subject.table.bigram_weights)
    values = {
        name: paired(space.vectors(0), space.vectors(1), whole, whole)
        for name, space in (("words", words), ("letters", letters), ("titles", titles))
    }
    table = likeness(subject.space.vectors(0), subject.space.vectors(1))
    best = [table.max(axis=axis).toarray().ravel().mean() for axis in (0, 1)]
    values["sections"] = np.asarray([min(best)])
    return Evidence(rows=whole, columns=whole, values=values)


def related(subject: Subject, evidence: Evidence, weights: Linear) -> Floats:
    """Per candidate, the factor its probability is multiplied by."""
    import numpy as np

    chance = weights.chance(relation(subject))[0]
    alike = np.clip((evidence.values["trigram_cosine"] - COPIED_FROM) / (COPIED_BY - COPIED_FROM), 0.0, 1.0)
    copied = np.where(evidence.values["length_least"] >= np.log1p(COPIED_CHARACTERS), alike, 0.0)
    return np.asarray(chance + (1.0 - chance) * copied)
