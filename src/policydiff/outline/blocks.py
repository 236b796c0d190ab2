"""A document's text cut into headed blocks, in reading order: labelled sections, marked headings, run-in headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.outline import line_runins, runins, tails
from policydiff.outline.block import UNLABELLED_DEPTH, Block
from policydiff.outline.headings import heading_of
from policydiff.outline.labels import Style
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.marked import with_marked
from policydiff.outline.numbering import Accepted, Oddity
from policydiff.outline.scan import scan

_FEWEST_WITH_RUN_INS, _SHARE_WITH_RUN_INS = 2, 0.5
"""Sections of a style, and their share, that hold run-in headings where the style is known to hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Headed blocks, where the first begins, and the oddities of their numbering."""

    blocks: list[Block]
    first: int
    oddities: list[Oddity]


def blocks(manuscript: Manuscript, start: int, end: int, contents: Sequence[tuple[int, int]]) -> Blocks:
    """Blocks in ``[start, end)``; ``contents`` are ranges of a table of contents to pass over.

    Where a first reading shows that sections of a style hold headings without labels, a second one expects them.
    """
    accepted, oddities = scan(manuscript, start, end, contents=contents)
    found = _built(manuscript, accepted, start, end, eager=frozenset(), contents=contents)
    if eager := _styles_with_run_ins(found):
        found = _built(manuscript, accepted, start, end, eager=eager, contents=contents)
    return Blocks(blocks=found, first=found[0].start if found else end, oddities=oddities)


def _built(
    manuscript: Manuscript,
    accepted: Sequence[Accepted],
    start: int,
    end: int,
    *,
    eager: frozenset[Style],
    contents: Sequence[tuple[int, int]],
) -> list[Block]:
    stops = [*(a.label.start for a in accepted[1:]), end]
    found = [_labelled(manuscript, a, stop, a.label.style in eager) for a, stop in zip(accepted, stops, strict=False)]
    if not any(block.style is Style.ARTICLE for block in found):
        found = with_marked(manuscript, found, start, end, contents)
    elif found:
        found = with_marked(manuscript, [], start, found[0].start, contents) + found
    if not manuscript.is_stream:
        tails.cut(manuscript.text, found)
    return _with_run_ins(manuscript, found, eager)


def _styles_with_run_ins(found: Sequence[Block]) -> frozenset[Style]:
    total = Counter(block.style for block in found if block.style)
    held = Counter(block.style for block, child in pairwise(found) if block.style and child.style is None)
    return frozenset(
        style
        for style, times in held.items()
        if style and times >= _FEWEST_WITH_RUN_INS and times >= _SHARE_WITH_RUN_INS * total[style]
    )


def _labelled(manuscript: Manuscript, accepted: Accepted, stop: int, eager: bool) -> Block:
    label, text = accepted.label, manuscript.text
    heading = heading_of(manuscript, label.style, label.end, stop, eager=eager)
    stopped = manuscript.punctuated[heading.end : heading.end + 1] == "。" and heading.end < heading.text < stop
    return Block(
        start=label.start,
        end=stop,
        depth=accepted.depth,
        label=re.sub(r"\s", "", text[label.start : label.end]),
        heading=re.sub(r"\s*\n\s*", "", text[heading.start : heading.end]).strip(),
        text=heading.text,
        run_in=stopped and "\n" not in text[heading.end : heading.text + 1],
        style=label.style,
    )


def _with_run_ins(manuscript: Manuscript, found: Sequence[Block], eager: frozenset[Style]) -> list[Block]:
    """Blocks without children give up the paragraphs that have headings of their own."""
    result: list[Block] = []
    for block, following in zip(found, [*found[1:], None], strict=False):
        result.append(block)
        if following is None or following.depth <= block.depth:
            result += _split_off(manuscript, block, eager)
    return result


def _split_off(manuscript: Manuscript, block: Block, eager: frozenset[Style]) -> list[Block]:
    if block.style is Style.ARTICLE or block.depth == UNLABELLED_DEPTH:
        return []
    headings = _run_ins(manuscript, block, eager)
    stops = [*(heading.start for heading in headings[1:]), block.end]
    if headings:
        block.end = headings[0].start
    return [
        Block(
            start=heading.start,
            end=stop,
            depth=UNLABELLED_DEPTH,
            heading=line_runins.undashed(manuscript.text[heading.start : heading.end]).strip(),
            text=heading.text,
            run_in=True,
        )
        for heading, stop in zip(headings, stops, strict=False)
    ]


def _run_ins(manuscript: Manuscript, block: Block, eager: frozenset[Style]) -> list[runins.RunIn]:
    if not manuscript.is_stream:
        return line_runins.find(manuscript.text, block.text, block.end)
    if not runins.may_hold_run_ins(block.heading, run_in=block.run_in):
        return []
    return runins.find(manuscript.punctuated, block.text, block.end, eager=block.style in eager)
