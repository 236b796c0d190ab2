"""The bar of what is known about the row under the cursor."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from rich.text import Text
from textual.widgets import Static

from policydiff_tui.desk.facts import Fact
from policydiff_tui.typeset.cells import clip

LOW_SCREEN_ROWS, LOW_SCREEN_LINES = 30, 2
"""On a low screen the texts need the room."""


class DetailBar(Static):
    """Draws facts, a line for each of their groups."""

    DEFAULT_CSS = """
    DetailBar { height: auto; max-height: 5; background: $surface; padding: 0 1; border-top: hkey $panel; }
    """

    def show(self, found: list[Fact]) -> None:
        """Draw these facts."""
        lines = []
        width = max(20, self.app.size.width - 2)
        for _line, group in groupby(sorted(found, key=attrgetter("line")), key=attrgetter("line")):
            text = Text(no_wrap=True, overflow="ellipsis")
            for fact in group:
                if text:
                    text.append("   ")
                if fact.name:
                    text.append(f"{fact.name} ", "dim")
                text.append(clip(fact.value, width), "bold" if not fact.name else "")
            lines.append(text)
        lines = lines[: LOW_SCREEN_LINES if self.app.size.height < LOW_SCREEN_ROWS else len(lines)]
        self.update(Text("\n", no_wrap=True, overflow="ellipsis").join(lines))
