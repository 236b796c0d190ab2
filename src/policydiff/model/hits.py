"""What a search found."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A section like the text searched for: its document's id and title, its own id, the titles of the sections from
    the top of the tree down to it, its page, its span in the raw source, its text, and the cosine (0–1)."""

    document: str
    title: str
    section: str
    path: tuple[str, ...]
    page: int | None
    span: Span
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The sections most like ``query`` under ``measure`` (``tfidf-word`` or ``tfidf-char``), best first."""

    query: str
    measure: str
    hits: tuple[Hit, ...]
