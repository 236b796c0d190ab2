"""The best division of a passage into paragraphs that open with run-in headings.

Each heading must be taken up by the text behind it, paragraphs have usual lengths, and siblings are built alike. The
invariant: the work grows with the passage's length, because no paragraph longer than `LONGEST_PARAGRAPH_CHARS` is
ever weighed.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

LONGEST_PARAGRAPH_CHARS = 1500
"""A paragraph of this length costs more than any heading can be worth."""

_PARAGRAPH_CHARS, _PARAGRAPH_SPREAD = 130.0, 0.55
"""Median length of a paragraph in plans (seed and State Council texts) and the deviation of its logarithm."""
_SHORTEST_PARAGRAPH_CHARS = 30
_BASE = -1.0
_TAKEN_UP, _IDIOMS, _ALIKE = 3.2, 2.6, 0.8
_NAME_COST, _PARTICLE_COST = 1.0, 0.8
"""Weights set by hand and measured by `benchmarks.quality.structure`."""
_ACCEPTED, _ACCEPTED_AMONG_SIBLINGS = -0.6, -1.6
"""Total from which on a division is believed, and where sibling sections are known to be divided."""
_ALONE_SHARE = 0.5
_INTRODUCTION_SENTENCES = 2
_NAMES = re.compile("大湾区|长三角|京津冀|黄河|长江|自贸|[A-Za-z]")
"""What is named in particular stands in sentences, not in headings."""
_PARTICLES = re.compile("[的等将要以]")


class _Choice(NamedTuple):
    """The total from a heading on, and the heading that follows it best."""

    total: float
    following: int | None


class Division:
    """A passage in ``sentences`` (without their full stops), of which those at ``places`` could be headings."""

    def __init__(self, sentences: Sequence[str], places: Sequence[int]) -> None:
        self._sentences = sentences
        self._places = [place for place in places if place + 1 < len(sentences)]
        self._text = "".join(sentences)
        self._ends = list(accumulate(map(len, sentences), initial=0))

    def headings(self, *, eager: bool) -> list[int]:
        """Which sentences are headings; ``eager`` where sibling sections are known to have such."""
        first = self._opening()
        if first is None:
            return []
        best: dict[int, _Choice] = {}
        for place in reversed(self._places):
            end = _Choice(self._paragraph(place, len(self._sentences)), None)
            best[place] = max((end, *self._followed(place, best)), key=lambda choice: choice.total)
        chosen = max(self._followed(first, best), key=lambda choice: choice.total, default=None)
        if chosen is None or chosen.total <= (_ACCEPTED_AMONG_SIBLINGS if eager else _ACCEPTED):
            return [first] if self._stands_alone(first) else []
        return [first, *_chain(chosen.following, best)]

    def _followed(self, place: int, best: dict[int, _Choice]) -> Iterator[_Choice]:
        """A choice for each heading that may follow the one at ``place``, from the nearest on."""
        for following in self._places[bisect_right(self._places, place + 1) :]:
            if self._length(place, following) > LONGEST_PARAGRAPH_CHARS:
                return
            alike = _alike(self._sentences[place], self._sentences[following])
            yield _Choice(self._paragraph(place, following) + best[following].total + alike, following)

    def _opening(self) -> int | None:
        """The first heading opens the passage, or follows an introduction of one or two sentences."""
        early = [place for place in self._places if place <= _INTRODUCTION_SENTENCES]
        if 0 in early:
            return 0
        return next((place for place in early if self._ends[place] >= _SHORTEST_PARAGRAPH_CHARS), None)

    def _stands_alone(self, first: int) -> bool:
        """One heading alone is believed where it opens the passage and the text takes up most of it."""
        if first != 0:
            return False
        share = _share_in(_content(self._sentences[0]), self._text[self._ends[1] :])
        return share >= _ALONE_SHARE and self._paragraph(0, len(self._sentences)) >= _ACCEPTED

    def _length(self, place: int, end: int) -> int:
        return self._ends[end] - self._ends[place + 1]

    def _paragraph(self, place: int, end: int) -> float:
        """How well the sentence at ``place`` heads those up to ``end``."""
        length = self._length(place, end)
        if not _SHORTEST_PARAGRAPH_CHARS <= length <= LONGEST_PARAGRAPH_CHARS:
            return -math.inf
        heading, body = self._sentences[place], self._text[self._ends[place + 1] : self._ends[end]]
        score = _BASE - ((math.log(length) - math.log(_PARAGRAPH_CHARS)) / _PARAGRAPH_SPREAD) ** 2 / 2
        score += _TAKEN_UP * _share_in(_content(heading), body)
        score += _IDIOMS * ("，" in heading)
        score -= _NAME_COST * (_NAMES.search(heading) is not None)
        return score - _PARTICLE_COST * len(_PARTICLES.findall(heading))


def _chain(place: int | None, best: dict[int, _Choice]) -> Iterator[int]:
    while place is not None:
        yield place
        place = best[place].following


def _content(heading: str) -> str:
    """The heading without its opening verb and without quotes."""
    return re.sub("[“”‘’，]", "", heading)[2:]


def _share_in(content: str, body: str) -> float:
    """Share of the content's character pairs that the body takes up."""
    pairs = _pairs(content)
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _alike(a: str, b: str) -> float:
    """Siblings have the same length, open or end alike (便捷化, 精细化), and repeat the document's subject."""
    score = _ALIKE * (1 - min(1.0, abs(len(a) - len(b)) / 4))
    if a[-1] == b[-1] or a[:2] == b[:2] or ("，" in a and "，" in b):
        score += _ALIKE / 2
    shared, middle = len(_pairs(a) & _pairs(b)), len(set(a) & set(b))
    return score + _ALIKE / 4 * min(3, shared) + _ALIKE / 8 * min(3, middle)


def _pairs(text: str) -> set[str]:
    return {text[k : k + 2] for k in range(len(text) - 1)}
