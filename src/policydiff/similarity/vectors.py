"""Term lists to sparse TF-IDF vectors, and cosines of chosen pairs of them.

Rows of one `Space` share a vocabulary, so vectors of several texts can be multiplied with each other. Rows have
length one, except empty ones, which are zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sparse = Any
    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

Weigh = Callable[[Iterable[str]], Sequence[float]]


class Space:
    """A vocabulary with weights, and the counts of several groups of texts in it.

    ``counts[g]`` is a sparse matrix, texts of group g × terms, of raw counts; ``weights`` one weight per term.
    """

    def __init__(self, groups: Sequence[Sequence[Sequence[str]]], weigh: Weigh) -> None:
        import numpy as np

        vocabulary: dict[str, int] = {}
        counts = []
        for group in groups:
            columns = [vocabulary.setdefault(t, len(vocabulary)) for terms in group for t in terms]
            starts = np.concatenate([[0], np.cumsum([len(terms) for terms in group])]).astype(np.int64)
            counts.append((np.asarray(columns, dtype=np.int64), starts))
        self.vocabulary = vocabulary
        self.weights = np.asarray(list(weigh(vocabulary)), dtype=np.float64)
        self.counts = [_matrix(columns, starts, len(vocabulary)) for columns, starts in counts]

    def vectors(self, group: int, weights: Floats | None = None) -> Sparse:
        """Length-one TF-IDF rows of ``group``: (1 + log count) × weight; with its own ``weights`` if given."""
        import numpy as np

        matrix = self.counts[group].copy()
        chosen = self.weights if weights is None else weights
        matrix.data = (1.0 + np.log(matrix.data)) * chosen[matrix.indices]
        return normalised(matrix)

    def masses(self, group: int) -> Sparse:
        """Rows of ``group`` with the weight of each term that occurs (counts ignored)."""
        matrix = self.counts[group].copy()
        matrix.data = self.weights[matrix.indices]
        return matrix


def _matrix(columns: Integers, starts: Integers, width: int) -> Sparse:
    import numpy as np
    from scipy.sparse import csr_array

    matrix = csr_array((np.ones(len(columns)), columns, starts), shape=(len(starts) - 1, width))
    matrix.sum_duplicates()
    return matrix


def normalised(matrix: Sparse) -> Sparse:
    """``matrix`` with every row scaled to length one (zero rows stay)."""
    import numpy as np

    lengths = np.sqrt(_row_sums(matrix, matrix.data**2))
    matrix.data = matrix.data / np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(matrix.indptr))
    return matrix


def _row_sums(matrix: Sparse, data: Floats) -> Floats:
    import numpy as np

    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return np.asarray(np.bincount(rows, weights=data, minlength=matrix.shape[0]), dtype=np.float64)


def sums(matrix: Sparse) -> Floats:
    """The sum of each row."""
    return _row_sums(matrix, matrix.data)


LEAST_BUDGET, BUDGET_PER_TEXT = 2_000_000, 1_500
"""Products of two places of a term that `likeness` follows at most: in all, or per text where that is more."""


def likeness(left: Sparse, right: Sparse) -> Sparse:
    """Cosines of all rows of ``left`` with all of ``right`` that share a term, sparse.

    In long documents the commonest (and lightest) terms are left out until the cost grows with the number of texts and
    not with its square.
    """
    import numpy as np

    cost = np.bincount(left.indices, minlength=left.shape[1]) * np.bincount(right.indices, minlength=right.shape[1])
    order = np.argsort(cost, kind="stable")
    budget = max(LEAST_BUDGET, BUDGET_PER_TEXT * (left.shape[0] + right.shape[0]))
    dropped = order[np.cumsum(cost[order]) > budget]
    if len(dropped):
        kept = np.ones(left.shape[1])
        kept[dropped] = 0.0
        left, right = (reweighed(m, m.data * kept[m.indices]) for m in (left, right))
        left.eliminate_zeros()
        right.eliminate_zeros()
    return (left @ right.T).tocsr()


def reweighed(matrix: Sparse, data: Floats) -> Sparse:
    """``matrix`` with other values in the same places."""
    result = matrix.copy()
    result.data = data
    return result


def local_rarity(space: Space) -> Floats:
    """Smoothed inverse frequency of each term among all texts of ``space``, between 0.02 and 1."""
    import numpy as np

    total = sum(m.shape[0] for m in space.counts)
    frequency = sum(np.bincount(m.indices, minlength=m.shape[1]) for m in space.counts)
    return np.asarray(np.log((1 + total) / (0.5 + frequency)) / np.log(1 + total)).clip(0.02, 1.0)


def centred(cosine: Floats, left: Sparse, right: Sparse, rows: Integers, columns: Integers) -> Floats:
    """Each cosine less the mean of its row and of its column, plus the mean of all: hubs lose their lead."""
    import numpy as np

    here, there = np.asarray(left.mean(axis=0)).ravel(), np.asarray(right.mean(axis=0)).ravel()
    by_row, by_column = left @ there, right @ here
    return np.asarray(cosine - by_row[rows] - by_column[columns] + here @ there)


def paired(left: Sparse, right: Sparse, rows: Integers, columns: Integers, block: int = 20_000) -> Floats:
    """The dot products of ``left[rows[k]]`` and ``right[columns[k]]`` for each k."""
    import numpy as np

    out = np.zeros(len(rows))
    for start in range(0, len(rows), block):
        here = slice(start, start + block)
        out[here] = np.asarray(left[rows[here]].multiply(right[columns[here]]).sum(axis=1)).ravel()
    return out
