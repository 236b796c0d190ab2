"""Headings without labels that a format or bold print marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from policydiff.model import MarkedHeading
from policydiff.outline.block import UNLABELLED_DEPTH, Block
from policydiff.outline.labels import label_at
from policydiff.outline.manuscript import Manuscript

_EMPHASIS = frozenset("，、的和与；：）")
"""What follows words that are only stressed within a sentence."""
_PARAGRAPH_ENDS = frozenset("。；：\n”）")
_COLUMN = re.compile(r"序号|指标$")


def with_marked(
    manuscript: Manuscript, found: list[Block], start: int, end: int, contents: Sequence[tuple[int, int]]
) -> list[Block]:
    """``found`` with blocks for the marked headings in ``[start, end)`` that are none of its own.

    Those in the ranges of ``contents``, a table of contents, are passed over.
    """
    covered = {place for block in found for place in (block.start, *range(block.start, block.text))}
    openings = {block.text for block in found}
    added = [
        _block(manuscript, heading, end, labelled=bool(found))
        for heading in manuscript.headings_in(start, end)
        if heading.span.start not in covered
        and not any(first <= heading.span.start < last for first, last in contents)
        and _is_heading(manuscript, heading, start, end, openings)
    ]
    result = sorted(found + added, key=lambda block: block.start)
    for block, following in pairwise(result):
        block.end = min(block.end, following.start)
    return result


def _block(manuscript: Manuscript, heading: MarkedHeading, end: int, *, labelled: bool) -> Block:
    first, last = heading.span.start, heading.span.end
    return Block(
        start=first,
        end=end,
        text=_text_start(manuscript.text, last, end),
        depth=heading.depth if heading.depth and not labelled else UNLABELLED_DEPTH,
        heading=_title(manuscript.text, heading),
        run_in=manuscript.text[last : last + 1] == "。",
    )


def _is_heading(manuscript: Manuscript, heading: MarkedHeading, start: int, end: int, openings: set[int]) -> bool:
    """Not mere emphasis, no column of a table, no label; and something stands below it."""
    text = manuscript.text
    first, last = heading.span.start, heading.span.end
    if last > end or text[last : last + 1] in _EMPHASIS:
        return False
    before = text[start:first].rstrip(" \u3000")[-1:]
    if before and before not in _PARAGRAPH_ENDS and first not in openings:
        return False
    title = _title(text, heading)
    if not title or _COLUMN.match(title) or label_at(title):
        return False
    return heading.depth > 0 or _text_start(text, last, end) < end


def _title(text: str, heading: MarkedHeading) -> str:
    return text[heading.span.start : heading.span.end].strip().rstrip("。")


def _text_start(text: str, position: int, end: int) -> int:
    while position < end and text[position] in "。 \n":
        position += 1
    return position
