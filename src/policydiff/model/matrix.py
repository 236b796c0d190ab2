"""How alike each of a number of texts is to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixLabel:
    """A row and column of a matrix: a document's id, or ``document#section``, and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Symmetric cosine similarities in [0, 1] with diagonal 1. ``by`` is ``document`` or ``section``;
    ``measure`` ``tfidf-word`` or ``tfidf-char``."""

    by: str
    measure: str
    labels: tuple[MatrixLabel, ...]
    values: tuple[tuple[float, ...], ...]
