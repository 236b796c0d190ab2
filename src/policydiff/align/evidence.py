"""What speaks for and against pairing two sections: one number per kind of evidence and candidate.

Evidence is symmetric: exchanging the documents exchanges the kinds ending in ``_old`` and ``_new`` and leaves the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from policydiff.align import layout, lexical
from policydiff.align.ranking import rivals
from policydiff.align.units import Units
from policydiff.similarity.background import background
from policydiff.similarity.terms import bigrams, trigrams, words
from policydiff.similarity.vectors import Space, local_rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

Cut = Callable[[str], list[str]]
"""A text's words; a library passes one that remembers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Candidate k pairs old unit ``rows[k]`` with new unit ``columns[k]``; ``values[name][k]`` is its evidence."""

    rows: Integers
    columns: Integers
    values: dict[str, Floats]

    def matrix(self, names: tuple[str, ...]) -> Floats:
        """Candidates × names."""
        import numpy as np

        return np.column_stack([self.values[n] for n in names])

    def joined(self, more: dict[str, Floats]) -> Evidence:
        """This evidence and ``more``."""
        return Evidence(rows=self.rows, columns=self.columns, values={**self.values, **more})


class Subject:
    """Two documents' units with their terms and the spaces these span, each made once.

    ``space`` holds words, ``letters`` character bigrams; ``weights`` are the words' background weights times their
    rarity in these two documents: what every section says tells no section apart.
    """

    def __init__(self, old: Units, new: Units, cut: Cut = words) -> None:
        self.old, self.new = old, new
        sides = (old, new)
        self.leads = [[cut(t) for t in side.leads] for side in sides]
        known = {path: cut(path) for side in sides for path in side.paths}
        self.paths = [[known[path] for path in side.paths] for side in sides]
        self.sentences = [[[cut(s) for s in unit] for unit in side.sentences] for side in sides]
        self.words = [
            [(lead if headed else []) + [w for s in unit for w in s] for lead, headed, unit in zip(*parts, strict=True)]
            for parts in (
                (leads, side.headed, unit) for leads, side, unit in zip(self.leads, sides, self.sentences, strict=True)
            )
        ]
        self.bigrams = [[bigrams(t) for t in side.texts] for side in sides]
        self.trigrams = [[trigrams(t) for t in side.texts] for side in sides]
        self.table = background()
        self.space = Space(self.words, self.table.word_weights)
        self.letters = Space(self.bigrams, self.table.bigram_weights)
        self.rarity = local_rarity(self.space)
        self.weights = self.space.weights * self.rarity


def gathered(subject: Subject, rows: Integers, columns: Integers) -> Evidence:
    """First-round evidence for the given candidates."""
    values: dict[str, Floats] = {}
    for measure in (
        partial(lexical.by_words, subject),
        partial(lexical.by_characters, subject),
        partial(lexical.by_sentences, subject),
        partial(layout.by_headings, subject),
        partial(layout.by_groups, subject),
        partial(layout.by_shape, subject.old, subject.new),
        partial(layout.by_roles, subject.old, subject.new),
    ):
        values |= measure(rows, columns)
    for name, score in (("word", "word_cosine"), ("local", "local_cosine"), ("sentence", "sentence_mean")):
        for side, group in (("old", rows), ("new", columns)):
            found = rivals(values[score], group)
            values |= {f"{name}_rank_{side}": found.rank, f"{name}_lead_{side}": found.lead}
    return Evidence(rows=rows, columns=columns, values=values)
