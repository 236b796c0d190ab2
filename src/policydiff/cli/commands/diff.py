"""`policydiff diff`: two documents, aligned and highlighted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.options import formats, output_option
from policydiff.cli.output import emit, show
from policydiff.errors import UsageError
from policydiff.messages import N_, _

if TYPE_CHECKING:
    from rich.console import RenderableType

    from policydiff.library import Decisions
    from policydiff.model import Comparison

HELP = N_(
    "Compare two documents: which section answers to which, and what differs in it, character by character.\n\n"
    "Two versions of one policy are compared as versions; the policies of two regions as regions: place names and "
    "order do not count, and a section without a counterpart was not “deleted”. Exit code 0: no differences, "
    "1: differences, 2: trouble."
)

EXAMPLES = (
    ("policydiff diff 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("Two regions' plans.")),
    ("policydiff diff 条例2019.txt 条例2024.txt --only modified --only rewritten", N_("What was changed in a law.")),
    ("policydiff diff OLD NEW --stat", N_("Only the figures.")),
    ("policydiff diff OLD NEW --explain 4.1.2", N_("Why is section 4.1.2 paired as it is?")),
    ("policydiff diff OLD NEW --format json -o comparison.json", N_("Everything, for a program.")),
)

KINDS = (
    "unchanged",
    "modified",
    "rewritten",
    "split",
    "merged",
    "only_old",
    "only_new",
    "moved",
    "renumbered",
    "pinned",
)
"""What --only may name (a test compares with `policydiff.synopsis.relations`)."""


@command("diff", help=HELP, examples=EXAMPLES)
@argument("old", metavar="OLD", help=N_("The older version, or one region's document."))
@argument("new", metavar="NEW", help=N_("The newer version, or the other region's document."))
@option(
    "--mode",
    type=click.Choice(("auto", "version", "region")),
    default="auto",
    show_default=True,
    help=N_("Compare as two versions or as two regions."),
)
@option(
    "--unit",
    type=click.Choice(("char", "word", "sentence")),
    default="char",
    show_default=True,
    help=N_("The finest thing shown as changed."),
)
@option(
    "--preset",
    type=click.Choice(("strict", "balanced", "loose")),
    default="balanced",
    show_default=True,
    help=N_("How sure a pairing must be."),
)
@option(
    "--only",
    multiple=True,
    type=click.Choice(KINDS),
    metavar="KIND",
    help=N_("Only rows of this kind; may be repeated."),
)
@option("--full", is_flag=True, help=N_("Fold nothing: show unchanged text too."))
@option("--stat", is_flag=True, help=N_("Only figures: a line per row."))
@option("--explain", metavar="SECTION", help=N_("Show what speaks for and against the pairings of this section."))
@formats("terminal", "json")
@output_option
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    mode: str,
    unit: str,
    preset: str,
    only: tuple[str, ...],
    full: bool,
    stat: bool,
    explain: str | None,
    form: str,
    output: Path | None,
) -> None:
    """Compare ``old`` and ``new``; exit 1 where they differ."""
    from policydiff.compare import compare, remembering
    from policydiff.library import resolve

    _check(form, only=only, full=full, stat=stat, explain=explain)
    with library_of(ctx) as library:
        left, right = resolve(old, library), resolve(new, library)
        corrections = library.corrections.of(left.id, right.id)
        with remembering(library) as cut:
            comparison = compare(left, right, mode=mode, unit=unit, preset=preset, corrections=corrections, cut=cut)
    if form == "json":
        from policydiff.export import comparison_json

        emit(comparison_json(comparison), output)
    elif explain is not None:
        show(_explained(comparison, preset, corrections, explain), output)
    else:
        from policydiff.report.comparison import ViewOptions, render

        show(render(comparison, ViewOptions(only=only, full=full, stat=stat)), output)
    ctx.exit(1 if comparison.differs else 0)


def _check(form: str, **view: object) -> None:
    """Refuse options of the terminal view where another format was asked for."""
    used = [f"--{name}" for name, value in view.items() if value]
    if form != "terminal" and used:
        raise UsageError(
            _("{options} does not go with --format {format}.").format(options=", ".join(used), format=form),
            cause=_("It changes the terminal view; {format} always holds everything.").format(format=form),
            fix=_("Leave one of them out."),
        )


def _explained(comparison: Comparison, preset: str, decided: Decisions, section_id: str) -> RenderableType:
    """The evidence for the section of that id, of both documents where both have it."""
    from rich.console import Group

    from policydiff.align import Corrections, Preset, align, explain
    from policydiff.report.explanation import explanation

    old, new = comparison.old, comparison.new
    pins = Corrections(pinned=decided.pinned, forbidden=decided.forbidden)
    alignment = align(old, new, mode=comparison.mode, preset=Preset(preset), pins=pins)
    sides = [
        explanation(explain(alignment, section_id, side=side), own, other)
        for side, own, other in (("old", old, new), ("new", new, old))
        if own.section(section_id) is not None
    ]
    if not sides:
        raise UsageError(
            _("There is no section {section} in either document.").format(section=section_id),
            cause=_("Section ids are places in the tree, such as 4.1.2."),
            fix=_("See them with “policydiff show”."),
        )
    return Group(*(part for side in sides for part in (side, ""))) if len(sides) > 1 else sides[0]
