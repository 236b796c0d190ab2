"""`policydiff remove`: take a document out of the library."""

from __future__ import annotations

import sys

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.output import note
from policydiff.errors import UsageError
from policydiff.messages import N_, _
from policydiff.synopsis.printable import printable

HELP = N_("Delete a document's file from your library. Documents that come with the program stay.")

EXAMPLES = (
    ("policydiff remove beijing-2021", N_("Remove a document after being asked.")),
    ("policydiff remove --yes beijing-2021", N_("Without being asked.")),
)


@command("remove", help=HELP, examples=EXAMPLES)
@argument("name", metavar="DOC", help=N_("Id, beginning of an id, or document number."))
@option("--yes", is_flag=True, help=N_("Do not ask."))
@click.pass_context
def remove(ctx: click.Context, /, *, name: str, yes: bool) -> None:
    """Remove the document that goes by ``name``."""
    with library_of(ctx) as library:
        entry = library.find(name)
        if not entry.bundled and not (yes or _agreed(entry.main_title or entry.title, entry.id)):
            note(_("Nothing was removed."))
            return
        library.remove(entry.id)
    note(_("Removed: {id}").format(id=entry.id))


def _agreed(title: str, document_id: str) -> bool:
    question = _("Remove “{title}” ({id})?").format(title=title, id=document_id)
    try:
        return click.confirm(printable(question), default=False, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        raise UsageError(
            _("Nobody answers whether to remove “{id}”.").format(id=document_id),
            cause=_("The input has ended."),
            fix=_("Say --yes if you mean it."),
        ) from None
