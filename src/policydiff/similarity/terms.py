"""Texts to terms: words and character bigrams of the comparison key.

Two texts with equal keys have equal terms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from policydiff import tokens
from policydiff.keys import key, shaped

MEANING = re.compile(r"[\w%‰]")
"""A term needs a letter, a digit or a Han character; punctuation alone means nothing."""

SENTENCE_END = re.compile(r"(?<=[。；;！？!?\n])")
RUN = re.compile(r"[\u3400-\u9fff]+")


def words(text: str) -> list[str]:
    """The words, numbers and dates of ``text``, script and width folded, without punctuation."""
    return [w for w in tokens.words(shaped(text)) if MEANING.search(w)]


def bigrams(text: str) -> list[str]:
    """Pairs of adjacent Han characters of the key of ``text``; none spans punctuation or digits."""
    return [run[n : n + 2] for run in RUN.findall(key(text)) for n in range(len(run) - 1)]


def trigrams(text: str) -> list[str]:
    """Triples of adjacent Han characters of the key of ``text``."""
    return [run[n : n + 3] for run in RUN.findall(key(text)) for n in range(len(run) - 2)]


def sentences(text: str) -> list[str]:
    """``text`` cut after sentence ends, semicolons and line ends; blanks stripped, empty ones dropped."""
    return [s for s in (part.strip() for part in SENTENCE_END.split(text)) if s]


def adjacent(terms: Sequence[str]) -> list[str]:
    """Pairs of adjacent terms."""
    return [f"{a}\t{b}" for a, b in pairwise(terms)]
