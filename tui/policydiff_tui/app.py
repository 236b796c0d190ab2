"""The application: computes one comparison in a worker and shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import work
from textual.app import App
from textual.message import Message

from policydiff.messages import _
from policydiff.model import Comparison
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.waiting import WaitingScreen


class PolicyDiffApp(App[Exception | None]):
    """Opens what ``compute`` returns; ends with the error where it raises one."""

    TITLE = "policydiff"
    ENABLE_COMMAND_PALETTE = False

    @dataclass
    class Compared(Message):
        """The comparison is there."""

        comparison: Comparison

    @dataclass
    class Failed(Message):
        """There will be no comparison."""

        error: Exception

    def __init__(self, compute: Callable[[], Comparison]) -> None:
        super().__init__()
        self._compute = compute
        for keys, action, description in (
            ("n", "screen.next_change", _("Next change")),
            ("p", "screen.previous_change", _("Previous change")),
            ("q", "quit", _("Quit")),
        ):
            self.bind(keys, action, description=description)

    def on_mount(self) -> None:
        """Start computing behind a waiting screen."""
        self.push_screen(WaitingScreen())
        self.compare()

    @work(thread=True, exclusive=True)
    def compare(self) -> None:
        """Compute the comparison in a thread."""
        try:
            self.post_message(self.Compared(self._compute()))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_policy_diff_app_compared(self, message: Compared) -> None:
        """Show the comparison."""
        self.switch_screen(CompareScreen(message.comparison))

    def on_policy_diff_app_failed(self, message: Failed) -> None:
        """End, handing the error to whoever started us."""
        self.exit(message.error)
