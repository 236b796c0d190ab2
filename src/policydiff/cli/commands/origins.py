"""`policydiff origins`: where a document's text comes from."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.messages import N_

HELP = N_(
    "Where a document's text comes from: each section with the shares that stand in each source, word for word or "
    "reworded, and in none, down to the sentences. Sources are what it may have drawn on: the central document, its "
    "predecessor, a neighbour's plan. A sentence that several hold is credited to the earliest."
)

EXAMPLES = (
    ("policydiff origins 本市方案.docx 国家规划.pdf 上一轮方案.docx", N_("What is copied, inherited, our own?")),
    ("policydiff origins NEW OLD --sentences", N_("Sentence by sentence.")),
    ("policydiff origins NEW OLD --format csv -o origins.csv", N_("A row per sentence, for a spreadsheet.")),
)


@command("origins", help=HELP, examples=EXAMPLES)
@argument("new", metavar="NEW", help=N_("The document in question."))
@argument("sources", metavar="SOURCE…", nargs=-1, required=True, help=N_("What it may have drawn on."))
@option("--sentences", is_flag=True, help=N_("Show every sentence and its source."))
@formats("table", "json", "csv")
@output_option
@click.pass_context
def origins(
    ctx: click.Context, /, *, new: str, sources: tuple[str, ...], sentences: bool, form: str, output: Path | None
) -> None:
    """Tell which sentences of ``new`` stand in ``sources``."""
    from policydiff.insight.origins import origins as traced
    from policydiff.library import resolve

    with library_of(ctx) as library:
        young, *old = (resolve(name, library) for name in (new, *sources))
    found = traced(young, old)
    if form == "json":
        from policydiff.export.origins_json import origins_json

        emit(origins_json(found), output)
    elif form == "csv":
        from policydiff.export.origins_json import origins_csv

        emit(origins_csv(found), output)
    else:
        from policydiff.report.origins import origins as shown

        show(shown(found, sentences=sentences), output)
