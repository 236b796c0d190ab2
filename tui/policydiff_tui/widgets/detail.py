"""The bar of what is known about the row under the cursor."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from rich.text import Text
from textual.widget import Widget

from policydiff_tui.desk.facts import Fact
from policydiff_tui.typeset.cells import cell_width, clip, shares


class DetailBar(Widget):
    """Draws facts, a line for each of their groups; its height is fixed, so that no cursor movement costs a layout."""

    DEFAULT_CSS = """
    DetailBar {
        height: 5; background: $surface; padding: 0 1; border-top: hkey $panel;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
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
    """The facts of a line; where they are too long together, each gets its share of the width."""
    names = [f"{fact.name} " if fact.name else "" for fact in facts]
    room = shares([cell_width(fact.value) for fact in facts], width - sum(map(cell_width, names)) - 3 * len(facts) + 3)
    text = Text(no_wrap=True, overflow="ellipsis")
    for name, fact, cells in zip(names, facts, room, strict=True):
        if text:
            text.append("   ")
        text.append(name, "dim")
        text.append(clip(fact.value, cells), "" if name else "bold")
    return text
