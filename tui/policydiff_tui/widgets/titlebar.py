"""The first lines of a screen: where one is, and what is being done."""

from __future__ import annotations

from rich.text import Text
from textual.widget import Widget

from policydiff_tui.typeset.cells import cell_width, clip


class TitleBar(Widget):
    """A title on the left, what is going on or in force on the right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $primary; color: $primary-ink; text-style: bold; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def show(self, left: str | None = None, right: str | None = None) -> None:
        """Change either side."""
        self._left = self._left if left is None else left
        self._right = self._right if right is None else right
        self.refresh()

    def render(self) -> Text:
        """Both sides in one line; the right one is never cut."""
        width = self.size.width
        right = clip(self._right, max(0, width - 2))
        left = clip(self._left, max(0, width - cell_width(right) - 4))
        blanks = max(1, width - 2 - cell_width(left) - cell_width(right))
        return Text(f" {left}{' ' * blanks}{right} ", no_wrap=True)


class Ribbon(Widget):
    """A line of words and figures, each with a style of the theme; it is cut where the screen ends."""

    DEFAULT_CSS = """
    Ribbon { height: 1; background: $surface; color: $foreground; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: list[tuple[str, str]] = []

    def show(self, parts: list[tuple[str, str]]) -> None:
        """Texts, and the names of their theme colours (empty for the usual one)."""
        self._parts = parts
        self.refresh()

    def render(self) -> Text:
        """The words, blanks between."""
        text = Text(no_wrap=True, overflow="ellipsis")
        variables = self.app.theme_variables
        for word, colour in self._parts:
            text.append(word, f"bold {variables.get(colour, '')}".strip() if colour else "")
        return text
