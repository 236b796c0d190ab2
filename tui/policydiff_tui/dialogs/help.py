"""Every key of a screen, from the registry."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from policydiff.messages import N_, _
from policydiff_tui.actions import EVERYWHERE, NAMES, ROOMS, Command, key_name
from policydiff_tui.dialogs.panel import Panel

LIST_KEYS = (
    ("↑ ↓ j k", N_("Line up and down")),
    ("PgUp PgDn Home End", N_("Screen up and down, first and last")),
    ("Tab", N_("To the other part of the screen")),
)

LEGENDS = {
    "compare": N_(
        "Signs: = unchanged, ~ modified, ≈ rewritten, < split, > merged, - only left, + only right; "
        "↷ moved, № renumbered, ◆ pinned, ? to be checked, ★ bookmark or note. In texts: deleted is struck, inserted "
        "is bold and underlined, ↷1 and ↶1 are the halves of a passage that changed place; in rewritten sections what "
        "both share is bold."
    ),
    "matrix": N_("The fuller the cell, the more alike; # shows the numbers in hundredths."),
}


def help_panel(room: str) -> Panel:
    """The keys of a room, then those that work everywhere."""
    parts: list[RenderableType] = [_table(ROOMS[room]), Text(""), Text(_("Everywhere"), "bold"), _table(EVERYWHERE)]
    movement = Table.grid(padding=(0, 2))
    for keys, about in LIST_KEYS:
        movement.add_row(Text(keys, "bold"), _(about))
    parts += [movement]
    if room in LEGENDS:
        parts += [Text(""), Text(_(LEGENDS[room]))]
    return Panel(_("Keys: {screen}").format(screen=_(NAMES[room])), Group(*parts))


def _table(commands: tuple[Command, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for command in commands:
        table.add_row(Text(" ".join(map(key_name, command.keys.split(","))), "bold"), _(command.about))
    return table
