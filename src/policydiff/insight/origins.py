"""Which sentences of a document stand in earlier ones: copied, reworded, or new.

A sentence is copied where most of its characters and all its digits stand in the source in stretches of eight or
more, as comparison keys; reworded where enough of it does, or where its likest sentence there has a high cosine
(background-weighted words). Of several sources the one that holds most is credited, and of equal ones the earliest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from policydiff.insight.boilerplate import boilerplate
from policydiff.insight.places import Places
from policydiff.keys import key
from policydiff.model import Document, Section, Span
from policydiff.model.origins import Ancestor, Descent, Origins, SectionOrigin, SentenceOrigin, Share
from policydiff.similarity.background import background
from policydiff.similarity.terms import words
from policydiff.similarity.vectors import Space, likeness

STRETCH = 8
"""Characters of a key that must stand together to count as word for word; shorter ones agree by chance."""

COPIED = 0.75
"""Share held word for word from which a sentence is copied."""

PARTLY_HELD = 0.4
"""Share held word for word from which a sentence is reworded, whatever its cosine."""

REWORDED = 0.5
"""Cosine from which a sentence is reworded."""

SAME = 0.02
"""Scores closer than this are equal: the earlier source is credited."""

SENTENCE = re.compile(r"[^。；！？\n;!?]*[。；！？\n;!?]*[”』」）)]*")


class Sentence(NamedTuple):
    """A sentence of a section with its place in the section's text and its comparison key."""

    section: Section
    start: int
    text: str
    key: str


@dataclass(frozen=True)
class Stock:
    """A source: its sentences, and which of them each stretch of its key begins in."""

    document: Document
    sentences: tuple[Sentence, ...]
    stretches: dict[str, int]
    keys: dict[str, int]


def origins(new: Document, sources: Sequence[Document]) -> Origins:
    """The descent of ``new`` from ``sources``, sentence by sentence.

    Sections without text of their own are left out.
    """
    sentences = [s for section in new.walk() for s in _sentences(section)]
    stocks = [_stock(source) for source in sources]
    best = _best(sentences, stocks)
    places = Places(new)
    by_section: dict[str, list[SentenceOrigin]] = {}
    for number, sentence in enumerate(sentences):
        found = [_ancestor(sentence, stock, *row[number]) for stock, row in zip(stocks, best, strict=True)]
        by_section.setdefault(sentence.section.id, []).append(_origin(sentence, found, sources, places))
    sections = tuple(_section(s, by_section[s.id], sources) for s in new.walk() if s.id in by_section)
    everything = [sentence for section in sections for sentence in section.sentences]
    shares, rest = _shares(everything, sources)
    return Origins(
        document=new.id,
        title=new.main_title or new.title,
        sources=tuple((source.id, source.main_title or source.title) for source in sources),
        characters=sum(section.characters for section in sections),
        shares=shares,
        new=rest,
        sections=sections,
    )


def _sentences(section: Section) -> Iterator[Sentence]:
    for match in SENTENCE.finditer(section.text):
        if match[0].strip() and (folded := key(match[0])):
            yield Sentence(section, match.start(), match[0], folded)


def _stock(source: Document) -> Stock:
    sentences: list[Sentence] = []
    stretches: dict[str, int] = {}
    for section in source.walk():
        own = list(_sentences(section))
        whole = "".join(s.key for s in own)
        starts = list(accumulate((len(s.key) for s in own), initial=0))
        for n in range(len(whole) - STRETCH + 1):
            stretches.setdefault(whole[n : n + STRETCH], len(sentences) + bisect_right(starts, n) - 1)
        sentences += own
    return Stock(source, tuple(sentences), stretches, {s.key: n for n, s in reversed(list(enumerate(sentences)))})


_Likest = tuple[int, float]
"""A sentence's number in its source (-1 for none) and the cosine."""


def _best(sentences: Sequence[Sentence], stocks: Sequence[Stock]) -> list[list[_Likest]]:
    """For each source, the likest of its sentences for each of ``sentences``."""
    groups = [[words(s.text) for s in side] for side in (sentences, *(stock.sentences for stock in stocks))]
    space = Space(groups, background().word_weights)
    own = space.vectors(0)
    result = []
    for number, stock in enumerate(stocks, 1):
        table = likeness(own, space.vectors(number))
        row: list[_Likest] = []
        for n, sentence in enumerate(sentences):
            first, last = table.indptr[n], table.indptr[n + 1]
            if (same := stock.keys.get(sentence.key)) is not None:
                row.append((same, 1.0))
            elif first == last:
                row.append((-1, 0.0))
            else:
                top = first + int(table.data[first:last].argmax())
                row.append((int(table.indices[top]), min(1.0, float(table.data[top]))))
        result.append(row)
    return result


def _ancestor(sentence: Sentence, stock: Stock, likest: int, cosine: float) -> Ancestor | None:
    """What ``stock`` holds of ``sentence``, if it holds enough to be its source."""
    held, holder, numbers = (1.0, likest, True) if sentence.key in stock.keys else _held(sentence.key, stock.stretches)
    if held < PARTLY_HELD and (cosine < REWORDED or len(sentence.key) < STRETCH):
        return None
    near = stock.sentences[holder if held >= PARTLY_HELD else likest]
    return Ancestor(
        document=stock.document.id,
        section=near.section.id,
        text=near.text.strip(),
        held=held,
        similarity=cosine,
        verbatim=held >= COPIED and numbers,
    )


def _held(text: str, stretches: Mapping[str, int]) -> tuple[float, int, bool]:
    """The share of ``text`` that stands in stretches of `STRETCH` characters or more, the sentence of the source that
    most of them begin in (-1 for none), and whether all its digits are held."""
    covered = bytearray(len(text))
    holders: Counter[int] = Counter()
    for n in range(len(text) - STRETCH + 1):
        if (holder := stretches.get(text[n : n + STRETCH])) is not None:
            covered[n : n + STRETCH] = b"\1" * STRETCH
            holders[holder] += 1
    loose = any(character.isdigit() and not held for character, held in zip(text, covered, strict=True))
    return covered.count(1) / len(text), holders.most_common(1)[0][0] if holders else -1, not loose


def _origin(
    sentence: Sentence, found: Sequence[Ancestor | None], sources: Sequence[Document], places: Places
) -> SentenceOrigin:
    dates = {source.id: source.date or "9999" for source in sources}
    known = [a for a in found if a is not None]
    top = max((_score(a) for a in known), default=0.0)
    credited = min((a for a in known if _score(a) >= top - SAME), key=lambda a: dates[a.document], default=None)
    lead = len(sentence.text) - len(sentence.text.lstrip())
    text = sentence.text.strip()
    start = sentence.start + lead
    span, exact = places.span(sentence.section, start, start + len(text))
    return SentenceOrigin(
        at=Span(start=start, end=start + len(text)),
        span=span,
        exact=exact,
        text=text,
        descent=_descent(credited),
        ancestor=credited,
        others=tuple(a for a in known if a is not credited),
        boilerplate=sum(map(len, boilerplate(text))) >= len(text) - 1,
    )


def _score(ancestor: Ancestor) -> float:
    return max(ancestor.held, ancestor.similarity * COPIED)


def _descent(ancestor: Ancestor | None) -> Descent:
    if ancestor is None:
        return Descent.NEW
    return Descent.COPIED if ancestor.verbatim else Descent.REWORDED


def _section(section: Section, found: Sequence[SentenceOrigin], sources: Sequence[Document]) -> SectionOrigin:
    shares, rest = _shares(found, sources)
    return SectionOrigin(
        section=section.id,
        title=section.title,
        characters=sum(len(s.text) for s in found),
        shares=shares,
        new=rest,
        sentences=tuple(found),
    )


def _shares(found: Sequence[SentenceOrigin], sources: Sequence[Document]) -> tuple[tuple[Share, ...], float]:
    """Shares of characters by source, and of what is new."""
    total = sum(len(s.text) for s in found)

    def share(source: str | None, descent: Descent) -> float:
        return sum(
            len(s.text)
            for s in found
            if s.descent is descent and (s.ancestor.document if s.ancestor else None) == source
        ) / max(1, total)

    shares = tuple(
        Share(source=s.id, copied=share(s.id, Descent.COPIED), reworded=share(s.id, Descent.REWORDED)) for s in sources
    )
    return shares, share(None, Descent.NEW)
