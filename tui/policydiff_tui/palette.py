"""The command palette: everything the registry knows for the screen at hand."""

from __future__ import annotations

from policydiff.messages import _
from policydiff_tui.actions import Command, commands
from policydiff_tui.dialogs.pick import Item, Pick
from policydiff_tui.typeset.cells import pad

KEY_CELLS = 6


def palette(room: str) -> Pick[Command]:
    """The commands of a room, found by what they do, their short name or their key."""
    found = [command for command in commands(room) if command.action != "app.command_palette"]
    items = [Item(_title(command), pad(command.shown_key, KEY_CELLS), command) for command in found]
    return Pick(_("Find an action …"), items)


def _title(command: Command) -> str:
    about, label = _(command.about), _(command.label)
    return about if label in about else f"{about}  ({label})"
