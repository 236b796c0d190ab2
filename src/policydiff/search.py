"""The sections of many documents most like a sentence or a passage.

Similarity is the cosine of background-weighted TF-IDF vectors, so a score does not depend on what else is searched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from policydiff.model import Document, Hit, Hits, Section
from policydiff.similarity import section_text
from policydiff.similarity.background import background
from policydiff.similarity.terms import words
from policydiff.similarity.vectors import Space

MEASURE = "tfidf-word"

Cut = Callable[[str], list[str]]


class Place(NamedTuple):
    """A section with its document and the titles above and at it."""

    document: Document
    section: Section
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is compared with the query: the heading, the text and the tables' cells."""
        return "\n".join(part for part in (self.section.heading, section_text(self.section)) if part)


class Index:
    """The sections of documents made ready once, to be searched as often as one likes, in milliseconds.

    ``cut`` gives a text's words, for callers that keep them. Sections without text of their own are not searched.
    """

    def __init__(self, documents: Iterable[Document], *, cut: Cut = words) -> None:
        self._places = [place for document in documents for place in _places(document)]
        self._weigh = background().word_weights
        space = Space([[cut(place.text) for place in self._places]], self._weigh)
        self._vocabulary = space.vocabulary
        self._terms = space.vectors(0).tocsc()

    def search(self, query: str, *, top: int = 10) -> Hits:
        """The ``top`` sections most like ``query``; those that share no word with it are left out."""
        import numpy as np

        counts = Counter(words(query))
        raw = (1.0 + np.log(list(counts.values()))) * np.asarray(self._weigh(counts)) if counts else np.zeros(0)
        known = [
            (self._vocabulary[term], weight)
            for term, weight in zip(counts, raw, strict=True)
            if term in self._vocabulary
        ]
        if not known:
            return Hits(query=query, measure=MEASURE, hits=())
        columns, weights = zip(*known, strict=True)
        scores = np.asarray(self._terms[:, list(columns)] @ np.asarray(weights)) / np.sqrt((raw**2).sum())
        order = np.argsort(-scores, kind="stable")[:top]
        found = (_hit(self._places[n], float(min(1.0, scores[n]))) for n in order if scores[n] > 0)
        return Hits(query=query, measure=MEASURE, hits=tuple(found))


def search(documents: Iterable[Document], query: str, *, top: int = 10, cut: Cut = words) -> Hits:
    """The ``top`` sections of ``documents`` most like ``query``, for a single search (see `Index`)."""
    return Index(documents, cut=cut).search(query, top=top)


def _places(document: Document) -> Iterator[Place]:
    pending: list[tuple[Section, tuple[str, ...]]] = [(section, ()) for section in reversed(document.sections)]
    while pending:
        section, above = pending.pop()
        path = (*above, section.title)
        if section.text.strip() or section.tables:
            yield Place(document, section, path)
        pending += [(child, path) for child in reversed(section.children)]


def _hit(place: Place, score: float) -> Hit:
    document, section, path = place
    return Hit(
        document=document.id,
        title=document.main_title or document.title,
        section=section.id,
        path=path,
        page=section.page,
        span=section.span,
        text=section.text,
        score=score,
    )
