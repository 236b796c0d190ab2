"""Numbering decoded as a chain: which of the labels offered, one after the other, are section labels.

A label counts where its number follows the last one of its level, begins at one under a new parent, or runs on
through the document. Restarted, repeated and skipped numbers are lived with where the place speaks for a heading,
and listed.
"""

from __future__ import annotations

from typing import NamedTuple

from policydiff.outline.labels import Label, Style

LAW_STYLES = frozenset({Style.PART, Style.CHAPTER, Style.SUBCHAPTER, Style.ARTICLE})

MARKED, BEHIND_SENTENCE, ANYWHERE = 3, 2, 1
"""How much a label's place speaks for a heading: marked or at a line's start; after a sentence; elsewhere."""


class Oddity(NamedTuple):
    """A number out of order that was accepted: ``code`` is label_repeated, label_restarted or label_skipped."""

    code: str
    label: Label
    expected: int


class Accepted(NamedTuple):
    """A section label with its depth in the tree (1 is the topmost)."""

    label: Label
    depth: int


class Chain:
    """The labels accepted so far. Open levels are the last label of each, from the topmost down."""

    def __init__(self) -> None:
        self.accepted: list[Accepted] = []
        self.oddities: list[Oddity] = []
        self._levels: list[Label] = []
        self._last: dict[Style, int] = {}

    def offer(self, label: Label, strength: int) -> None:
        """Accept ``label`` where the chain allows it; ``strength`` is what its place speaks for a heading."""
        level = next((i for i, last in enumerate(self._levels) if last.style is label.style), None)
        if level is None:
            self._open(label, strength)
        elif _follows(label, self._levels[level]):
            self._accept(label, level)
        else:
            self._accept_odd(label, level, strength)

    def _open(self, label: Label, strength: int) -> None:
        """The first label of a level: it counts from one, or runs on from where its style stopped."""
        last = self._last.get(label.style, 0)
        first_seen = label.style not in self._last and strength >= BEHIND_SENTENCE
        if label.value not in (1, last + 1) and not first_seen:
            if strength < MARKED or label.value <= last:
                return
            self.oddities.append(Oddity("label_skipped", label, last + 1))
        self._accept(label, next((i for i, above in enumerate(self._levels) if above.style > label.style), None))

    def _accept_odd(self, label: Label, level: int, strength: int) -> None:
        last = self._levels[level]
        inside_lower = strength == BEHIND_SENTENCE and label.value == 1 and len(self._levels) > level + 1
        code = _oddity(label, last, strength) if strength >= MARKED or inside_lower else None
        if code is not None:
            self.oddities.append(Oddity(code, label, last.value + 1))
            self._accept(label, level)

    def _accept(self, label: Label, level: int | None) -> None:
        """Put ``label`` at an open level, closing those below it, or below all of them."""
        if level is not None:
            del self._levels[level:]
        self._levels.append(label)
        self._last[label.style] = label.value
        self.accepted.append(Accepted(label, len(self._levels)))


def _follows(label: Label, last: Label) -> bool:
    """第三条 after 第二条, 第三条之一 after 第三条."""
    branches = label.value == last.value and label.branch == last.branch + 1
    return label.value == last.value + 1 or branches


def _oddity(label: Label, last: Label, strength: int) -> str | None:
    """What is odd about ``label`` behind ``last``; None where it is too odd to be one."""
    if label.value == last.value and strength >= MARKED:
        return "label_repeated"
    if label.value == 1:
        return "label_restarted"
    if label.value > last.value:
        return "label_skipped"
    return "label_restarted" if label.style in LAW_STYLES else None
