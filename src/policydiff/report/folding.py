"""Edits as two columns of rows: what stands level, and what may be left out.

Invariant: without folding, the left halves of the rows, joined, are the old text, and the right halves the new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from policydiff.model import Edit, EditKind
from policydiff.synopsis.marks import Mark, mark_of

CONTEXT_CHARACTERS = 12
"""What is at least kept of an unchanged run beside a change."""

CONTEXT_LIMIT_CHARACTERS = 36
"""The context reaches on to the next stop, but no farther than this."""

FOLDED_CHARACTERS = 16
"""A run is only folded where that leaves out so much; else the fold takes more room than the text."""

PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")

PARAGRAPH_ENDS, STOPS, PAUSES = frozenset("\n"), frozenset("，。；：！？,;:!?"), frozenset("、 ")
"""Where context may end, the best first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one side's text with its mark and the number of its move."""

    text: str
    mark: Mark
    move: int | None = None


@dataclass(slots=True)
class Row:
    """What stands side by side; ``left_out`` characters were folded away where both halves are empty."""

    left: list[Stretch] = field(default_factory=list)
    right: list[Stretch] = field(default_factory=list)
    left_out: int = 0


def rows(edits: Sequence[Edit], *, fold: bool) -> list[Row]:
    """``edits`` in rows that start level: at paragraphs both sides share, and after folds."""
    result = [Row()]
    for index, edit in enumerate(edits):
        if edit.kind is not EditKind.EQUAL:
            half = result[-1].left if edit.kind is EditKind.DELETE else result[-1].right
            half.append(Stretch(edit.text, mark_of(edit), edit.move))
            continue
        if _at_line_start(result[-1].left) and _at_line_start(result[-1].right):
            result.append(Row())
        ends = index == 0, index == len(edits) - 1
        halves = [_kept(text, *ends) if fold else None for text in (edit.old, edit.new)]
        if halves[0] is None or halves[1] is None:
            _add_equal(result, edit.old, edit.new)
            continue
        _add_equal(result, halves[0].head, halves[1].head)
        result += [Row(left_out=halves[0].left_out), Row()]
        _add_equal(result, halves[0].tail, halves[1].tail)
    return [row for row in result if row.left or row.right or row.left_out]


def _at_line_start(half: Sequence[Stretch]) -> bool:
    return not half or half[-1].text.endswith("\n")


def _add_equal(result: list[Row], old: str, new: str) -> None:
    """Add text both sides share, a row a paragraph where they have the same paragraphs."""
    level = old.count("\n") == new.count("\n")
    pairs = zip_longest(PARAGRAPH.findall(old), PARAGRAPH.findall(new), fillvalue="") if level else [(old, new)]
    for left, right in pairs:
        result[-1].left += [Stretch(left, Mark.PLAIN)] * bool(left)
        result[-1].right += [Stretch(right, Mark.PLAIN)] * bool(right)
        if level and left.endswith("\n"):
            result.append(Row())


class Kept(NamedTuple):
    """What stays of an unchanged run when ``left_out`` characters in its middle (blanks apart) do not."""

    head: str
    tail: str
    left_out: int


def _kept(text: str, first: bool, last: bool) -> Kept | None:
    """The context beside the changes before and after ``text``; None where folding is not worth it."""
    head = 0 if first else _context(text, 1)
    tail = 0 if last else _context(text, -1)
    middle = "".join(text[head : len(text) - tail].split())
    if len(middle) < FOLDED_CHARACTERS:
        return None
    return Kept(text[:head], text[len(text) - tail :], len(middle))


def _context(text: str, step: int) -> int:
    """How many characters to keep at the start of ``text`` (step 1) or its end (-1).

    To the end of the paragraph if that is near; else some characters, and on to the next stop.
    """
    window = text[:CONTEXT_LIMIT_CHARACTERS] if step > 0 else text[-CONTEXT_LIMIT_CHARACTERS:][::-1]
    for stops, least in ((PARAGRAPH_ENDS, 0), (STOPS, CONTEXT_CHARACTERS), (PAUSES, CONTEXT_CHARACTERS)):
        for place in range(least, len(window)):
            if window[place] in stops:
                return place + 1 if step > 0 else place
    return min(len(text), CONTEXT_CHARACTERS)
