"""`policydiff parse`: read, repair and outline files; store nothing."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli.help import argument, command
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.cli.reading import Treatment, parsed, treatment_options
from policydiff.cli.trouble import TROUBLE, each
from policydiff.messages import N_
from policydiff.model import Parsed

HELP = N_(
    "Read files, undo the damage they took on their way, and outline the documents in them. Nothing is stored.\n\n"
    "The outline shows each document's metadata, its sections with pages and lengths, what was repaired and what "
    "a person should look at. As JSON, each file is a document of its own, one after the other."
)

EXAMPLES = (
    ("policydiff parse 汇编.txt", N_("What is in a file, and what was repaired?")),
    ("policydiff parse --format json -o 汇编.json 汇编.txt", N_("The same for a program.")),
    ("policydiff parse --no-repair doubled 汇编.txt", N_("Leave doubled headings as they are.")),
)


@command("parse", help=HELP, examples=EXAMPLES)
@argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path),
    help=N_("What to read; “-” is standard input."),
)
@formats("outline", "json", "markdown")
@treatment_options
@output_option
@click.pass_context
def parse(
    ctx: click.Context,
    /,
    *,
    files: tuple[Path, ...],
    form: str,
    no_repair: tuple[str, ...],
    script: str,
    output: Path | None,
) -> None:
    """Parse each file; one that fails does not stop the others."""
    treatment = Treatment(skip=frozenset(no_repair), script=script)
    results, failed = each(files, lambda path: parsed(path, treatment))
    if results:
        hand_out(results, form, output)
    ctx.exit(TROUBLE if failed else 0)


def hand_out(results: list[Parsed], form: str, output: Path | None) -> None:
    """Print what was parsed."""
    if form == "json":
        from policydiff.export import documents_json

        emit("\n".join(documents_json(result) for result in results), output)
    elif form == "markdown":
        from policydiff.library.markdown import dump

        emit("\n".join(dump(document) for result in results for document in result.documents), output)
    else:
        from rich.console import Group

        from policydiff.report.outline import source_outline

        show(Group(*map(source_outline, results)), output)
