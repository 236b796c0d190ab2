"""`policydiff tui`: the terminal application, opened on one comparison."""

from __future__ import annotations

from importlib import import_module

import click

from policydiff.cli.help import argument, command
from policydiff.cli.opening import library_of
from policydiff.messages import N_

HELP = N_(
    "Compare two documents in the terminal application: the aligned outline on the left, both texts on the right. "
    "Keys: n next change, p previous change, q quit."
)

EXAMPLES = (("policydiff tui 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("Read two regions' plans side by side.")),)


@command("tui", help=HELP, examples=EXAMPLES)
@argument("old", metavar="OLD", help=N_("The older version, or one region's document."))
@argument("new", metavar="NEW", help=N_("The newer version, or the other region's document."))
@click.pass_context
def tui(ctx: click.Context, /, *, old: str, new: str) -> None:
    """Open the application; it is loaded by name, since it knows us and not the reverse."""
    from policydiff.compare import compare
    from policydiff.library import resolve

    with library_of(ctx) as library:
        left, right = resolve(old, library), resolve(new, library)
    application = import_module("policydiff_tui.app").PolicyDiffApp(lambda: compare(left, right))
    error = application.run()
    if error is not None:
        raise error
