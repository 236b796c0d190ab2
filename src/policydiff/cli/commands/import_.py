"""`policydiff import`: read files and keep their documents in the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.help import argument, command
from policydiff.cli.opening import library_of
from policydiff.cli.output import note, show
from policydiff.cli.progress import counted
from policydiff.cli.reading import treatment_options
from policydiff.cli.trouble import TROUBLE, each
from policydiff.errors import PolicyDiffError, UnreadableFile
from policydiff.messages import N_, _

if TYPE_CHECKING:
    from policydiff.library import Library
    from policydiff.library.crowd import Understood
    from policydiff.report.imported import Imported

HELP = N_(
    "Read files and folders, and keep their documents in the library: one Markdown file each, to be read, edited "
    "and kept under version control.\n\n"
    "A line says what became of each document; the damage report follows. Importing the same content again changes "
    "nothing. Folders and ZIP archives are searched for text, Markdown, web pages, PDF, DOCX, DOC, WPS, RTF and ODT."
)

EXAMPLES = (
    ("policydiff import 汇编.txt", N_("Keep the documents of a compilation.")),
    ("policydiff import --library ~/项目/政策库 ~/下载/政策", N_("Keep a folder's documents in a library of its own.")),
)


@command("import", help=HELP, examples=EXAMPLES)
@argument(
    "paths", nargs=-1, required=True, metavar="FILE|DIR...", type=click.Path(path_type=Path), help=N_("What to read.")
)
@treatment_options
@click.pass_context
def import_(ctx: click.Context, /, *, paths: tuple[Path, ...], no_repair: tuple[str, ...], script: str) -> None:
    """Import each file; one that fails does not stop the others."""
    from policydiff.library.crowd import understood
    from policydiff.library.intake import files_in
    from policydiff.report.imported import imported

    found = list(files_in(paths))
    if not found:
        raise UnreadableFile(
            _("There is no file to import."),
            cause=_("The folder is empty, or holds no file of a type that is read."),
            fix=_("Name a file, or a folder with text, web pages, PDF or Word files."),
        )
    with library_of(ctx) as library:
        files = counted(understood(found, skip_repairs=frozenset(no_repair), script=script), len(found), _("Importing"))
        results, failed = each(files, lambda file: _kept(file, library))
    if results:
        show(imported(results))
    if len(found) > 1 and failed:
        note(
            _(
                "{count} files, those in archives included, could not be read; each is named above with the reason."
            ).format(count=failed)
        )
    ctx.exit(TROUBLE if failed else 0)


def _kept(file: Understood, library: Library) -> Iterator[Imported | PolicyDiffError]:
    from policydiff.report.imported import Imported

    for outcome in file.outcomes:
        if isinstance(outcome, PolicyDiffError):
            yield outcome
        else:
            yield from (Imported.of(library.add(document), document) for document in outcome.documents)
