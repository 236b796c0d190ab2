"""What all screens share: keys from the registry, work in threads, errors as panels, choices that go on when answered.

Invariant: a job runs in a thread and touches nothing; its value comes back as a message, and only the newest job of
a group is listened to.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import work
from textual.binding import BindingsMap
from textual.message import Message

from policydiff_tui.actions import bindings
from policydiff_tui.dialogs.panel import error_panel
from policydiff_tui.steady import Steady

if TYPE_CHECKING:
    from policydiff_tui.app import PolicyDiffApp

T = TypeVar("T")


class Room(Steady[None]):
    """A screen of the application; ``ROOM`` is its name in the registry."""

    ROOM: ClassVar[str] = ""

    @dataclass
    class Finished(Message):
        """A job is done."""

        group: str
        number: int
        value: Any
        then: Callable[[Any], None]

    @dataclass
    class Failed(Message):
        """A job failed."""

        group: str
        number: int
        error: Exception
        otherwise: Callable[[], None] | None

    def __init__(self) -> None:
        super().__init__()
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(self.ROOM))])
        self._newest: dict[str, int] = {}
        self._labels: dict[str, str] = {}

    @property
    def host(self) -> PolicyDiffApp:
        """The application."""
        return cast("PolicyDiffApp", self.app)

    def start(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        *,
        group: str,
        label: str = "",
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Do ``job`` in a thread, then ``then`` with its value; ``label`` is shown meanwhile.

        An older job of the ``group`` is not listened to any more. Where the job raises, the error is shown, and
        ``otherwise`` done.
        """
        number = self._newest[group] = self._newest.get(group, 0) + 1
        self._labels[group] = label
        self.busy_changed()
        context = contextvars.copy_context()
        self._do(lambda: context.run(job), then, group, number, otherwise)

    @work(thread=True)
    def _do(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        group: str,
        number: int,
        otherwise: Callable[[], None] | None,
    ) -> None:
        try:
            value = job()
        except Exception as error:
            self.post_message(self.Failed(group, number, error, otherwise))
        else:
            self.post_message(self.Finished(group, number, value, then))

    def cancel(self, group: str) -> bool:
        """Stop listening to the group's job; False where none is running."""
        if group not in self._labels:
            return False
        self._newest[group] += 1
        del self._labels[group]
        self.busy_changed()
        return True

    @property
    def busy(self) -> str:
        """What is being done, empty for nothing worth telling."""
        return next((label for label in self._labels.values() if label), "")

    def busy_changed(self) -> None:
        """Called when `busy` may have changed."""

    def on_room_finished(self, message: Finished) -> None:
        """Go on with the value, if it is still wanted."""
        if self._newest.get(message.group) == message.number:
            self._labels.pop(message.group, None)
            self.busy_changed()
            message.then(message.value)

    def on_room_failed(self, message: Failed) -> None:
        """Show what went wrong."""
        if self._newest.get(message.group) == message.number:
            self._labels.pop(message.group, None)
            self.busy_changed()
            if message.otherwise is not None:
                message.otherwise()
            self.app.push_screen(error_panel(message.error))

    def tell(self, text: str) -> None:
        """A short message that goes away by itself."""
        self.app.clear_notifications()
        self.notify(text, timeout=3, markup=False)

    def again(self) -> Room:
        """The same screen made anew, after the language changed."""
        raise NotImplementedError
