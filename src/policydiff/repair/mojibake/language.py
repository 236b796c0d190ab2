"""How likely a stretch of Chinese prose is: word frequencies of jieba's dictionary and the document's own phrases.

Everything here works on simplified characters (`simplified`). Scores are natural logarithms of probabilities; a
text is scored by its best cut into words (Viterbi), where a phrase that the document itself repeats counts as a
word too. The invariant: equal texts have equal scores, whatever the order they are asked in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path

from policydiff.keys import simplified_table

LONGEST_WORD = 6
LONGEST_PHRASE = 5
OWN_SHARE = 0.3
"""Weight of the document's own phrases against the dictionary."""

UNSEEN = 1e-9
"""Probability of a character that neither the dictionary nor the document has."""

MARKS = {"，": 0.06, ",": 0.06, "、": 0.04, "。": 0.035, "“": 0.005, "”": 0.005, ";": 0.006, ":": 0.004, "(": 0.006,
         ")": 0.006, "《": 0.004, "》": 0.004, "\n": 0.03, " ": 0.005, "%": 0.001, "?": 1e-5, "!": 1e-5}  # fmt: skip
"""Shares of punctuation in policy prose (counted on policy texts; ? and ! hardly occur)."""

ASCII_SHARE = 1e-4
"""Probability of one given digit or letter."""

BIGRAM_SHARE = 0.7
"""Weight of the successor statistics against the single character's frequency."""


def simplified(text: str) -> str:
    """``text`` in simplified characters, one to one."""
    return text.translate(simplified_table())


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Word, character and successor counts of jieba's dictionary, weighted by its frequencies."""

    words: dict[str, int]
    chars: dict[str, int]
    pairs: dict[str, int]
    total: int
    total_chars: int


@cache
def dictionary() -> Dictionary:
    """jieba's dictionary, read once (its file, without loading the segmenter)."""
    words: dict[str, int] = {}
    chars: dict[str, int] = {}
    pairs: dict[str, int] = {}
    for line in _dictionary_file().read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if not "\u4e00" <= word[0] <= "\u9fff":
            continue
        count = int(frequency)
        words[word] = count
        for char in word:
            chars[char] = chars.get(char, 0) + count
        for first, second in pairwise(word):
            pair = first + second
            pairs[pair] = pairs.get(pair, 0) + count
    return Dictionary(words, chars, pairs, sum(words.values()), sum(chars.values()))


def _dictionary_file() -> Path:
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


@dataclass(slots=True)
class Language:
    """Scores for one document. ``phrases`` counts the document's own character sequences of 1–5."""

    phrases: Counter[str]
    length: int
    _words: dict[str, float] = field(default_factory=dict)
    _steps: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Language:
        """The language of a document: ``text`` simplified, damaged stretches blanked out by NUL."""
        phrases: Counter[str] = Counter()
        for size in range(1, LONGEST_PHRASE + 1):
            phrases.update(text[i : i + size] for i in range(len(text) - size + 1))
        for phrase in [p for p in phrases if "\0" in p or "\n" in p]:
            del phrases[phrase]
        return cls(phrases, max(1, len(text)))

    def score(self, text: str) -> float:
        """Log probability of ``text`` (simplified) under its best cut into words."""
        best = [0.0] + [-1e9] * len(text)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - LONGEST_WORD), end):
                value = best[start] + self.word(text[start:end])
                best[end] = max(best[end], value)
        return best[-1]

    def word(self, word: str) -> float:
        """Log probability of one word, or of a phrase of the document; very low where it is neither."""
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = self._word(word)
        return known

    def _word(self, word: str) -> float:
        lexicon = dictionary()
        own = OWN_SHARE * self.phrases[word] / (self.length * LONGEST_PHRASE) if len(word) <= LONGEST_PHRASE else 0.0
        share = (1 - OWN_SHARE) * lexicon.words.get(word, 0) / lexicon.total
        if len(word) == 1:
            share += self._mark(word)
        return log(own + share) if own + share else -1e9

    def _mark(self, char: str) -> float:
        if char in MARKS:
            return MARKS[char]
        return ASCII_SHARE if char.isascii() else UNSEEN

    def step(self, previous: str, char: str) -> float:
        """Log probability of ``char`` after ``previous``: a cheap guide for searching."""
        pair = previous + char
        known = self._steps.get(pair)
        if known is None:
            known = self._steps[pair] = self._step(previous, char)
        return known

    def _step(self, previous: str, char: str) -> float:
        lexicon, pair = dictionary(), previous + char
        alone = (lexicon.chars.get(char, 0) / lexicon.total_chars) * 0.5 + self.phrases[char] / self.length * 0.5
        alone += self._mark(char)
        follows = 0.0
        if before := lexicon.chars.get(previous, 0):
            follows += 0.5 * lexicon.pairs.get(pair, 0) / before
        if before := self.phrases[previous]:
            follows += 0.5 * self.phrases[pair] / before
        return log(BIGRAM_SHARE * follows + (1 - BIGRAM_SHARE) * alone)
