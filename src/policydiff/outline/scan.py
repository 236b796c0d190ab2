"""Which labels of a text are section labels: what looks like one, and how much its place speaks for a heading.

What remains in doubt is settled by the numbers: see `policydiff.outline.numbering`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from policydiff.outline import decimals
from policydiff.outline.labels import SENTENCE_REFERENCE, Label, Style, labels_in
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbering import ANYWHERE, BEHIND_SENTENCE, LAW_STYLES, MARKED, Accepted, Chain, Oddity

_PLAN_STYLES = frozenset(Style) - {Style.ARTICLE, Style.CIRCLED}
_FEWEST_ARTICLES = 4
"""From this many articles on a text is a law."""
_WITHIN_LINES = LAW_STYLES | {Style.COMMA, Style.PAREN}
"""Styles that may stand anywhere in a stream."""
_LONE_STYLES = frozenset({Style.ARABIC, Style.ARABIC_PAREN})
"""Styles of which a single label is part of a sentence."""

_SHORTEST_HEADING_CHARS, _LONGEST_HEADING_CHARS = 2, 40
_SENTENCE_ENDS = frozenset("。….；！？：!?;:”）)】》\n")
_CITED_ARTICLE = frozenset("第的和至、，项款规")
"""What follows an article's number that a line begins with only because the line was wrapped."""
_BEFORE_NUMBER = frozenset("、第十百零〇一二三四五六七八九0123456789-—件表图")
_BEFORE_PARENTHESIS = frozenset("第附表图款项条和及至或、")
"""What stands before a label that is part of a word: ``一、二、三产业``, ``附件1、``; ``第（一）项``."""


class _Candidate(NamedTuple):
    """A label, and how much its place speaks for a heading."""

    label: Label
    strength: int


def scan(
    manuscript: Manuscript, start: int, end: int, *, contents: Sequence[tuple[int, int]] = ()
) -> tuple[list[Accepted], list[Oddity]]:
    """Section labels in ``[start, end)`` with their depths, and the oddities of their numbering.

    ``contents`` are ranges of a table of contents to pass over.
    """
    candidates = [
        candidate
        for candidate in _candidates(manuscript, start, end)
        if not any(first <= candidate.label.start < last for first, last in contents)
    ]
    articles = sum(c.label.style is Style.ARTICLE and c.strength >= BEHIND_SENTENCE for c in candidates)
    styles = LAW_STYLES if articles >= _FEWEST_ARTICLES else _PLAN_STYLES
    chain = Chain()
    for label, strength in candidates:
        if label.style in styles:
            chain.offer(label, strength)
    return _without_lone(chain.accepted), chain.oddities


def _without_lone(accepted: list[Accepted]) -> list[Accepted]:
    """A lone ``1.`` or ``（1）`` is part of a sentence."""
    times = Counter(a.label.style for a in accepted)
    return [a for a in accepted if a.label.style not in _LONE_STYLES or times[a.label.style] > 1]


def _candidates(manuscript: Manuscript, start: int, end: int) -> list[_Candidate]:
    text = manuscript.text[start:end]
    counted = decimals.labels(manuscript.text, start, end)
    taken = {label.start for label in counted}
    found: list[_Candidate] = []
    for label in labels_in(text):
        if label.start + start in taken:
            continue
        shifted = label._replace(start=label.start + start, end=label.end + start)
        strength = _strength(manuscript, shifted, start)
        if strength == ANYWHERE and found and _is_heading(text[found[-1].label.end - start : label.start]):
            strength = BEHIND_SENTENCE
        if strength:
            found.append(_Candidate(shifted, strength))
    found += [_Candidate(label, MARKED) for label in counted]
    return sorted(found, key=lambda candidate: candidate.label.start)


def _strength(manuscript: Manuscript, label: Label, start: int) -> int:
    """What the label's place speaks for a heading; 0 where it cannot be one."""
    if manuscript.is_marked(label.start):
        return MARKED
    text = manuscript.text
    before = text[label.start - 1] if label.start > start else "\n"
    cited = bool(SENTENCE_REFERENCE.match(text[label.end : label.end + 6]))
    if before == "\n":
        wrapped = cited and label.style is Style.ARTICLE and text[label.end] in _CITED_ARTICLE
        return 0 if wrapped else MARKED
    if not manuscript.is_stream or cited or _is_part_of_word(label, before):
        return 0
    if before in _SENTENCE_ENDS:
        return BEHIND_SENTENCE
    return ANYWHERE if label.style in _WITHIN_LINES else 0


def _is_heading(between: str) -> bool:
    """Nothing but a heading stands between two labels: 二、总体要求（三）主要目标."""
    fits = _SHORTEST_HEADING_CHARS <= len(between) <= _LONGEST_HEADING_CHARS
    return fits and not re.search("[。；：！？]", between)


def _is_part_of_word(label: Label, before: str) -> bool:
    if label.style in (Style.COMMA, Style.ARABIC):
        return before in _BEFORE_NUMBER
    return before in _BEFORE_PARENTHESIS
