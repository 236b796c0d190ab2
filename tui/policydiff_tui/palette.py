"""The command palette: everything the registry knows for the screen at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from policydiff.messages import _
from policydiff_tui.actions import Command, commands


class Actions(Provider):
    """Finds commands by their description, their short label or their key."""

    @property
    def _commands(self) -> tuple[Command, ...]:
        room = getattr(self.screen, "ROOM", "")
        found = commands(room) if room else ()
        return tuple(command for command in found if command.action != "app.command_palette")

    def _run(self, command: Command) -> Callable[[], Any]:
        return partial(self.screen.run_action, command.action)

    async def discover(self) -> Hits:
        """All commands, in their order."""
        for command in self._commands:
            yield DiscoveryHit(_(command.about), self._run(command), help=command.shown_key)

    async def search(self, query: str) -> Hits:
        """The commands that fit what was typed."""
        matcher = self.matcher(query)
        for command in self._commands:
            about = _(command.about)
            score = max(matcher.match(about), matcher.match(_(command.label)))
            if score > 0:
                yield Hit(score, matcher.highlight(about), self._run(command), help=command.shown_key)
