"""A line of the screen, and the setting lines are made for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from policydiff_tui.typeset.cells import set_lines
from policydiff_tui.typeset.halves import SIGNS as CHANGES
from policydiff_tui.typeset.halves import Half

GUTTER_CELLS = 2
DIVIDER_CELLS = 1

OLD_SIGN, NEW_SIGN, BOTH_SIGN = "-", "+", "~"
"""In the gutter of a changed line, so that a change is seen without colour."""


class Arrangement(StrEnum):
    """Where the two texts stand: side by side, one above the other, or woven into one column."""

    BESIDE = "beside"
    STACKED = "stacked"
    MERGED = "merged"


class Kind(StrEnum):
    """What a line is for. HEAD names the sections; TEXT shows them; FOLD stands for characters left out, ROWS for rows
    of a table left out; TABLE begins a table; NOTE, over the whole width, says what was found; GAP is empty."""

    HEAD = "head"
    TEXT = "text"
    FOLD = "fold"
    ROWS = "rows"
    NOTE = "note"
    TABLE = "table"
    GAP = "gap"


class Piece(NamedTuple):
    """A line's part of a half."""

    half: Half
    start: int
    end: int

    @property
    def text(self) -> str:
        """What the line shows."""
        return self.half.text[self.start : self.end]

    def moves(self) -> set[int]:
        """The numbers of the moved passages that begin in this line."""
        return {s.move for s in self.half.spans if s.move is not None and self.start <= s.start < self.end}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen; ``signs`` stand in the gutters of its two columns: what happened to the text of the
    line, or in a head the sign of the row's relation."""

    kind: Kind
    left: Piece | None = None
    right: Piece | None = None
    signs: tuple[str, str] = ("", "")
    left_out: int = 0

    @property
    def changed(self) -> bool:
        """True where a gutter says that something differs."""
        return self.kind is Kind.TEXT and any(self.signs)


GAP = Line(Kind.GAP)


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set: the arrangement, the width of the view in cells, whether to fold unchanged stretches of
    changed rows, and whether marks get signs of their own."""

    arrangement: Arrangement
    width: int
    fold: bool = True
    signs: bool = False

    @property
    def column(self) -> int:
        """Cells of one column of text."""
        if self.arrangement is Arrangement.BESIDE:
            return max(4, (self.width - 2 * GUTTER_CELLS - DIVIDER_CELLS) // 2)
        return max(4, self.width - GUTTER_CELLS)


def pieces(half: Half, column: int) -> list[Piece]:
    """The half's text in lines of ``column`` cells."""
    return [Piece(half, start, end) for start, end in set_lines(half.text, column)]


def marked(piece: Piece) -> bool:
    """True where something in the line is marked as different."""
    return any(s.mark in CHANGES and s.start < piece.end and piece.start < s.end for s in piece.half.spans)
