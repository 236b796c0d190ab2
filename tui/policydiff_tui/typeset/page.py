"""All blocks of a view one below the other: which line stands where, and where the changes begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from policydiff_tui.typeset.line import Kind, Line


class Page:
    """The lines of consecutive blocks; ``tops`` are the line numbers at which blocks begin, and the total."""

    def __init__(self, blocks: Sequence[tuple[Line, ...]]) -> None:
        self.blocks = list(blocks)
        self.tops: list[int] = []
        self._stops: list[int] | None = None
        self._measure()

    def _measure(self) -> None:
        self.tops = list(accumulate((len(block) for block in self.blocks), initial=0))
        self._stops = None

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self.tops[-1]

    def replace(self, block: int, lines: tuple[Line, ...]) -> None:
        """Set other lines for a block."""
        self.blocks[block] = lines
        self._measure()

    def place(self, y: int) -> tuple[int, int] | None:
        """Block and line within it of line ``y``; None outside the page."""
        if not 0 <= y < self.height:
            return None
        block = bisect_right(self.tops, y) - 1
        return block, y - self.tops[block]

    def line(self, y: int) -> Line | None:
        """Line ``y``."""
        place = self.place(y)
        return None if place is None else self.blocks[place[0]][place[1]]

    @property
    def stops(self) -> list[int]:
        """Where each run of changed lines begins, block by block."""
        if self._stops is None:
            self._stops = [
                top + n
                for top, lines in zip(self.tops, self.blocks, strict=False)
                for n, line in enumerate(lines)
                if line.changed and (n == 0 or not _runs_on(lines[n - 1]))
            ]
        return self._stops

    def stops_of(self, block: int) -> list[int]:
        """The stops within ``block``."""
        low, high = self.tops[block], self.tops[block + 1]
        return self.stops[bisect_left(self.stops, low) : bisect_left(self.stops, high)]


def _runs_on(line: Line) -> bool:
    return line.changed and line.kind is Kind.TEXT
