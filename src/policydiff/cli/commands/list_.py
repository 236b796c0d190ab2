"""`policydiff list`: the documents of the library."""

from __future__ import annotations

from typing import Any

import click

from policydiff.cli.help import command, option
from policydiff.cli.opening import library_of, warn_of_troubles
from policydiff.cli.options import formats
from policydiff.cli.output import emit, show
from policydiff.cli.selection import filter_options, filters
from policydiff.messages import N_

HELP = N_(
    "The documents of your library and, beside them, those that come with the program. Filters that are given must "
    "all hold; of a repeated filter any."
)

EXAMPLES = (
    ("policydiff list", N_("Everything.")),
    ("policydiff list --region 北京 --region 天津 --year 2021", N_("Two regions' documents of one year.")),
    ("policydiff list --series", N_("What can be compared as versions?")),
    (
        "policydiff list --search 数据共享 --format csv",
        N_("Documents in which a word stands, as a table for a spreadsheet."),
    ),
)


@command("list", help=HELP, examples=EXAMPLES)
@filter_options
@option("--series", is_flag=True, help=N_("Only works of which there are several versions, version below version."))
@formats("table", "json", "csv")
@click.pass_context
def list_(ctx: click.Context, /, *, series: bool, form: str, **chosen: Any) -> None:
    """List the entries that pass the filters."""
    from policydiff.library.works import in_series

    with library_of(ctx) as library:
        entries = library.entries(filters(chosen))
        warn_of_troubles(library)
    works = in_series(entries)
    if series:
        entries = tuple(entry for work in works for entry in work)
    if form == "json":
        from policydiff.export import entries_json

        emit(entries_json(entries))
    elif form == "csv":
        from policydiff.export import entries_csv

        emit(entries_csv(entries))
    else:
        from policydiff.report.listing import listing, works_listing

        show(works_listing(works) if series else listing(entries))
