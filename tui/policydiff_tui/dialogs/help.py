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


TWO_COLUMNS_CELLS = 130
"""From this width on there is room for two columns."""


def help_panel(room: str, width: int) -> Panel:
    """The keys of a room, then those that work everywhere; in two columns where the screen is so wide."""
    movement = [(keys, _(about)) for keys, about in LIST_KEYS]
    everywhere: list[RenderableType] = [Text(_("Everywhere"), "bold"), _table([*_keys(EVERYWHERE), *movement])]
    own = _keys(ROOMS[room])
    wide = width >= TWO_COLUMNS_CELLS
    half = (len(own) + len(EVERYWHERE) + len(movement) + 3) // 2
    if wide and half < len(own):
        both = Table.grid(padding=(0, 3), expand=True)
        both.add_row(_table(own[:half]), Group(_table(own[half:]), Text(""), *everywhere))
        parts: list[RenderableType] = [both]
    else:
        parts = [_table(own), Text(""), *everywhere]
    if room in LEGENDS:
        parts += [Text(""), Text(_(LEGENDS[room]))]
    return Panel(_("Keys: {screen}").format(screen=_(NAMES[room])), Group(*parts), wide=wide)


def _keys(commands: tuple[Command, ...]) -> list[tuple[str, str]]:
    """Keys and what they do."""
    return [(" ".join(map(key_name, command.keys.split(","))), _(command.about)) for command in commands]


def _table(rows: list[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for keys, about in rows:
        table.add_row(Text(keys, "bold"), about)
    return table
