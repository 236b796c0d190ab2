"""A similarity matrix as numbers with shading; wide ones are drawn in blocks of columns.

Shading uses characters (░ ▒ ▓ █), so it is there without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Matrix
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table
    from rich.text import Text

SHADES = ((0.8, "█", "bold red"), (0.6, "▓", "yellow"), (0.4, "▒", "green"), (0.2, "░", ""), (0.0, " ", "dim"))
"""Lower bound, character and style of each shade."""

CELL_COLUMNS = 4
"""A shade and up to two digits, and a blank."""

LABEL_COLUMNS = 30
"""The widest a row's title may be where columns are many."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Draws a `Matrix` in hundredths."""

    matrix: Matrix

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The blocks that fit the width, and the legend."""
        count = len(self.matrix.labels)
        digits = len(str(count))
        label = min(LABEL_COLUMNS, max(8, options.max_width // 3))
        width = max(CELL_COLUMNS, digits + 1)
        fitting = max(1, (options.max_width - label - digits - 2) // width)
        for first in range(0, count, fitting):
            yield self._block(first, min(first + fitting, count), label, width)
            yield ""
        yield safe(self.legend(), "dim")

    def legend(self) -> str:
        """What the shades mean, and what was measured."""
        shades = "  ".join(f"{shade if shade.strip() else '·'} ≥ {bound:.1f}" for bound, shade, _style in SHADES[:-1])
        return _("Similarity in hundredths ({measure}): {shades}").format(measure=self.matrix.measure, shades=shades)

    def _block(self, first: int, last: int, label: int, width: int) -> Table:
        from rich.table import Table

        table = Table.grid()
        table.add_column(justify="right", no_wrap=True, style="dim")
        table.add_column(width=label + 2, no_wrap=True, overflow="ellipsis")
        for _column in range(first, last):
            table.add_column(width=width, justify="right", no_wrap=True)
        table.add_row("", "", *(safe(str(number + 1), "dim") for number in range(first, last)))
        for number, row in enumerate(self.matrix.values):
            name = safe(f" {self.matrix.labels[number].title}")
            table.add_row(str(number + 1), name, *self._cells(number, row[first:last], first))
        return table

    def _cells(self, number: int, values: tuple[float, ...], first: int) -> Iterator[Text]:
        from rich.text import Text

        for column, value in enumerate(values, first):
            if column == number:
                yield Text("──", style="dim")
            else:
                shade, style = next((shade, style) for bound, shade, style in SHADES if value >= bound)
                yield Text(f"{shade}{min(round(value * 100), 99):2d}", style=style)
