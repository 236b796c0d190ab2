"""Paragraphs behind the last of several siblings that belong to the level above, where the text has its line breaks.

In a stream they are told by their words: see `policydiff.outline.closings`.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.outline.block import Block
from policydiff.outline.labels import Style

_FEWEST_SIBLINGS = 2


def cut(text: str, found: Sequence[Block]) -> None:
    """Where siblings have one paragraph each and the last has several, its others become the tail of what is above."""
    for index, block in enumerate(found):
        if not _is_last_sibling(found, index) or not _uniform(text, _siblings_before(found, index)):
            continue
        first = text.find("\n", block.text, block.end)
        if block.run_in and first != -1 and text[first : block.end].strip():
            block.tail, block.end = (first + 1, block.end), first


def _is_last_sibling(found: Sequence[Block], index: int) -> bool:
    """Below a labelled section, with a section of a higher level or nothing behind it."""
    block = found[index]
    if block.style is None or block.style <= Style.ARTICLE:
        return False
    return index + 1 == len(found) or found[index + 1].depth < block.depth


def _siblings_before(found: Sequence[Block], index: int) -> list[Block]:
    """The siblings before a block; none where any of them has children."""
    siblings: list[Block] = []
    for block in reversed(found[:index]):
        if block.depth < found[index].depth:
            break
        if block.depth > found[index].depth:
            return []
        siblings.append(block)
    return siblings


def _uniform(text: str, siblings: Sequence[Block]) -> bool:
    """Each has a run-in heading and a single paragraph."""
    return len(siblings) >= _FEWEST_SIBLINGS and all(
        sibling.run_in and _paragraphs(text, sibling) == 1 for sibling in siblings
    )


def _paragraphs(text: str, block: Block) -> int:
    return sum(1 for line in text[block.text : block.end].split("\n") if line.strip())
