"""The order that puts like beside like, and the tree it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from policydiff.model import Matrix

CLUSTERED_LIMIT = 2_000
"""Clustering needs memory and time with the square of the rows; larger matrices keep their order."""

BEST_ORDER_LIMIT = 500
"""Up to so many rows, branches are turned so that neighbours are as alike as can be; above, that takes too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Two branches joined at ``distance`` (1 − their mean similarity).

    ``first`` and ``second`` count the rows from 0, then the joints from the number of rows on.
    """

    first: int
    second: int
    distance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """The rows as leaves from one end of the tree to the other, and its joints from the leaves up."""

    order: tuple[int, ...]
    joints: tuple[Joint, ...]


def clustering(matrix: Matrix) -> Clustering:
    """Average linkage, its leaves ordered so that neighbours are as alike as can be (Bar-Joseph et al. 2001).

    No joints, and the order the matrix has, where there are fewer than two rows or more than `CLUSTERED_LIMIT`.
    """
    count = len(matrix.labels)
    if not 2 <= count <= CLUSTERED_LIMIT:
        return Clustering(order=tuple(range(count)), joints=())
    import numpy as np
    from scipy.cluster.hierarchy import leaves_list, linkage

    distances = np.fromiter((1.0 - matrix.values[i][j] for i, j in combinations(range(count), 2)), dtype=float)
    tree = linkage(distances.clip(0.0), method="average", optimal_ordering=count <= BEST_ORDER_LIMIT)
    return Clustering(
        order=tuple(int(leaf) for leaf in leaves_list(tree)),
        joints=tuple(
            Joint(first=int(first), second=int(second), distance=float(distance)) for first, second, distance, _ in tree
        ),
    )


def reordered(matrix: Matrix, order: Sequence[int]) -> Matrix:
    """``matrix`` with its rows and columns in ``order``."""
    return replace(
        matrix,
        labels=tuple(matrix.labels[n] for n in order),
        values=tuple(tuple(matrix.values[row][column] for column in order) for row in order),
    )
