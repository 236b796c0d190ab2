"""What all views share that draw their lines on demand: the style of an empty cell, asked for once."""

from __future__ import annotations

from rich.style import Style
from textual.scroll_view import ScrollView


class LinedView(ScrollView, can_focus=True):
    """Keeps the style its lines begin with; working it out anew for each line was a sixth of a page's time."""

    _base: Style | None = None

    @property
    def base(self) -> Style:
        """The style of an empty cell."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Another theme, or another focus."""
        self._base = None
        super().notify_style_update()
