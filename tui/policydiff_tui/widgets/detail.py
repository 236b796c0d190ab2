"""The bar of what is known about the row under the cursor."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from rich.text import Text
from textual.widget import Widget

from policydiff_tui.desk.facts import Fact
from policydiff_tui.typeset.cells import clip


class DetailBar(Widget):
    """Draws facts, a line for each of their groups; its height is fixed, so that no cursor movement costs a layout."""

    DEFAULT_CSS = """
    DetailBar { height: 5; background: $surface; padding: 0 1; border-top: hkey $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Fact] = []

    def show(self, found: list[Fact]) -> None:
        """Draw these facts."""
        self._facts = sorted(found, key=attrgetter("line"))
        self.refresh()

    def render(self) -> Text:
        """As many groups as there are lines."""
        width = max(20, self.size.width)
        lines = [_line(list(group), width) for _name, group in groupby(self._facts, key=attrgetter("line"))]
        return Text("\n", no_wrap=True, overflow="ellipsis").join(lines[: self.size.height])


def _line(facts: list[Fact], width: int) -> Text:
    text = Text(no_wrap=True, overflow="ellipsis")
    for fact in facts:
        if text:
            text.append("   ")
        if fact.name:
            text.append(f"{fact.name} ", "dim")
        text.append(clip(fact.value, width), "" if fact.name else "bold")
    return text
