"""Pieces the views share: safe text, facts in two columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from policydiff.synopsis.printable import ONE_LINE, printable

if TYPE_CHECKING:
    from rich.style import StyleType
    from rich.table import Table
    from rich.text import Text


def safe(text: str, style: StyleType = "") -> Text:
    """Text of a document for a terminal: one line, no control characters, no markup."""
    from rich.text import Text

    return Text(printable(text.translate(ONE_LINE)), style=style)


def facts(rows: Iterable[tuple[str, str | None]]) -> Table:
    """Names and values in two columns; rows without a value are left out."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for name, value in rows:
        if value:
            grid.add_row(name, safe(value))
    return grid
