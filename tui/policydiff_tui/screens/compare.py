"""One comparison: the aligned outline on the left, the two texts of the chosen row on the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Header, OptionList

from policydiff.model import Comparison, Relation
from policydiff_tui.drawing import heading, mode_name, passage, row
from policydiff_tui.widgets.passage import Passage

WIDE_COLUMNS = 110
"""From this width on the two texts stand side by side."""


class CompareScreen(Screen[None]):
    """Shows a `Comparison`; the outline's cursor decides which row's texts are seen."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_COLUMNS, "-wide")]  # noqa: RUF012 - so declared by Screen

    DEFAULT_CSS = """
    CompareScreen {
        #outline { width: 2fr; height: 1fr; }
        #texts { width: 3fr; height: 1fr; layout: vertical; }
        Passage { width: 1fr; height: 1fr; }
        &.-wide #texts { layout: horizontal; }
    }
    """

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison
        self.sub_title = mode_name(comparison.mode)

    def compose(self) -> ComposeResult:
        """Outline, texts, keys."""
        yield Header()
        with Horizontal():
            yield OptionList(*(row(self.comparison, pair) for pair in self.comparison.pairs), id="outline")
            with Container(id="texts"):
                yield Passage(id="old")
                yield Passage(id="new")
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the first change."""
        outline = self.query_one("#outline", OptionList)
        outline.focus()
        changes = self.changes()
        if self.comparison.pairs:
            outline.highlighted = changes[0] if changes else 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the texts of the row under the cursor."""
        pair = self.comparison.pairs[event.option_index]
        old, new = self.query_one("#old", Passage), self.query_one("#new", Passage)
        old.show(heading(self.comparison.old, pair.old), passage(pair, new=False))
        new.show(heading(self.comparison.new, pair.new), passage(pair, new=True))

    def changes(self) -> Sequence[int]:
        """The rows that are not unchanged."""
        return [
            i for i, pair in enumerate(self.comparison.pairs) if pair.relation is not Relation.UNCHANGED or pair.moved
        ]

    def action_next_change(self) -> None:
        """Go to the next changed row, from the last to the first."""
        self._go(forward=True)

    def action_previous_change(self) -> None:
        """Go to the changed row before, from the first to the last."""
        self._go(forward=False)

    def _go(self, *, forward: bool) -> None:
        outline, changes = self.query_one("#outline", OptionList), self.changes()
        if not changes:
            self.app.bell()
            return
        here = -1 if outline.highlighted is None else outline.highlighted
        if forward:
            target = next((i for i in changes if i > here), changes[0])
        else:
            target = next((i for i in reversed(changes) if i < here), changes[-1])
        outline.highlighted = target
