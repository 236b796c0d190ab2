"""What jieba's dictionary and tagger tell about words, read from their files without loading the segmenter.

The invariant: everything is read once per process and never changed.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path

WordClass = tuple[str, str]
"""("S", tag) for a word of one character, ("B", tag) for a longer one; tags are jieba's."""

RARE = 10
"""Words this rare or rarer say nothing about which characters follow each other."""

UNSEEN_CLASS = -14.0
"""Log probability of a class after another that the tagger's training text never had there."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words`` → (count, class); ``chars`` and ``followers`` count characters and their successors inside words;
    ``classes`` counts the running words of each class."""

    words: dict[str, tuple[int, WordClass]]
    chars: dict[str, int]
    followers: dict[str, dict[str, int]]
    classes: dict[WordClass, int]
    total: int
    total_chars: int


PHRASE_COUNT = 60
"""How often a set phrase of official prose counts as having been seen, where jieba's dictionary lacks it."""


def _phrases() -> list[str]:
    """Set phrases and words of official prose (`phrases.txt`, gathered by hand)."""
    text = resources.files("policydiff.repair.mojibake").joinpath("phrases.txt").read_text("utf-8")
    return text.split()


@cache
def lexicon() -> Lexicon:
    """jieba's dictionary, and the set phrases of official prose it lacks."""
    words: dict[str, tuple[int, WordClass]] = dict.fromkeys(_phrases(), (PHRASE_COUNT, ("B", "l")))
    chars: dict[str, int] = {}
    followers: dict[str, dict[str, int]] = {}
    classes: dict[WordClass, int] = {}
    for line in _file("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        if not "\u4e00" <= word[0] <= "\u9fff":
            continue
        count = int(frequency)
        kind = ("S" if len(word) == 1 else "B", tag)
        words[word] = count, kind
        classes[kind] = classes.get(kind, 0) + count
        if count > RARE:
            for char in word:
                chars[char] = chars.get(char, 0) + count
            for first, second in pairwise(word):
                after = followers.setdefault(first, {})
                after[second] = after.get(second, 0) + count
    return Lexicon(words, chars, followers, classes, sum(classes.values()), sum(chars.values()))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Log probabilities of a word class at the start of a clause and after another class."""

    first: dict[WordClass, float]
    after: dict[tuple[WordClass, WordClass], float]
    anywhere: dict[WordClass, float]


@cache
def grammar() -> Grammar:
    """The class successions of jieba's tagger (its transition table between word ends and word beginnings)."""
    start = pickle.loads(_file("posseg/prob_start.p").read_bytes())
    transitions = pickle.loads(_file("posseg/prob_trans.p").read_bytes())
    classes = lexicon().classes
    after: dict[tuple[WordClass, WordClass], float] = {}
    for one in classes:
        successors = transitions.get(("S" if one[0] == "S" else "E", one[1]), {})
        after |= {(one, other): max(UNSEEN_CLASS, successors.get(other, UNSEEN_CLASS)) for other in classes}
    total = lexicon().total
    first = {kind: max(UNSEEN_CLASS, start.get(kind, UNSEEN_CLASS)) for kind in classes}
    return Grammar(first, after, {kind: log(count / total) for kind, count in classes.items()})


def _file(name: str) -> Path:
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba")
    return Path(spec.submodule_search_locations[0]) / name
