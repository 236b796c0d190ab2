"""Something to read over the screen: an error, an explanation, a list of repairs."""

from __future__ import annotations

import traceback
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from policydiff.errors import PolicyDiffError
from policydiff.messages import _
from policydiff.synopsis.printable import printable
from policydiff_tui.steady import Steady


class Panel(Steady[None], ModalScreen[None]):
    """A title and something to read; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    DEFAULT_CSS = """
    Panel {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 110; height: auto; max-height: 90%;
            background: $surface; border: round $accent; padding: 0 1;
            border-title-style: bold; border-subtitle-color: $quiet;
        }
        & VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        &.-wide > Vertical { max-width: 160; }
        &.-error > Vertical { border: heavy $error; }
    }
    """

    def __init__(self, title: str, content: RenderableType, *, error: bool = False, wide: bool = False) -> None:
        super().__init__(classes="-error" if error else "-wide" if wide else "")
        self._heading = title
        self._content = content

    def compose(self) -> ComposeResult:
        """The content in a frame."""
        with Vertical() as frame:
            frame.border_title = Text(self._heading).markup
            frame.border_subtitle = _("Esc: close")
            with VerticalScroll():
                yield Static(self._content, markup=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame closes it."""
        if event.widget is self:
            self.dismiss(None)


def error_panel(error: Exception) -> Panel:
    """What happened, the likely cause, what to do; for an error nobody foresaw, where it happened."""
    if isinstance(error, PolicyDiffError):
        lines: list[RenderableType] = [Text(printable(error.what), "bold")]
        lines += [Text("\n" + printable(part)) for part in (error.cause, error.fix) if part]
        return Panel(_("That did not work"), Group(*lines), error=True)
    told = "".join(traceback.format_exception(error)[-6:])
    lines = [
        Text(_("Something unforeseen happened; nothing was lost. Please report this:"), "bold"),
        Text("\n" + printable(told), "dim"),
    ]
    return Panel(_("That did not work"), Group(*lines), error=True)
