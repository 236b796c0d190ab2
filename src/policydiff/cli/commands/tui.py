"""`policydiff tui`: the terminal application."""

from __future__ import annotations

from importlib import import_module

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_folder
from policydiff.cli.output import note
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
@option("--serve", is_flag=True, help=N_("Show it in a browser on this machine (needs the extra “serve”)."))
@option(
    "--host", default="127.0.0.1", show_default=True, metavar="HOST", help=N_("With --serve: the address to listen at.")
)
@option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    metavar="PORT",
    help=N_("With --serve: the port to listen at."),
)
@click.pass_context
def tui(ctx: click.Context, /, *, old: str | None, new: str | None, serve: bool, host: str, port: int) -> None:
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
    if serve:
        _serve(ctx, [name for name in (old, new) if name is not None], host, port)
        return
    session = import_module("policydiff_tui.work.session").Session(folder)
    application = import_module("policydiff_tui.app").PolicyDiffApp
    application(session, documents, language=ctx.meta.get("policydiff.lang")).run()


def _serve(ctx: click.Context, names: list[str], host: str, port: int) -> None:
    """Serve the same command, without --serve, to browsers."""
    given = {"--library": ctx.meta.get("policydiff.library"), "--lang": ctx.meta.get("policydiff.lang")}
    options = [part for name, value in given.items() if value for part in (name, str(value))]
    serving = import_module("policydiff_tui.serving")
    server = serving.server([*options, "tui", *names], host=host, port=port)
    note(_("The application is at {address} (Ctrl-C ends it).").format(address=f"http://{host}:{port}"))
    server.serve()
