"""A similarity matrix, and the order that puts like beside like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from policydiff.model import Document, Matrix

CLUSTERED_LIMIT = 2_000
"""Clustering needs memory and time with the square of the rows; larger matrices keep their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A matrix and its rows in the order of likeness."""

    matrix: Matrix
    likeness: tuple[int, ...]


def heat(documents: Sequence[Document], by: str, measure: str) -> Heat:
    """Compute the matrix of documents or of their sections."""
    from policydiff.similarity import matrix

    found = matrix(documents, by, measure)
    return Heat(matrix=found, likeness=likeness(found))


def likeness(matrix: Matrix) -> tuple[int, ...]:
    """Rows as the leaves of an average-linkage clustering, neighbours as alike as can be (Bar-Joseph et al. 2001)."""
    count = len(matrix.labels)
    if not 2 < count <= CLUSTERED_LIMIT:
        return tuple(range(count))
    import numpy as np
    from scipy.cluster.hierarchy import leaves_list, linkage

    distances = np.fromiter((1.0 - matrix.values[i][j] for i, j in combinations(range(count), 2)), dtype=float)
    tree = linkage(distances.clip(0.0), method="average", optimal_ordering=count <= CLUSTERED_LIMIT // 4)
    return tuple(int(leaf) for leaf in leaves_list(tree))
