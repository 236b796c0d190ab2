"""`policydiff matrix`: how alike documents or their sections are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.cli.selection import any_filter, filter_options, filters
from policydiff.errors import UsageError
from policydiff.messages import N_, _

if TYPE_CHECKING:
    from policydiff.library import Library
    from policydiff.model import Document

HELP = N_(
    "The similarity of each two documents, or of each two sections, as cosines of background-weighted TF-IDF vectors "
    "between 0 and 1. Without DOC, the whole library."
)

EXAMPLES = (
    ("policydiff matrix", N_("All documents of the library.")),
    ("policydiff matrix --by section 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("The sections of two documents.")),
    ("policydiff matrix --year 2021 --format csv -o matrix.csv", N_("One year's documents, for a spreadsheet.")),
)


@command("matrix", help=HELP, examples=EXAMPLES)
@argument("names", nargs=-1, metavar="[DOC...]", help=N_("Files, ids or document numbers."))
@option(
    "--by",
    type=click.Choice(("document", "section")),
    default="document",
    show_default=True,
    help=N_("What to compare."),
)
@option(
    "--measure",
    type=click.Choice(("tfidf-word", "tfidf-char")),
    default="tfidf-word",
    show_default=True,
    help=N_("By words, or by pairs of characters."),
)
@filter_options
@formats("table", "json", "csv")
@output_option
@click.pass_context
def matrix(
    ctx: click.Context,
    /,
    *,
    names: tuple[str, ...],
    by: str,
    measure: str,
    form: str,
    output: Path | None,
    **chosen: Any,
) -> None:
    """Compute and print the matrix."""
    from policydiff.compare import remembering
    from policydiff.similarity import entries
    from policydiff.similarity import matrix as computed

    with library_of(ctx) as library:
        documents = chosen_documents(library, names, chosen)
        with remembering(library) as cut:
            terms = [cut(text) for _label, text in entries(documents, by)] if measure == "tfidf-word" else None
        result = computed(documents, by, measure, terms)
    if form == "json":
        from policydiff.export import matrix_json

        emit(matrix_json(result), output)
    elif form == "csv":
        from policydiff.export import matrix_csv

        emit(matrix_csv(result), output)
    else:
        from policydiff.report.matrix import MatrixView

        show(MatrixView(result), output)


def chosen_documents(library: Library, names: tuple[str, ...], chosen: dict[str, Any]) -> list[Document]:
    """The documents named, or those of the library that pass the filters."""
    from policydiff.library import resolve

    if names and any_filter(chosen):
        raise UsageError(
            _("Documents are named and filtered at once."),
            cause=_("Filters choose among the whole library."),
            fix=_("Name documents, or filter."),
        )
    if names:
        return [resolve(name, library) for name in names]
    return [library.document(entry) for entry in library.entries(filters(chosen))]
