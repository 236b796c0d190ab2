"""A table with all rows of one width, and its texts as keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from policydiff.keys import key
from policydiff.model import Table


@dataclass(frozen=True)
class Grid:
    """``table`` seen as columns and rows; short rows are filled up with empty cells."""

    table: Table

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(len(self.table.header), *map(len, self.table.rows), 0, 0)

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return self._filled(self.table.header)

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells."""
        return tuple(map(self._filled, self.table.rows))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names as keys."""
        return tuple(map(key, self.header))

    @cached_property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """The cells as keys."""
        return tuple(tuple(map(key, row)) for row in self.rows)

    def column(self, index: int) -> tuple[str, ...]:
        """The keys of a column's cells."""
        return tuple(row[index] for row in self.keys)

    def _filled(self, row: tuple[str, ...]) -> tuple[str, ...]:
        return row + ("",) * (self.width - len(row))
