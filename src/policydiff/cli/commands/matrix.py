"""`policydiff matrix`: how alike documents, their sections, or the versions of a work are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import output_option
from policydiff.cli.output import note, show
from policydiff.cli.selection import any_filter, filter_options, filters
from policydiff.errors import UsageError
from policydiff.messages import N_, _
from policydiff.model import Document, Matrix, Mode, Timeline

if TYPE_CHECKING:
    from rich.console import RenderableType

    from policydiff.library import Library

FORMATS = ("table", "json", "csv", "xlsx", "html", "svg", "png")

HELP = N_(
    "The similarity of each two documents, or of each two sections, as cosines of background-weighted TF-IDF vectors "
    "between 0 and 1. Without DOC, the whole library. With --timeline, the documents are versions of one work: each is "
    "compared with the version before and with the first."
)

EXAMPLES = (
    ("policydiff matrix", N_("All documents of the library.")),
    ("policydiff matrix --order likeness -o matrix.html", N_("A heat map as a page, like beside like.")),
    ("policydiff matrix --by section 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("The sections of two documents.")),
    ("policydiff matrix --year 2021 --format csv -o matrix.csv", N_("One year's documents, for a spreadsheet.")),
    ("policydiff matrix --timeline 2019.txt 2021.txt 2023.txt -o timeline.svg", N_("Three versions over time.")),
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
@option(
    "--order",
    type=click.Choice(("library", "likeness")),
    default="library",
    show_default=True,
    help=N_("Rows as the library has them, or like beside like; pictures add the tree."),
)
@option("--timeline", "series", is_flag=True, help=N_("Follow one work through its versions, in order of date."))
@option(
    "--font",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Draw a PNG with this font; it must have Chinese characters."),
)
@filter_options
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help=N_("What to print; by default what the ending of the file says, else a table."),
)
@output_option
@click.pass_context
def matrix(
    ctx: click.Context,
    /,
    *,
    names: tuple[str, ...],
    by: str,
    measure: str,
    order: str,
    series: bool,
    font: Path | None,
    form: str | None,
    output: Path | None,
    **chosen: Any,
) -> None:
    """Compute the matrix or the timeline, and hand it out."""
    form = form or _format_of(output)
    _check(form, by=by, order=order, series=series, font=font)
    with library_of(ctx) as library:
        documents = chosen_documents(library, names, chosen)
        result = _series(library, documents, measure) if series else _matrix(library, documents, by, measure)
    if isinstance(result, Matrix) and form in ("table", "json", "csv"):
        result = _ordered(result, order)
    if form == "table":
        show(_table(result), output)
        return
    options = {"order": order} if isinstance(result, Matrix) and form not in ("json", "csv") else {}
    if font is not None:
        options["font"] = str(font)
    from policydiff.cli.exporting import hand_out_as
    from policydiff.export import format_named

    hand_out_as(format_named(type(result), form), result, options, output)


def _format_of(output: Path | None) -> str:
    """The format that the ending of ``output`` means; a table where it means none."""
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    ending = {"htm": "html"}.get(ending, ending)
    return ending if ending in FORMATS else FORMATS[0]


def _check(form: str, *, by: str, order: str, series: bool, font: Path | None) -> None:
    """Refuse what does not go together."""
    if font is not None and form != "png":
        raise UsageError(
            _("--font does not go with --format {format}.").format(format=form),
            cause=_("Only a PNG is drawn with the fonts of this machine."),
            fix=_("Leave one of them out."),
        )
    if series and (by != "document" or order != "library"):
        raise UsageError(
            _("--timeline does not go with --by section or --order likeness."),
            cause=_("A timeline has whole documents in order of date."),
            fix=_("Leave one of them out."),
        )


def _matrix(library: Library, documents: Sequence[Document], by: str, measure: str) -> Matrix:
    from policydiff.similarity import matrix as computed

    return computed(documents, by, measure, _terms(library, documents, by, measure))


def _terms(library: Library, documents: Sequence[Document], by: str, measure: str) -> list[list[str]] | None:
    """The words of each text as the library remembers them; None where others are counted."""
    from policydiff.compare import remembering
    from policydiff.similarity import entries

    if measure != "tfidf-word":
        return None
    with remembering(library) as cut:
        return [cut(text) for _label, text in entries(documents, by)]


def _ordered(found: Matrix, order: str) -> Matrix:
    from policydiff.similarity import clustering, reordered

    return found if order == "library" else reordered(found, clustering(found).order)


def _series(library: Library, documents: Sequence[Document], measure: str) -> Timeline:
    from policydiff.similarity import in_time, timeline

    versions = in_time(documents)
    _warn(versions)
    return timeline(versions, measure, _terms(library, versions, "document", measure))


def _table(found: Matrix | Timeline) -> RenderableType:
    if isinstance(found, Matrix):
        from policydiff.report.matrix import MatrixView

        return MatrixView(found)
    from policydiff.report.timeline import timeline as view

    return view(found)


def _warn(versions: Sequence[Document]) -> None:
    """Say where neighbours do not look like versions of one work; the figures are right all the same."""
    from policydiff.compare import mode_of

    for old, new in pairwise(versions):
        if mode_of(old, new) is not Mode.VERSION:
            note(_("{new} does not look like a version of {old}.").format(old=old.id, new=new.id))


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
