"""The aligned outline: one line per row of the comparison."""

from __future__ import annotations

from typing import NamedTuple

from policydiff.model import Pair, Relation
from policydiff_tui.typeset.signs import SIGNS
from policydiff_tui.widgets.linelist import LineList, Part

BAR_CELLS = 4
WIDE_CELLS = 36
"""From this width on the confidence is shown as a number too."""


class OutlineItem(NamedTuple):
    """A row, its title, its depth in the tree, whether it is to be checked, whether it is marked."""

    pair: Pair
    title: str
    depth: int
    check: bool
    marked: bool


class Outline(LineList):
    """Draws items; what they say is decided elsewhere."""

    DEFAULT_CSS = """
    Outline { border-right: vkey $panel; }
    """

    def show(self, items: list[OutlineItem], cursor: int) -> None:
        """Draw these items."""
        self._items = items
        self.renew(len(items), cursor)

    def parts(self, index: int, width: int) -> list[Part]:
        """Sign, marks, similarity, confidence, title."""
        pair, title, depth, check, marked = self._items[index]
        sign, style = SIGNS[pair.relation]
        both = bool(pair.old and pair.new)
        pinned = "◆" if pair.pinned else "?" if check else " "
        moved = "↷" if pair.moved else "№" if pair.renumbered else " "
        parts: list[Part] = [
            (sign, style),
            (moved, "accent"),
            (pinned, "good" if pair.pinned else "warn"),
            ("★" if marked else "※" if pair.notes else " ", "warn"),
        ]
        if width >= WIDE_CELLS:
            parts += bar(pair.similarity) if both else [(" " * BAR_CELLS, "")]
            parts += [(f" {pair.confidence:4.0%} " if both else "      ", "dim")]
        indent = "  " if width >= WIDE_CELLS else " "
        parts.append((indent * depth + title, "dim" if pair.relation is Relation.UNCHANGED else ""))
        return parts


def bar(share: float) -> list[Part]:
    """A share of one as a line of `BAR_CELLS`, drawn thick so far, in half cells; thin is what is missing."""
    halves = round(max(0.0, min(1.0, share)) * BAR_CELLS * 2)
    thick = "━" * (halves // 2) + ("╸" if halves % 2 else "")
    return [(thick, "accent"), ("─" * (BAR_CELLS - len(thick)), "dim")]
