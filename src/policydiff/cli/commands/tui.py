"""`policydiff tui`: the terminal application."""

from __future__ import annotations

from importlib import import_module

import click

from policydiff.cli.help import argument, command
from policydiff.cli.opening import library_folder
from policydiff.errors import UsageError
from policydiff.messages import N_, _

HELP = N_(
    "The terminal application: your library, and any two documents side by side. With OLD and NEW it opens straight "
    "in their comparison; without, in the library. “?” shows the keys of every screen."
)

EXAMPLES = (
    ("policydiff tui", N_("Choose what to compare.")),
    ("policydiff tui 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("Read two regions' plans side by side.")),
)


@command("tui", help=HELP, examples=EXAMPLES)
@argument("old", metavar="[OLD]", required=False, help=N_("The older version, or one region's document."))
@argument("new", metavar="[NEW]", required=False, help=N_("The newer version, or the other region's document."))
@click.pass_context
def tui(ctx: click.Context, /, *, old: str | None, new: str | None) -> None:
    """Open the application; it is loaded by name, since it knows us and not the reverse."""
    from policydiff.library import open_library, resolve

    if old is not None and new is None:
        raise UsageError(
            _("A second document is missing."),
            cause=_("Two documents are compared, or none is named."),
            fix=_("Name the other document too."),
        )
    folder, documents = library_folder(ctx), None
    if old is not None and new is not None:
        with open_library(folder) as library:
            documents = resolve(old, library), resolve(new, library)
    session = import_module("policydiff_tui.work.session").Session(folder)
    application = import_module("policydiff_tui.app").PolicyDiffApp
    application(session, documents, language=ctx.meta.get("policydiff.lang")).run()
