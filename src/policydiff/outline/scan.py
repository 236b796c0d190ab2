"""Which labels of a text are section labels: candidates, and the chain of numbers that only real ones form.

Numbering is decoded as a chain: a label counts where its number follows the last one of its style, begins at one
under a new parent, or runs on through the document. Restarted, repeated and skipped numbers are lived with where the
place speaks for a heading, and listed as problems.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from policydiff.outline.labels import SENTENCE_REFERENCE, Label, Style, labels_in
from policydiff.outline.manuscript import Manuscript

LAW_STYLES = frozenset({Style.PART, Style.CHAPTER, Style.SUBCHAPTER, Style.ARTICLE})
PLAN_STYLES = frozenset(Style) - {Style.ARTICLE, Style.CIRCLED}
_FEWEST_ARTICLES = 4
"""From this many articles on a text is a law."""

_LONGEST_HEADING_CHARS = 40
_SENTENCE_ENDS = "。….；！？：!?;:”）)】》\n"


class Candidate(NamedTuple):
    """A label and how much its place speaks for a heading: 3 marked or at a line's start, 2 after a sentence, 1 else."""

    label: Label
    strength: int


class Oddity(NamedTuple):
    """A number out of order that was accepted: ``code`` is label_repeated, label_restarted or label_skipped."""

    code: str
    label: Label
    expected: int


class Accepted(NamedTuple):
    """A section label with its depth in the tree (1 is the topmost)."""

    label: Label
    depth: int


@dataclass(slots=True)
class _Chain:
    """The open levels, and the last number of every style."""

    levels: list[list[int]] = field(default_factory=list)  # [style, value, branch]
    last: dict[Style, int] = field(default_factory=dict)
    accepted: list[Accepted] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)

    def offer(self, candidate: Candidate) -> None:
        label, strength = candidate
        open_at = next((i for i, level in enumerate(self.levels) if level[0] == label.style), None)
        if open_at is None:
            self._new_level(label, strength)
            return
        value, branch = self.levels[open_at][1:]
        follows = label.value == value + 1 or (label.value == value and label.branch == branch + 1 and label.branch > 0)
        if follows:
            self._accept(label, open_at)
        elif strength >= 3 or (strength == 2 and label.value == 1 and len(self.levels) > open_at + 1):
            self._accept_odd(label, open_at, value, strength)

    def _accept_odd(self, label: Label, open_at: int, value: int, strength: int) -> None:
        if label.value == value and strength >= 3:
            code = "label_repeated"
        elif label.value == 1:
            code = "label_restarted"
        elif value < label.value <= value + 3 or (strength >= 3 and label.value > value):
            code = "label_skipped"
        elif strength >= 3 and label.style in LAW_STYLES:
            code = "label_restarted"
        else:
            return
        self.oddities.append(Oddity(code, label, value + 1))
        self._accept(label, open_at)

    def _new_level(self, label: Label, strength: int) -> None:
        runs_on = self.last.get(label.style, 0) + 1 == label.value
        first_seen = label.style not in self.last and strength >= 2
        if label.value == 1 or runs_on or first_seen:
            depth = next((i for i, level in enumerate(self.levels) if level[0] > label.style), len(self.levels))
            self._accept(label, depth)
        elif strength >= 3 and label.value > self.last.get(label.style, 0):
            self.oddities.append(Oddity("label_skipped", label, self.last.get(label.style, 0) + 1))
            depth = next((i for i, level in enumerate(self.levels) if level[0] > label.style), len(self.levels))
            self._accept(label, depth)

    def _accept(self, label: Label, level: int) -> None:
        del self.levels[level:]
        self.levels.append([label.style, label.value, label.branch])
        self.last[label.style] = label.value
        self.accepted.append(Accepted(label, level + 1))


def scan(
    manuscript: Manuscript, start: int, end: int, *, contents: Sequence[tuple[int, int]] = ()
) -> tuple[list[Accepted], list[Oddity]]:
    """Section labels in ``[start, end)`` with their depths, and the oddities of their numbering; ``contents`` are ranges
    of a table of contents to pass over."""
    candidates = [
        c for c in _candidates(manuscript, start, end) if not any(x <= c.label.start < y for x, y in contents)
    ]
    articles = sum(c.label.style is Style.ARTICLE and c.strength >= 2 for c in candidates)
    styles = LAW_STYLES if articles >= _FEWEST_ARTICLES else PLAN_STYLES
    chain = _Chain()
    for candidate in candidates:
        if candidate.label.style in styles:
            chain.offer(candidate)
    return _without_singles(chain.accepted), chain.oddities


def _without_singles(accepted: list[Accepted]) -> list[Accepted]:
    """A lone ``1.`` or ``（1）`` among siblings is part of a sentence."""
    counts: dict[Style, int] = {}
    for a in accepted:
        counts[a.label.style] = counts.get(a.label.style, 0) + 1
    minor = {style for style in (Style.ARABIC, Style.ARABIC_PAREN) if counts.get(style, 0) < 2}
    return [a for a in accepted if a.label.style not in minor]


def _candidates(manuscript: Manuscript, start: int, end: int) -> list[Candidate]:
    text = manuscript.text[start:end]
    stream = manuscript.is_stream
    found = []
    for label in labels_in(text):
        shifted = label._replace(start=label.start + start, end=label.end + start)
        strength = _strength(manuscript, shifted, start, stream)
        if strength == 1 and found and _behind_heading(text[found[-1].label.end - start : label.start]):
            strength = 2
        if strength:
            found.append(Candidate(shifted, strength))
    return found


def _strength(manuscript: Manuscript, label: Label, start: int, stream: bool) -> int:
    text = manuscript.text
    if manuscript.heading_near(label.start, slack=0):
        return 3
    before = text[label.start - 1] if label.start > start else "\n"
    cited = bool(SENTENCE_REFERENCE.match(text[label.end : label.end + 4]))
    if before == "\n":
        return 0 if cited and label.style is Style.ARTICLE and text[label.end] in "第的和至、，项款规" else 3
    if not stream or cited or _part_of_word(label, before):
        return 0
    if before in _SENTENCE_ENDS:
        return 2
    return (
        1
        if label.style in (Style.COMMA, Style.PAREN, Style.CHAPTER, Style.SUBCHAPTER, Style.PART, Style.ARTICLE)
        else 0
    )


def _behind_heading(between: str) -> bool:
    """Nothing but a heading stands between two labels: 二、总体要求（三）主要目标."""
    return 2 <= len(between) <= _LONGEST_HEADING_CHARS and not re.search("[。；：！？]", between)


def _part_of_word(label: Label, before: str) -> bool:
    """``一、二、三产业``, ``第（一）项``, ``附件1、``."""
    if label.style in (Style.COMMA, Style.ARABIC):
        return before in "、第十百零〇一二三四五六七八九0123456789-—件表图"
    return before in "第附表图款项条和及至或、"
