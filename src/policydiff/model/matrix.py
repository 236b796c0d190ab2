"""How alike each of a number of texts is to each other, and how a text changed from version to version."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model.document import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixLabel:
    """A row and column of a matrix: a document's id, or ``document#section``, and its title.

    ``document`` is the title of the document, ``region``, ``level`` and ``date`` are its own, as far as known.
    """

    id: str
    title: str
    document: str = ""
    region: str | None = None
    level: Level | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Symmetric cosine similarities in [0, 1] with diagonal 1. ``by`` is ``document`` or ``section``;
    ``measure`` ``tfidf-word`` or ``tfidf-char``."""

    by: str
    measure: str
    labels: tuple[MatrixLabel, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """A version: its similarity to the version before (None for the first) and to the first one, in [0, 1]."""

    label: MatrixLabel
    to_previous: float | None
    to_first: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The versions of one work in order of time, measured as a `Matrix` is."""

    measure: str
    steps: tuple[TimelineStep, ...]
