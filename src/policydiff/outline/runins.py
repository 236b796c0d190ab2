"""Run-in headings without labels: ``统筹城市感知体系。建立全市感知终端…``.

A short sentence opens a paragraph and names its subject. In a stream, where paragraphs are lost, such sentences are
told from ordinary short ones by the whole: each must be taken up by the text behind it, paragraphs have usual
lengths, and siblings are built alike. The best division is found by dynamic programming.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from policydiff.outline.manuscript import FILLER

_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+")
_TITLES_OF_LISTS = re.compile("原则|目标|要求|思路|定位|理念|任务")
_FORBIDDEN = re.compile(r"[、；：:;！？（(0-9]|^[“‘《]")
_FEWEST_CHARS, _LONGEST_CHARS = 4, 20
_PARAGRAPH_CHARS, _PARAGRAPH_SPREAD = 130.0, 0.55
"""Median length of a paragraph in plans (seed and State Council texts) and the deviation of its logarithm."""
_SHORTEST_PARAGRAPH_CHARS = 30
_BASE = -1.0
_TAKEN_UP = 3.2
_IDIOMS = 2.6
_ALIKE = 0.8
_NAME_COST = 1.0
_NAMES = re.compile("大湾区|长三角|京津冀|黄河|长江|自贸|[A-Za-z]")
"""What is named in particular stands in sentences, not in headings."""
_ACCEPTED, _ACCEPTED_AMONG_SIBLINGS = -0.6, -1.6
"""Total from which on a division is believed."""
_PARTICLE_COST = 0.8


class RunIn(NamedTuple):
    """A heading ``[start, end)`` without its full stop; its text begins at ``text``."""

    start: int
    end: int
    text: int


class _Sentence(NamedTuple):
    start: int
    stop: int
    end: int
    bare: str
    taken_up: str


def _sentence(start: int, text: str) -> _Sentence:
    printed = text.rstrip("。\n")
    bare = printed.replace(FILLER, "")
    return _Sentence(start, start + len(printed), start + len(text), bare, _content(bare))


def may_hold_run_ins(heading: str, *, run_in: bool) -> bool:
    """A section whose own heading is run in holds further ones only under 基本原则, 主要目标 and the like."""
    return not run_in or bool(_TITLES_OF_LISTS.search(heading))


def find(text: str, start: int, end: int, *, eager: bool = False) -> list[RunIn]:
    """The run-in headings in ``[start, end)`` of a stream; ``eager`` where sibling sections are known to have such."""
    sentences = [_sentence(start + m.start(), m[0]) for m in _SENTENCE.finditer(text[start:end])]
    return [
        RunIn(s.start, s.stop, s.end)
        for s in (sentences[i] for i in _best_division(sentences, _ACCEPTED_AMONG_SIBLINGS if eager else _ACCEPTED))
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


def _content(sentence: str) -> str:
    """The sentence without its opening verb and without quotes."""
    return re.sub("[“”‘’，]", "", sentence)[2:]


def _best_division(sentences: list[_Sentence], accepted: float) -> list[int]:
    """Indices of the headings with the highest total (dynamic programming from the end)."""
    count = len(sentences)
    places = [i for i, s in enumerate(sentences[:-1]) if looks_like_one(s.bare)]
    best: dict[int, tuple[float, int | None]] = {}
    for i in reversed(places):
        options: list[tuple[float, int | None]] = [(_paragraph(sentences, i, count), None)]
        options += [
            (_paragraph(sentences, i, j) + best[j][0] + _alike(sentences[i].bare, sentences[j].bare), j)
            for j in places
            if j > i + 1 and j in best
        ]
        best[i] = max(options, key=lambda option: option[0])
    first = _opening(sentences, places)
    if first is None:
        return []
    total, following = max(
        (
            (_paragraph(sentences, first, j) + best[j][0] + _alike(sentences[first].bare, sentences[j].bare), j)
            for j in places
            if j > first + 1
        ),
        default=(-math.inf, None),
    )
    if total <= accepted:
        return [first] if _stands_alone(sentences, first) else []
    chosen = [first]
    while following is not None:
        chosen.append(following)
        following = best[following][1]
    return chosen


def _stands_alone(sentences: list[_Sentence], first: int) -> bool:
    """One heading alone is believed where it opens the text and the text takes up most of it."""
    body = "".join(s.bare for s in sentences[1:])
    return (
        first == 0
        and _share_in(sentences[0].taken_up, body) >= 0.5
        and _paragraph(sentences, 0, len(sentences)) >= _ACCEPTED
    )


def _opening(sentences: list[_Sentence], places: list[int]) -> int | None:
    """The first heading opens the text, or follows an introduction of one or two sentences."""
    early = [i for i in places if i <= 2]
    if 0 in early:
        return 0
    return next((i for i in early if sum(len(s.bare) for s in sentences[:i]) >= _SHORTEST_PARAGRAPH_CHARS), None)


def _paragraph(sentences: list[_Sentence], i: int, j: int) -> float:
    """How well sentence ``i`` heads the sentences up to ``j``."""
    heading = sentences[i]
    body = "".join(s.bare for s in sentences[i + 1 : j])
    if len(body) < _SHORTEST_PARAGRAPH_CHARS:
        return -math.inf
    score = _BASE - ((math.log(len(body)) - math.log(_PARAGRAPH_CHARS)) / _PARAGRAPH_SPREAD) ** 2 / 2
    score += _TAKEN_UP * _share_in(heading.taken_up, body)
    if "，" in heading.bare:
        score += _IDIOMS
    score -= _NAME_COST * bool(_NAMES.search(heading.bare))
    return score - _PARTICLE_COST * len(re.findall("[的等将要以]", heading.bare))


def _share_in(content: str, body: str) -> float:
    """Share of the content's character pairs that the body takes up."""
    pairs = {content[k : k + 2] for k in range(len(content) - 1)}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _alike(a: str, b: str) -> float:
    """Siblings have the same length, open or end alike (便捷化, 精细化), and repeat the document's subject."""
    score = _ALIKE * (1 - min(1.0, abs(len(a) - len(b)) / 4))
    if a[-1] == b[-1] or a[:2] == b[:2] or ("，" in a and "，" in b):
        score += _ALIKE / 2
    shared = len({a[k : k + 2] for k in range(len(a) - 1)} & {b[k : k + 2] for k in range(len(b) - 1)})
    middle = len(set(a) & set(b))
    return score + _ALIKE / 4 * min(3, shared) + _ALIKE / 8 * min(3, middle)
