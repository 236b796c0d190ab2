"""The frame of a dialog that asks something."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from policydiff_tui.steady import Steady

Answer = TypeVar("Answer")


class Dialog(Steady[Answer | None], ModalScreen[Answer | None], Generic[Answer]):
    """Asks over the screen; Escape or a click beside it leaves it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > .frame {
            width: 80%; max-width: 90; height: auto; max-height: 90%;
            background: $surface; border: round $accent; padding: 0 1;
            border-title-style: bold; border-subtitle-color: $quiet;
        }
        & Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 0 0 1 0; }
        & Input:focus { border: none; background: $boost; }
        & .hint { color: $quiet; height: auto; }
        & .buttons { height: 1; margin: 1 0 0 0; }
        & Button { min-width: 8; margin: 0 2 0 0; }
    }
    """

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame is no answer."""
        if event.widget is self:
            self.dismiss(None)
