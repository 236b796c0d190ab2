"""The sections of many documents most like a sentence or a passage.

Similarity is the cosine of background-weighted TF-IDF vectors, so a score does not depend on what else is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from policydiff.model import Document, Hit, Hits, Section
from policydiff.similarity import nearest, section_text
from policydiff.similarity.terms import words

MEASURE = "tfidf-word"


class Place(NamedTuple):
    """A section with its document and the titles above and at it."""

    document: Document
    section: Section
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is compared with the query: the heading, the text and the tables' cells."""
        return "\n".join(part for part in (self.section.heading, section_text(self.section)) if part)


def search(
    documents: Sequence[Document], query: str, *, top: int = 10, cut: Callable[[str], list[str]] = words
) -> Hits:
    """The ``top`` sections of ``documents`` most like ``query``; those that share no word with it are left out.

    ``cut`` gives a text's words, for callers that keep them. Sections without text of their own are not searched.
    """
    places = [place for document in documents for place in _places(document)]
    found = nearest(query, [cut(place.text) for place in places], top, MEASURE)
    return Hits(query=query, measure=MEASURE, hits=tuple(_hit(places[index], score) for index, score in found))


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
