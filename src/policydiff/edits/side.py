"""One of the two texts, prepared: its comparison key cut into tokens, and the way back to the text as printed.

Invariant: the tokens, joined, are the key; the pieces of text that `Side.shown` gives for consecutive ranges of
the key, joined, are the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from policydiff.keys import key, mapped_key, shaped
from policydiff.model import OffsetMap
from policydiff.tokens import Atom, AtomKind, atoms
from policydiff.tokens.patterns import PROTECTED

OPENING = frozenset("《〈«〔【〖[［﹝")
"""A dropped bracket that belongs to what follows it; every other dropped character belongs to what it follows."""

SHARED_TITLE_CHARACTERS = range(4, 61)
"""Titles of this length are one token on both sides, with brackets or without; a shorter one is an ordinary word."""

PROTECTED_WEIGHT = 2
"""A number, date or title counts for the size of a change as an ordinary word does, however long it is printed."""


class Token(NamedTuple):
    """An atom's ``key`` at offset ``start`` of the side's key; ``fixed`` where it is no ordinary word."""

    key: str
    start: int
    kind: AtomKind

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.key)

    @property
    def fixed(self) -> bool:
        """True for numbers, dates, 文号, titles, terms and labels: never looked into."""
        return self.kind in PROTECTED

    @property
    def weight(self) -> int:
        """How much it counts when the size of a change is judged."""
        return min(len(self.key), PROTECTED_WEIGHT) if self.fixed else len(self.key)


@dataclass(frozen=True)
class Side:
    """``text`` as printed, its ``key`` and the key's ``tokens``."""

    text: str
    key: str
    tokens: tuple[Token, ...]
    origins: OffsetMap

    def ends(self, index: int) -> int:
        """The key offset where token ``index`` starts; for one past the last, the key's length."""
        return self.tokens[index].start if index < len(self.tokens) else len(self.key)

    def weight(self, start: int, stop: int) -> int:
        """The weight of the tokens ``[start, stop)``."""
        return self.weights[stop] - self.weights[start]

    @cached_property
    def weights(self) -> list[int]:
        """Running sum of the tokens' weights."""
        total, sums = 0, [0]
        for token in self.tokens:
            total += token.weight
            sums.append(total)
        return sums

    def shown(self, start: int, end: int) -> str:
        """The printed text of the key's range ``[start, end)``, dropped characters included."""
        return self.text[self._border(start) : self._border(end)] if end > start else ""

    def _border(self, offset: int) -> int:
        """Where in the text to cut so that the key is cut at ``offset``."""
        if offset <= 0:
            return 0
        if offset >= len(self.key):
            return len(self.text)
        first, last = self.origins.end(offset), self.origins.start(offset)
        while last > first and self.text[last - 1] in OPENING:
            last -= 1
        return last


def prepare(old: str, new: str) -> tuple[Side, Side]:
    """Both texts as sides; a title that stands in brackets on one is one token on both."""
    drafts = [(text, mapped_key(text), atoms(shaped(text))) for text in (old, new)]
    titles = {
        title
        for _, _, found in drafts
        for atom in found
        if atom.kind is AtomKind.TITLE and len(title := key(atom.text)) in SHARED_TITLE_CHARACTERS
    }
    left, right = (
        Side(text, made.text, tuple(_joined(_tokens(made.text, made.origins, found), made.text, titles)), made.origins)
        for text, made, found in drafts
    )
    return left, right


def _tokens(folded: str, origins: OffsetMap, found: Sequence[Atom]) -> Iterator[Token]:
    offsets = _key_offsets([0, *(atom.end for atom in found)], origins)
    for atom, (start, end) in zip(found, pairwise(offsets), strict=True):
        if end > start:
            yield Token(folded[start:end], start, atom.kind)


def _key_offsets(borders: Iterable[int], origins: OffsetMap) -> Iterator[int]:
    """The key offsets of ascending places of the text: how many of the key's characters stand before each."""
    index, runs = 0, origins.runs
    for border in borders:
        while index < len(runs) and runs[index].there + runs[index].width <= border:
            index += 1
        if index == len(runs):
            yield runs[-1].here + runs[-1].length if runs else 0
        else:
            run = runs[index]
            yield run.here + min(max(0, border - run.there), run.length)


def _joined(tokens: Iterable[Token], folded: str, titles: set[str]) -> Iterator[Token]:
    """``tokens`` with those that together make one of ``titles`` joined."""
    found = list(tokens)
    starts = {token.start: index for index, token in enumerate(found)} | {len(folded): len(found)}
    done = 0
    for start, end in _occurrences(folded, titles):
        first, last = starts.get(start), starts.get(end)
        if first is not None and last is not None and first >= done:
            yield from found[done:first]
            yield Token(folded[start:end], start, AtomKind.TITLE)
            done = last
    yield from found[done:]


def _occurrences(folded: str, titles: set[str]) -> Iterator[tuple[int, int]]:
    if not titles:
        return
    pattern = "|".join(map(re.escape, sorted(titles, key=lambda title: (-len(title), title))))
    for match in re.finditer(pattern, folded):
        yield match.span()
