"""Screens that keep their footing however quickly keys come: before they stand, and after they were left."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class Steady(Screen[Answer], Generic[Answer]):
    """Is left once only, and does nothing of its own before its widgets are there."""

    _left = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer; where another screen has come over it, or it is left already, nothing happens."""
        if self._left or self.app.screen is not self:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the widgets are there, and once it was left, there is nothing to go about."""
        if (self._left or not self.is_mounted) and hasattr(type(self), f"action_{action}"):
            return False
        return super().check_action(action, parameters)
