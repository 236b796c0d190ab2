"""Shown while the comparison is computed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, LoadingIndicator


class WaitingScreen(Screen[None]):
    """A sign of life."""

    def compose(self) -> ComposeResult:
        """An indicator and the keys."""
        yield LoadingIndicator()
        yield Footer()
