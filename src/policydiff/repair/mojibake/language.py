"""How likely a stretch of Chinese policy prose is in one document.

Two judges: successions of characters (the table of `policydiff.repair.mojibake.prose`, jieba's words, the document
itself), and the best cut into words whose classes follow each other as in jieba's tagger. Scores are natural
logarithms of probabilities, texts are `plain`. The invariant: equal texts have equal scores, whatever was asked
before, until something is learned.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from policydiff.repair.mojibake.lexicon import WordClass, grammar, lexicon
from policydiff.repair.mojibake.prose import Prose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_WORD = 6
LONGEST_PHRASE = 5

OWN_SHARE = 0.3
"""Weight of the document's own phrases against the dictionary."""

SUCCESSION_SHARE = 0.6
"""Weight of the successions of characters against the cut into words (fitted on damaged laws, plans and reports)."""

OWN_WEIGHT = 3
"""How many times a succession in the document counts against one in the table."""

LEAST_BACKOFF = 5.0
"""Weight of the shorter succession where the longer one was never seen, in counts."""

ONE_SHARES = (0.6, 0.2, 0.2)
"""Weights of the table, jieba's words and the document for a single character."""

UNSEEN = 1e-8
"""Probability added to every character."""

RARE_MARKS = {"?": 1e-4, "!": 1e-4}
"""Marks that policy prose hardly has but questions do."""

SIGNS = {",": 0.06, "、": 0.04, "。": 0.035, "“": 0.005, "”": 0.005, ";": 0.006, ":": 0.004, "(": 0.006, ")": 0.006,
         "《": 0.004, "》": 0.004, "¶": 0.03, "␣": 0.01, "%": 0.001, "#": 0.005, "A": 0.0002,
         "?": 1e-5, "!": 1e-5}  # fmt: skip
"""Shares of signs in policy prose (counted on policy texts)."""

OPENING = frozenset("“‘《〈(〔【")
CLOSING = frozenset("”’》〉)〕】%…—")
STOPS = frozenset(",、。;:?!")

ODD_PAIR = -7.0
"""Log penalty of two marks that do not follow each other in print."""

IMPOSSIBLE = -1e9

_LONE_DASH = re.compile("(?<!—)—(?!—)")


def odd_pairs(text: str) -> int:
    """How often marks stand as they do not in print: a stop after a stop or an opening bracket, one dash alone."""
    return sum(_is_odd(a, b) for a, b in pairwise(text)) + len(_LONE_DASH.findall(text))


def _is_odd(previous: str, char: str) -> bool:
    return (char in STOPS and (previous in STOPS or previous in OPENING)) or (char in CLOSING and previous in OPENING)


@dataclass(slots=True)
class Language:
    """Scores for one document. ``own`` counts the document's own character sequences of 1–5."""

    prose: Prose
    own: Counter[str]
    length: int
    _total: int = 0
    _threes: dict[str, float] = field(default_factory=dict)
    _twos: dict[str, float] = field(default_factory=dict)
    _depths: dict[str, tuple[float, float]] = field(default_factory=dict)
    _followers: dict[str, dict[str, int]] = field(default_factory=dict)
    _ones: NDArray[np.float64] | None = None

    @classmethod
    def of(cls, text: str, prose: Prose) -> Language:
        """The language of a document: plain ``text``, damaged stretches blanked out by NUL."""
        language = cls(prose, Counter(), max(1, len(text)), sum(prose.after[""].values()))
        language._count(text)
        return language

    def learn(self, text: str) -> None:
        """Take plain ``text`` as part of the document."""
        self._count(text)
        self._threes.clear()
        self._twos.clear()
        self._depths.clear()
        self._followers.clear()

    def _count(self, text: str) -> None:
        for size in range(1, LONGEST_PHRASE + 1):
            self.own.update(phrase for i in range(len(text) - size + 1) if "\0" not in (phrase := text[i : i + size]))

    def score(self, text: str) -> float:
        """Log probability of plain ``text``: the weighted mean of the two judges."""
        threes = sum(self._three(text[i - 2 : i + 1]) for i in range(2, len(text)))
        return SUCCESSION_SHARE * threes + (1 - SUCCESSION_SHARE) * self._cut(text) + ODD_PAIR / 2 * odd_pairs(text)

    def _cut(self, text: str) -> float:
        """The best cut into words; ``best[i]`` has, for each class the word ending at i may have, its log score."""
        best: list[dict[WordClass | None, float]] = [{} for _ in range(len(text) + 1)]
        best[0][None] = 0.0
        for end in range(1, len(text) + 1):
            here = best[end]
            for start in range(max(0, end - LONGEST_WORD), end):
                if best[start]:
                    for kind, value in self._word_after(text[start:end], best[start]):
                        if value > here.get(kind, IMPOSSIBLE):
                            here[kind] = value
        return max(best[-1].values())

    def _word_after(self, word: str, before: dict[WordClass | None, float]) -> list[tuple[WordClass | None, float]]:
        """A word's classes and scores after any of the classes ``before`` (None: a sign, or a phrase of its own)."""
        found: list[tuple[WordClass | None, float]] = []
        known = lexicon().words.get(word)
        if known is not None:
            rules, (count, kind) = grammar(), known
            lead = max(
                score + (rules.first[kind] if last is None else rules.after[last, kind])
                for last, score in before.items()
            )
            found.append((kind, lead + log(count / lexicon().classes[kind])))
        elif len(word) == 1:
            found.append((None, max(before.values()) + log(SIGNS.get(word, UNSEEN))))
        own = self.own[word] if 1 < len(word) <= LONGEST_PHRASE and "¶" not in word else 0
        if own:
            share = OWN_SHARE * own / (self.length * LONGEST_PHRASE)
            found.append((None, max(before.values()) + log(share)))
        return found

    def step(self, previous: str, char: str) -> float:
        """Log probability of ``char`` after ``previous``: a guide for searching."""
        return log(self._two(previous, char)) + (ODD_PAIR if _is_odd(previous, char) else 0.0)

    def steps(self, previous: str, chars: tuple[str, ...], number: dict[str, int]) -> NDArray[np.float32]:
        """`step` for all of ``chars``; ``number`` has each one's place."""
        import numpy as np

        if self._ones is None:
            self._ones = np.array([self._one(char) for char in chars], dtype=np.float64)
        words = lexicon()
        depth, backoff = self._depth(previous)
        in_words = words.chars.get(previous, 0)
        shares = self._ones * (backoff * (0.5 if in_words else 1.0))
        for weight, followers in (
            (1.0, self.prose.after.get(previous, {})),
            (OWN_WEIGHT, self._own_followers().get(previous, {})),
            (0.5 * backoff / max(1, in_words), words.followers.get(previous, {})),
        ):
            for char, count in followers.items():
                place = number.get(char)
                if place is not None:
                    shares[place] += weight * count
        gains = np.log(shares / (depth + backoff))
        for char in STOPS | CLOSING:
            if char in number and _is_odd(previous, char):
                gains[number[char]] += ODD_PAIR
        result: NDArray[np.float32] = gains.astype(np.float32)
        return result

    def _three(self, three: str) -> float:
        known = self._threes.get(three)
        if known is None:
            before, char = three[:2], three[2]
            count = self.prose.count(before, char) + OWN_WEIGHT * self.own[three]
            depth, backoff = self._depth(before)
            share = (count + backoff * self._two(three[1], char)) / (depth + backoff)
            known = self._threes[three] = log(share)
        return known

    def _two(self, previous: str, char: str) -> float:
        pair = previous + char
        known = self._twos.get(pair)
        if known is None:
            words, base = lexicon(), self._one(char)
            if in_words := words.chars.get(previous, 0):
                base = 0.5 * base + 0.5 * words.followers.get(previous, {}).get(char, 0) / in_words
            count = self.prose.count(previous, char) + OWN_WEIGHT * self.own[pair]
            depth, backoff = self._depth(previous)
            known = self._twos[pair] = (count + backoff * base) / (depth + backoff)
        return known

    def _depth(self, prefix: str) -> tuple[float, float]:
        """How much was counted after ``prefix``, and the weight of the shorter succession beside it: the number of
        different followers (Witten and Bell 1991), for new ones come as often as old ones once did."""
        known = self._depths.get(prefix)
        if known is None:
            followers = self.prose.after.get(prefix, {})
            own = self._own_followers().get(prefix, {})
            counted = sum(followers.values()) + OWN_WEIGHT * sum(own.values())
            known = self._depths[prefix] = counted, max(LEAST_BACKOFF, len(followers) + len(own))
        return known

    def _one(self, char: str) -> float:
        words = lexicon()
        table, dictionary, own = ONE_SHARES
        share = table * self.prose.count("", char) / self._total
        share += dictionary * words.chars.get(char, 0) / words.total_chars
        return share + own * self.own[char] / self.length + RARE_MARKS.get(char, UNSEEN)

    def _own_followers(self) -> dict[str, dict[str, int]]:
        if not self._followers:
            for phrase, count in self.own.items():
                if 2 <= len(phrase) <= 3:
                    self._followers.setdefault(phrase[:-1], {})[phrase[-1]] = count
        return self._followers
