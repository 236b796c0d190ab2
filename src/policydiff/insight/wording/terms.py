"""The terms of a document: quoted coinages first, phrases of several words that hold together, and single words.

Phrases are found, not listed: runs of two to four words between marks that end in a noun, judged by their C-value
(Frantzi, Ananiadou & Mima 2000: frequency × log₂ length, less the mean frequency of the longer phrases they stand in)
and by how much oftener they stand together than their parts would by chance (normalised pointwise mutual information,
Bouma 2009).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log2

from policydiff.insight.wording.lexicon import Lexicon
from policydiff.model import Document, Section
from policydiff.model.wording import TermKind
from policydiff.tokens.tagging import Tagged, tagged

LONGEST_PHRASE_WORDS = 4
LONGEST_PHRASE_CHARACTERS = 12
LEAST_COUNT = 2
LEAST_COHESION = 0.25
"""Normalised mutual information of a phrase's weakest joint; 0 is chance, 1 always together."""

ALWAYS_INSIDE = 0.8
"""A phrase that stands inside one longer phrase at this share of its places or more is part of that phrase."""

QUOTED = re.compile(r"[“「『]([^“”「」『』，。；、！？\n]{2,12})[”」』]")
HAN = re.compile(r"[\u3400-\u9fff]")
NOUN, OPEN = re.compile(r"(?:n(?!r$)|vn|an|j|l|i|nz|eng)"), re.compile(r"(?:n|v|a|j|l|i|b|eng|z)")
HAN_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]{2,}\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """A section's heading or own text, its words tagged."""

    section: Section
    heading: bool
    text: str
    words: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term and how often it stands in each document."""

    term: str
    kind: TermKind
    counts: tuple[int, int]


def passages(document: Document) -> tuple[Passage, ...]:
    """The headings and texts of ``document``, in reading order."""
    return tuple(
        Passage(section, heading, text, tuple(tagged(text)))
        for section in document.walk()
        for heading, text in ((True, section.heading), (False, section.text))
        if text
    )


def candidates(old: Sequence[Passage], new: Sequence[Passage], lexicon: Lexicon) -> list[Candidate]:
    """The terms of two documents together."""
    sides = (old, new)
    quoted = {match[1] for side in sides for p in side for match in QUOTED.finditer(p.text) if HAN.search(match[1])}
    words = [Counter(w.text for p in side for w in p.words) for side in sides]
    phrases = _phrases(sides, words, lexicon) - quoted
    single = {w.text for side in sides for p in side for w in p.words if _counts_alone(w, lexicon)} - phrases - quoted
    texts = ["\n".join(p.text for p in side) for side in sides]
    found = [Candidate(t, TermKind.QUOTED, _occurrences(t, texts)) for t in quoted]
    found += [Candidate(t, TermKind.PHRASE, _occurrences(t, texts)) for t in phrases]
    found += [Candidate(t, TermKind.WORD, (words[0][t], words[1][t])) for t in single]
    often = [c for c in found if max(c.counts) >= (1 if c.kind is TermKind.QUOTED else LEAST_COUNT)]
    longer = [c for c in often if c.kind is not TermKind.WORD]
    return [c for c in often if c.kind is not TermKind.WORD or not _only_inside(c, longer)]


def _only_inside(word: Candidate, longer: Sequence[Candidate]) -> bool:
    """True where ``word`` stands nowhere but in one longer term."""
    return any(word.term in other.term and other.counts == word.counts for other in longer)


def _occurrences(term: str, texts: Sequence[str]) -> tuple[int, int]:
    return texts[0].count(term), texts[1].count(term)


def _counts_alone(word: Tagged, lexicon: Lexicon) -> bool:
    return (
        HAN_WORD.match(word.text) is not None
        and OPEN.match(word.tag) is not None
        and word.tag != "nr"
        and word.text not in lexicon.stop
    )


def _phrases(sides: Iterable[Sequence[Passage]], words: Sequence[Counter[str]], lexicon: Lexicon) -> set[str]:
    """Runs of words that hold together in either document."""
    found: Counter[tuple[str, ...]] = Counter()
    for side in sides:
        for passage in side:
            found.update(_runs(passage.words, lexicon))
    frequent = {run: n for run, n in found.items() if n >= LEAST_COUNT}
    total = sum(sum(c.values()) for c in words)
    counts = words[0] + words[1]
    together = {run: n for run, n in frequent.items() if _cohesion(run, frequent, counts, total) >= LEAST_COHESION}
    return {"".join(run) for run, n in together.items() if _c_value(run, n, _around(together).get(run, ())) > 0}


def _runs(words: Sequence[Tagged], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    for first, word in enumerate(words):
        if OPEN.match(word.tag) is None or word.text in lexicon.edge or not _may_begin(word):
            continue
        for last in range(first + 1, min(first + LONGEST_PHRASE_WORDS, len(words))):
            ending = words[last]
            if OPEN.match(ending.tag) is None or not HAN_WORD.match(word.text + ending.text):
                break
            run = tuple(w.text for w in words[first : last + 1])
            if sum(map(len, run)) > LONGEST_PHRASE_CHARACTERS:
                break
            says_something = not lexicon.stop.issuperset(run)
            if says_something and ending.text not in lexicon.edge and NOUN.match(ending.tag) is not None:
                yield run


def _may_begin(word: Tagged) -> bool:
    """Verbs begin a phrase where they are one character, as in 稳就业, 促消费."""
    return word.tag not in {"v", "ad", "vd"} or len(word.text) == 1


def _cohesion(run: tuple[str, ...], frequent: Mapping[tuple[str, ...], int], counts: Counter[str], total: int) -> float:
    """The normalised mutual information of the weakest joint of ``run``, between -1 and 1."""
    together = frequent[run] / total
    parts = [(_share(run[:cut], frequent, counts), _share(run[cut:], frequent, counts)) for cut in range(1, len(run))]
    return min(log(together * total * total / (a * b)) / -log(together) for a, b in parts)


def _share(run: tuple[str, ...], frequent: Mapping[tuple[str, ...], int], counts: Counter[str]) -> int:
    """How often ``run`` stands anywhere; of a part that is no candidate itself, how often its rarest word does."""
    return frequent.get(run) or min(counts[word] for word in run)


_Around = Mapping[tuple[str, ...], Sequence[int]]


def _around(found: Mapping[tuple[str, ...], int]) -> _Around:
    """For each run the frequencies of the longer ones it stands in."""
    longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for run, n in found.items():
        for size in range(2, len(run)):
            for start in range(len(run) - size + 1):
                if (part := run[start : start + size]) in found:
                    longer[part].append(n)
    return longer


def _c_value(run: tuple[str, ...], count: int, longer: Sequence[int]) -> float:
    """The C-value, with the phrase's length in characters; nought where it hardly stands on its own."""
    if longer and max(longer) >= ALWAYS_INSIDE * count:
        return 0.0
    return log2(len("".join(run))) * (count - (sum(longer) / len(longer) if longer else 0.0))
