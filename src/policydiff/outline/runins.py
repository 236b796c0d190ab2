"""Run-in headings without labels: ``统筹城市感知体系。建立全市感知终端…``.

A short sentence opens a paragraph and names its subject. In a stream, where paragraphs are lost, such sentences are
told from ordinary short ones by the whole: see `policydiff.outline.divisions`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.outline.divisions import Division
from policydiff.outline.manuscript import FILLER

_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+")
_TITLES_OF_LISTS = re.compile("原则|目标|要求|思路|定位|理念|任务")
_FORBIDDEN = re.compile(r"[、；：:;！？（(0-9]|^[“‘《]")
_FEWEST_CHARS, _LONGEST_CHARS = 4, 20


class RunIn(NamedTuple):
    """A heading ``[start, end)`` without its full stop; its text begins at ``text``."""

    start: int
    end: int
    text: int


def may_hold_run_ins(heading: str, *, run_in: bool) -> bool:
    """A section whose own heading is run in holds further ones only under 基本原则, 主要目标 and the like."""
    return not run_in or bool(_TITLES_OF_LISTS.search(heading))


def find(text: str, start: int, end: int, *, eager: bool = False) -> list[RunIn]:
    """The run-in headings in ``[start, end)`` of a stream; ``eager`` where sibling sections are known to have such."""
    found = list(_SENTENCE.finditer(text, start, end))
    printed = [m[0].rstrip("。\n") for m in found]
    sentences = [sentence.replace(FILLER, "") for sentence in printed]
    places = [place for place, sentence in enumerate(sentences) if looks_like_one(sentence)]
    return [
        RunIn(found[place].start(), found[place].start() + len(printed[place]), found[place].end())
        for place in Division(sentences, places).headings(eager=eager)
    ]


def looks_like_one(sentence: str) -> bool:
    """True for a short sentence that could be a heading."""
    if not _FEWEST_CHARS <= len(sentence) <= _LONGEST_CHARS or _FORBIDDEN.search(sentence):
        return False
    commas = sentence.count("，")
    return commas == 0 or (commas == 1 and _is_idiom_pair(sentence))


def _is_idiom_pair(sentence: str) -> bool:
    """因地制宜，科学有序: two halves of equal length, four characters as a rule."""
    first, _, second = sentence.partition("，")
    return len(first) == len(second) and 3 <= len(first) <= 6
