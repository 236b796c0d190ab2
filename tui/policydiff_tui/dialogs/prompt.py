"""A line of text, and a yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Label

from policydiff.messages import _
from policydiff_tui.dialogs.frame import Dialog


class Prompt(Dialog[str]):
    """Asks for a line; an empty one is an answer too."""

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._heading, self._value, self._hint = title, value, hint

    def compose(self) -> ComposeResult:
        """The line."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self._heading
            frame.border_subtitle = _("Enter: done   Esc: leave")
            yield Input(self._value)
            if self._hint:
                yield Label(self._hint, classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """That is the answer."""
        self.dismiss(event.value)


class Confirm(Dialog[bool]):
    """Asks yes or no; the careful answer is the one preselected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
        Binding("left,right", "other", show=False),
    ]

    def __init__(self, title: str, question: str, yes: str) -> None:
        super().__init__()
        self._heading, self._question, self._yes = title, question, yes

    def compose(self) -> ComposeResult:
        """Question and two buttons."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self._heading
            yield Label(self._question, markup=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._yes} (y)", id="yes", variant="warning", compact=True)
                yield Button(f"{_('No')} (n)", id="no", compact=True)

    def on_mount(self) -> None:
        """Preselect no."""
        self.query_one("#no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """That is the answer."""
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """A key instead of a button."""
        self.dismiss(yes)

    def action_other(self) -> None:
        """To the other button."""
        self.focus_next()
