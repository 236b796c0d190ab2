"""`policydiff search`: the sections most like a sentence or a passage."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import show
from policydiff.cli.selection import filter_options, filters
from policydiff.errors import UsageError
from policydiff.messages import N_, _

HELP = N_(
    "The sections of the library most like a sentence or a passage, with their scores: cosines of background-weighted "
    "TF-IDF vectors of words, between 0 and 1. “-” reads the passage from the standard input."
)

EXAMPLES = (
    ("policydiff search 建设统一的城市感知体系", N_("Who else says something like this?")),
    ("policydiff search --top 3 --region 天津 一网统管", N_("The three likeliest sections of one region.")),
    ("policydiff search - < passage.txt", N_("A long passage from a file.")),
)


@command("search", help=HELP, examples=EXAMPLES)
@argument("text", metavar="TEXT", help=N_("A sentence or a passage."))
@option("--top", type=click.IntRange(1, 1000), default=10, show_default=True, metavar="N", help=N_("How many."))
@filter_options
@formats("table", "json", "csv")
@output_option
@click.pass_context
def search(ctx: click.Context, /, *, text: str, top: int, form: str, output: Path | None, **chosen: Any) -> None:
    """Search the library for sections like ``text``."""
    from policydiff.compare import remembering
    from policydiff.search import search as searched

    query = sys.stdin.read() if text == "-" else text
    if not query.strip():
        raise UsageError(
            _("There is nothing to search for."),
            cause=_("The text is empty."),
            fix=_("Give a sentence or a passage."),
        )
    with library_of(ctx) as library:
        documents = [library.document(entry) for entry in library.entries(filters(chosen))]
        with remembering(library) as cut:
            found = searched(documents, query, top=top, cut=cut)
    if form != "table":
        from policydiff.cli.exporting import hand_out_as
        from policydiff.export import format_named

        hand_out_as(format_named(type(found), form), found, {}, output)
    else:
        from policydiff.report.hits import hits

        show(hits(found), output)
