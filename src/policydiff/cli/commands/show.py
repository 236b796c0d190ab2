"""`policydiff show`: one document."""

from __future__ import annotations

import click

from policydiff.cli import output
from policydiff.cli.help import argument, command
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats
from policydiff.messages import N_

HELP = N_("One document of the library or of a file: its outline, its text, or the whole of it as Markdown or JSON.")

EXAMPLES = (
    ("policydiff show 京大数据发〔2021〕1号", N_("The outline of a document.")),
    ("policydiff show 京大数据发〔2021〕1号 --format text | less", N_("Its text.")),
    ("policydiff show '汇编.txt#3' --format markdown", N_("The third document of a file, as a library keeps it.")),
)


@command("show", help=HELP, examples=EXAMPLES)
@argument("name", metavar="DOC", help=N_("File, FILE#3, id, beginning of an id, or document number."))
@formats("outline", "text", "markdown", "json")
@click.pass_context
def show(ctx: click.Context, /, *, name: str, form: str) -> None:
    """Show the document that goes by ``name``."""
    from policydiff.library import resolve

    with library_of(ctx) as library:
        document = resolve(name, library)
    if form == "json":
        from policydiff.export import document_json

        output.emit(document_json(document))
    elif form == "markdown":
        from policydiff.library.markdown import dump

        output.emit(dump(document))
    elif form == "text":
        from policydiff.export.document_text import text

        output.emit(text(document))
    else:
        from policydiff.report.outline import outline

        output.show(outline(document))
