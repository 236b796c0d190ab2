"""A similarity matrix, and the order that puts like beside like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.model import Document, Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A matrix and its rows in the order of likeness."""

    matrix: Matrix
    likeness: tuple[int, ...]


def heat(documents: Sequence[Document], by: str, measure: str) -> Heat:
    """Compute the matrix of documents or of their sections."""
    from policydiff.similarity import clustering, matrix

    found = matrix(documents, by, measure)
    return Heat(matrix=found, likeness=clustering(found).order)
