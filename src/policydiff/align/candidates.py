"""Which pairs of sections are worth weighing: all of them in short documents, the likely ones in long ones.

The likely ones come from an inverted index over rare terms whose cost is capped, so that the number of candidates
grows with the length of the documents and not with its square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Subject
from policydiff.align.units import Units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

ALL_PAIRS = 10_000
"""Up to so many pairs every pair is weighed."""

KEPT = 16
"""Candidates kept for each section of either document beyond that."""

BUDGET = 400
"""Products of two rare terms' places followed per section."""


def chosen(subject: Subject) -> tuple[Integers, Integers]:
    """Old and new indices of the candidates, in the old document's order."""
    import numpy as np

    old, new = subject.old, subject.new
    if len(old) * len(new) <= ALL_PAIRS:
        every = np.arange(len(old) * len(new))
        return every // max(1, len(new)), every % max(1, len(new))
    likeness = _products(subject.space.vectors(0), subject.space.vectors(1))
    rows, columns = _best(likeness.tocsr())
    more_columns, more_rows = _best(likeness.T.tocsr())
    pairs = np.unique(np.concatenate([rows * len(new) + columns, more_rows * len(new) + more_columns, _equal(old, new)]))
    return pairs // len(new), pairs % len(new)


def _products(left: Any, right: Any) -> Any:
    import numpy as np

    here = np.bincount(left.indices, minlength=left.shape[1])
    there = np.bincount(right.indices, minlength=right.shape[1])
    cost = here * there
    order = np.argsort(cost, kind="stable")
    allowed = order[np.cumsum(cost[order]) <= BUDGET * (left.shape[0] + right.shape[0])]
    mask = np.zeros(left.shape[1])
    mask[allowed] = 1.0
    cut = []
    for matrix in (left, right):
        kept = matrix.copy()
        kept.data = kept.data * mask[kept.indices]
        kept.eliminate_zeros()
        cut.append(kept)
    return cut[0] @ cut[1].T


def _best(likeness: Any) -> tuple[Integers, Integers]:
    """The best `KEPT` columns of each row: their rows and columns."""
    import numpy as np

    rows = np.repeat(np.arange(likeness.shape[0]), np.diff(likeness.indptr))
    order = np.lexsort((-likeness.data, rows))
    first = likeness.indptr[:-1][rows]
    kept = order[np.arange(len(order)) - first < KEPT]
    return rows[kept].astype(np.int64), likeness.indices[kept].astype(np.int64)


def _equal(old: Units, new: Units) -> Integers:
    import numpy as np

    places: dict[str, list[int]] = {}
    for column, text in enumerate(new.keys):
        places.setdefault(text, []).append(column)
    found = [row * len(new) + column for row, text in enumerate(old.keys) for column in places.get(text, ())[:KEPT]]
    return np.asarray(found, dtype=np.int64)
