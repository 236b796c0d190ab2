"""A headed block of a document: what a section is before its place in the tree and its texts are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from policydiff.outline.labels import Style

UNLABELLED_DEPTH = 50
"""Below every labelled level, so that headings without labels become children of the section they stand in."""


@dataclass(slots=True, kw_only=True)
class Block:
    """A heading with the text up to the next one.

    All numbers are offsets of the clean text: the block covers ``[start, end)``, its own text begins at ``text``.
    ``run_in`` tells that the heading is the first sentence of a paragraph. ``tail`` is the range of the own text
    behind the children; while blocks still stand in a row, that of the level above, behind this block.
    """

    start: int
    end: int
    text: int
    depth: int
    heading: str
    label: str = ""
    style: Style | None = None
    run_in: bool = False
    children: list[Block] = field(default_factory=list)
    tail: tuple[int, int] | None = None

    @property
    def reach(self) -> int:
        """Where the block ends with everything below it."""
        ends = [self.end, *(child.reach for child in self.children)]
        return max(ends if self.tail is None else [*ends, self.tail[1]])

    @property
    def last_leaf(self) -> Block:
        """The block that ends last among this one and those below it."""
        return self.children[-1].last_leaf if self.children else self
