"""`policydiff wording`: terms new, dropped, more and less used, and wording that grew stronger or weaker."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.messages import N_

HELP = N_(
    "How the wording moved from one document to another: terms new, dropped, more and less used, with count and rate "
    "per 10,000 characters and the sentences behind them, and wording that grew stronger or weaker in paired "
    "sentences (探索 → 推进 → 全面). Phrases of several words are found, not listed."
)

EXAMPLES = (
    ("policydiff wording 2020年报告.txt 2021年报告.txt", N_("What is said anew, and what no longer?")),
    ("policydiff wording OLD NEW --top 10", N_("The ten surest terms of each kind.")),
    ("policydiff wording OLD NEW --lexicon 本单位.toml", N_("With one's own stop words and ladders.")),
)


@command("wording", help=HELP, examples=EXAMPLES)
@argument("old", metavar="OLD", help=N_("The older document, or one region's."))
@argument("new", metavar="NEW", help=N_("The newer document, or the other region's."))
@option(
    "--mode",
    type=click.Choice(("auto", "version", "region")),
    default="auto",
    show_default=True,
    help=N_("Compare as two versions or as two regions."),
)
@option("--top", type=click.IntRange(1), default=20, show_default=True, metavar="N", help=N_("Terms shown per kind."))
@option(
    "--lexicon",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Your own word lists and ladders (TOML), laid over the shipped ones."),
)
@formats("table", "json", "csv")
@output_option
@click.pass_context
def wording(
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    mode: str,
    top: int,
    lexicon: Path | None,
    form: str,
    output: Path | None,
) -> None:
    """Tell how the wording moved from ``old`` to ``new``."""
    from policydiff.compare import compare, remembering
    from policydiff.insight.wording import lexicon as read_lexicon
    from policydiff.insight.wording import wording as moved
    from policydiff.library import resolve

    known = read_lexicon(lexicon)
    with library_of(ctx) as library:
        left, right = resolve(old, library), resolve(new, library)
        corrections = library.corrections.of(left.id, right.id)
        with remembering(library) as cut:
            comparison = compare(left, right, mode=mode, corrections=corrections, cut=cut)
    found = moved(comparison, lexicon=known)
    if form == "json":
        from policydiff.export.wording_json import wording_json

        emit(wording_json(found), output)
    elif form == "csv":
        from policydiff.export.wording_json import wording_csv

        emit(wording_csv(found), output)
    else:
        from policydiff.report.wording import wording as shown

        show(shown(found, {ladder.name: ladder.titles for ladder in known.ladders}, top=top), output)
