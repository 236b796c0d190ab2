"""One side of a row: where it comes from, and its text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Passage(VerticalScroll):
    """A heading and a text that scrolls."""

    DEFAULT_CSS = """
    Passage {
        border: round $panel;
        padding: 0 1;
        &:focus { border: round $accent; }
    }
    """

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(classes="text")

    def show(self, heading: Content, text: Content) -> None:
        """Replace heading and text, from the top."""
        self.border_title = heading
        self.query_one(Static).update(text)
        self.scroll_home(animate=False)
