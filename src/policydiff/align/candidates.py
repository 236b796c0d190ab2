"""Which pairs of sections are worth weighing: all of them in short documents, the likely ones in long ones.

The likely ones come from an inverted index over rare terms whose cost is capped, so that the number of candidates
grows with the length of the documents and not with its square. Two sections that both stand unchanged elsewhere are no
candidates for each other there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Subject
from policydiff.align.units import Units
from policydiff.similarity.vectors import likeness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

ALL_PAIRS = 10_000
"""Up to so many pairs every pair is weighed."""

KEPT = 16
"""Candidates kept for each section of either document beyond that."""

LEAST_LIKENESS = 0.03
"""Word cosine below which two sections of long documents are not even weighed."""


def chosen(subject: Subject) -> tuple[Integers, Integers]:
    """Old and new indices of the candidates, in the old document's order."""
    import numpy as np

    old, new = subject.old, subject.new
    if len(old) * len(new) <= ALL_PAIRS:
        every = np.arange(len(old) * len(new))
        return every // max(1, len(new)), every % max(1, len(new))
    table = likeness(subject.space.vectors(0), subject.space.vectors(1))
    rows, columns = _best(table)
    more_columns, more_rows = _best(table.T.tocsr())
    pairs = np.unique(
        np.concatenate([rows * len(new) + columns, more_rows * len(new) + more_columns, _equal(old, new)])
    )
    rows, columns = pairs // len(new), pairs % len(new)
    home = settled(old, new)
    places = np.full(len(old), -1)
    places[list(home)] = list(home.values())
    taken = np.isin(columns, list(home.values()))
    open_pair = (places[rows] < 0) | ~taken | (places[rows] == columns)
    return rows[open_pair], columns[open_pair]


def settled(old: Units, new: Units) -> dict[int, int]:
    """Old index → new index of the sections whose text is equal and stands once in either document."""
    here, there = (Counter(side.keys) for side in (old, new))
    place = {text: n for n, text in enumerate(new.keys)}
    return {n: place[text] for n, text in enumerate(old.keys) if text and here[text] == 1 and there.get(text) == 1}


def _best(table: Any) -> tuple[Integers, Integers]:
    """The best `KEPT` columns of each row: their rows and columns."""
    import numpy as np

    rows = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    likely = np.flatnonzero(table.data >= LEAST_LIKENESS)
    order = likely[np.lexsort((-table.data[likely], rows[likely]))]
    place = np.arange(len(order)) - np.searchsorted(rows[order], rows[order])
    kept = order[place < KEPT]
    return rows[kept].astype(np.int64), table.indices[kept].astype(np.int64)


def _equal(old: Units, new: Units) -> Integers:
    import numpy as np

    places: dict[str, list[int]] = {}
    for column, text in enumerate(new.keys):
        places.setdefault(text, []).append(column)
    found = [row * len(new) + column for row, text in enumerate(old.keys) for column in places.get(text, ())[:KEPT]]
    return np.asarray(found, dtype=np.int64)
