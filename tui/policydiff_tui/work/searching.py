"""The sections of the library most like a passage.

The weights and cosines are those of `policydiff.similarity`, kept as an inverted index so that an answer takes
milliseconds while one types (a test compares with `policydiff.similarity.nearest`).
"""

from __future__ import annotations

import math
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policydiff.library import Library
from policydiff.model import Document, Section

TOP = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A section like the passage, with the cosine of their term vectors."""

    document: Document
    section: Section
    score: float


class Finder:
    """Indexes the library's sections when first asked, and again after the library changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._made_from: tuple[object, ...] = ()
        self._places: list[tuple[Document, Section]] = []
        self._postings: dict[str, list[tuple[int, float]]] = {}

    def nearest(self, passage: str, top: int = TOP) -> list[Found]:
        """The ``top`` sections most like ``passage``, best first; those that share no term are left out."""
        with self._lock:
            self._renew()
            weights = self._weights(_terms(passage))
            scores: dict[int, float] = defaultdict(float)
            for term, weight in weights.items():
                for place, other in self._postings.get(term, ()):
                    scores[place] += weight * other
            best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:top]
            return [
                Found(document=self._places[n][0], section=self._places[n][1], score=min(1.0, score))
                for n, score in best
                if score > 0
            ]

    def _renew(self) -> None:
        entries = self._library.entries()
        stamp = tuple((entry.id, entry.path, entry.characters, entry.date) for entry in entries)
        if stamp == self._made_from:
            return
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._places = []
        for entry in entries:
            document = self._library.document(entry)
            for section in document.walk():
                if section.text.strip() or section.tables:
                    self._add(document, section, postings)
        self._postings = dict(postings)
        self._made_from = stamp

    def _add(self, document: Document, section: Section, postings: dict[str, list[tuple[int, float]]]) -> None:
        from policydiff.similarity import section_text

        text = "\n".join(part for part in (section.heading, section_text(section)) if part)
        place = len(self._places)
        self._places.append((document, section))
        for term, weight in self._weights(_terms(text)).items():
            postings[term].append((place, weight))

    def _weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The terms' weights in a vector of length one: (1 + ln count) × background weight."""
        from policydiff.similarity.background import background

        counts = Counter(terms)
        names = list(counts)
        table = background().word_weights(names)
        raw = {name: (1.0 + math.log(counts[name])) * float(weight) for name, weight in zip(names, table, strict=True)}
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {name: value / length for name, value in raw.items()} if length else {}


def _terms(text: str) -> list[str]:
    from policydiff.similarity import terms_of

    return terms_of([text], "tfidf-word")[0]
