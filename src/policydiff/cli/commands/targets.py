"""`policydiff targets`: figures, dates, who answers and what is cited, in one document or two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.messages import N_

if TYPE_CHECKING:
    from policydiff.insight.lexicon import Lexicon
    from policydiff.insight.overview import Overview
    from policydiff.library import Library
    from policydiff.model import Document

HELP = N_(
    "Quantified targets of a document, its deadlines, who answers for what, and the documents it cites. With NEW, the "
    "two documents' joined: new, dropped, raised, lowered, same, earlier, later, scope changed, no longer quantified, "
    "or not comparable, with the reason.\n\n"
    "Everything is read from the text by rules: nothing is inferred that it does not say. A whole without a figure "
    "(全部, 全覆盖) counts as 100 % and is marked."
)

EXAMPLES = (
    ("policydiff targets 津政办发〔2021〕52号", N_("The targets of one plan.")),
    ("policydiff targets 鲁政办字〔2020〕136号 数字强省办发〔2022〕5号", N_("What became of them two years later?")),
    ("policydiff targets OLD NEW --format csv -o targets.csv", N_("The joined table, for a spreadsheet.")),
    ("policydiff targets 规划.docx --lexicon 本单位.toml", N_("With one's own units and words.")),
)


@command("targets", help=HELP, examples=EXAMPLES)
@argument("old", metavar="OLD", help=N_("The document, or the older one, or one region's."))
@argument("new", metavar="[NEW]", required=False, help=N_("The newer document, or the other region's."))
@option(
    "--mode",
    type=click.Choice(("auto", "version", "region")),
    default="auto",
    show_default=True,
    help=N_("Compare as two versions or as two regions."),
)
@option(
    "--lexicon",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="POLICYDIFF_LEXICON",
    metavar="FILE",
    help=N_("Your own words (TOML), added to the built-in ones; also POLICYDIFF_LEXICON."),
)
@formats("table", "json", "csv")
@output_option
@click.pass_context
def targets(
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str | None,
    mode: str,
    lexicon: Path | None,
    form: str,
    output: Path | None,
) -> None:
    """Print the targets of ``old``, or of both."""
    from policydiff.insight.lexicon import lexicon as read_lexicon

    words = read_lexicon(lexicon)
    with library_of(ctx) as library:
        found = _single(old, library, words) if new is None else _joined(old, new, mode, library, words)
    if form == "json":
        from policydiff.export.targets_json import targets_json

        emit(targets_json(found), output)
    elif form == "csv":
        from policydiff.export.targets_json import targets_csv

        emit(targets_csv(found), output)
    else:
        from policydiff.report.targets import targets as view

        show(view(found), output)


def _single(name: str, library: Library, words: Lexicon) -> Overview:
    from policydiff.insight.overview import overview
    from policydiff.library import resolve

    document = resolve(name, library)
    return overview(document, words=words, raw=_raw(name, document))


def _joined(old: str, new: str, mode: str, library: Library, words: Lexicon) -> Overview:
    from policydiff.compare import compare, remembering
    from policydiff.insight.overview import joined
    from policydiff.library import resolve

    left, right = resolve(old, library), resolve(new, library)
    corrections = library.corrections.of(left.id, right.id)
    with remembering(library) as cut:
        comparison = compare(left, right, mode=mode, corrections=corrections, cut=cut)
    return joined(comparison, words=words, raws=(_raw(old, left), _raw(new, right)))


def _raw(name: str, document: Document) -> str | None:
    """The raw text ``document`` was read from, where ``name`` is a plain file: places in it are exact then."""
    from policydiff.errors import PolicyDiffError
    from policydiff.read import read

    path = Path(name.rpartition("#")[0] or name) if not Path(name).is_file() else Path(name)
    if not path.is_file() or not document.origin.media_type.startswith("text/"):
        return None
    try:
        source = read(path)
    except (PolicyDiffError, OSError):
        return None
    return source.text if source.origin.sha256 == document.origin.sha256 else None
