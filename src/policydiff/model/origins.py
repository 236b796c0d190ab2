"""Where a document's text comes from: its sentences that stand in earlier documents, as they are or reworded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model.source import Span


class Descent(StrEnum):
    """COPIED: word for word. REWORDED: the same said otherwise. NEW: in none of the sources."""

    COPIED = "copied"
    REWORDED = "reworded"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ancestor:
    """A sentence of a source: document id, section id, its text, what share (0–1) of the younger sentence's characters
    it holds word for word, the cosine of the two (0–1), and whether it is word for word enough to be called so (most
    characters and every digit)."""

    document: str
    section: str
    text: str
    held: float
    similarity: float
    verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrigin:
    """A sentence ``text`` at characters ``at`` of its section's text, at ``span`` of the raw source (``exact`` where
    that is more than the section's own place), with the ``ancestor`` it is credited to and the other sources that say
    it too. ``boilerplate`` is true where it is a formula of the genre, whose descent says little."""

    at: Span
    span: Span
    exact: bool
    text: str
    descent: Descent
    ancestor: Ancestor | None
    others: tuple[Ancestor, ...]
    boilerplate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Shares (0–1) of a text's characters that come from the document ``source``."""

    source: str
    copied: float
    reworded: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOrigin:
    """A section of ``characters`` characters: its shares by source in the order the sources were given, what is
    ``new``, and its sentences. Σ copied + Σ reworded + new = 1 (all are 0 for no characters)."""

    section: str
    title: str
    characters: int
    shares: tuple[Share, ...]
    new: float
    sentences: tuple[SentenceOrigin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The descent of document ``document`` from ``sources`` (ids and titles): as a whole and section by section."""

    document: str
    title: str
    sources: tuple[tuple[str, str], ...]
    characters: int
    shares: tuple[Share, ...]
    new: float
    sections: tuple[SectionOrigin, ...]
