"""`policydiff diff`: two documents, aligned and highlighted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli.exporting import (
    check_options,
    chosen_format,
    format_flags,
    format_option,
    given,
    hand_out_as,
    refuse_terminal,
)
from policydiff.cli.help import argument, command, option
from policydiff.cli.opening import library_of
from policydiff.cli.output import show
from policydiff.errors import UsageError
from policydiff.export.registry import own_formats_for
from policydiff.messages import N_, _
from policydiff.model import Comparison

if TYPE_CHECKING:
    from rich.console import RenderableType

    from policydiff.export import Format
    from policydiff.library import Decisions

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
    ("policydiff diff OLD NEW -o 对照表.docx", N_("The comparison table as a Word document.")),
    ("policydiff diff OLD NEW --format json -o comparison.json", N_("Everything, for a program.")),
    ("policydiff diff --pairs pairs.csv --format docx,xlsx -o 对照/", N_("Many pairs at once.")),
)

TERMINAL = "terminal"

VIEW_OPTIONS = ("only", "full", "dim_boilerplate")
"""Options of the terminal view that formats have too."""


@command("diff", help=HELP, examples=EXAMPLES)
@argument("old", required=False, metavar="OLD", help=N_("The older version, or one region's document."))
@argument("new", required=False, metavar="NEW", help=N_("The newer version, or the other region's document."))
@option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Compare every pair of a CSV file with the columns old and new; -o is a folder."),
)
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
@option("--stat", is_flag=True, help=N_("Only figures: a line per row."))
@option("--explain", metavar="SECTION", help=N_("Show what speaks for and against the pairings of this section."))
@format_option(Comparison, TERMINAL, default=TERMINAL, several=True)
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Write here instead of on stdout; the file is written whole or not at all. With --pairs, a folder."),
)
@format_flags(Comparison, views={TERMINAL: VIEW_OPTIONS})
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    *,
    old: str | None,
    new: str | None,
    pairs: Path | None,
    mode: str,
    unit: str,
    preset: str,
    stat: bool,
    explain: str | None,
    form: str | None,
    output: Path | None,
    further: tuple[str, ...],
    **said: Any,
) -> None:
    """Compare ``old`` and ``new``, or every pair of a file; exit 1 where any differ."""
    options = given(said, further)
    if pairs is not None:
        from policydiff.cli.pairs import compare_pairs

        _refuse(ctx, old=old, stat=stat, explain=explain)
        how = {"mode": mode, "unit": unit, "preset": preset}
        ctx.exit(compare_pairs(ctx, pairs, form, output, options=options, how=how))
    if old is None or new is None:
        raise click.MissingParameter(ctx=ctx, param_type="argument", param_hint="OLD NEW")
    chosen = chosen_format(Comparison, form, output, view=TERMINAL)
    _check(chosen, options, output, stat=stat, explain=explain)
    comparison, decided = _compared(ctx, old, new, {"mode": mode, "unit": unit, "preset": preset})
    if chosen is not None:
        hand_out_as(chosen, comparison, options, output)
    elif explain is not None:
        show(_explained(comparison, preset, decided, explain), output)
    else:
        from policydiff.report.comparison import ViewOptions, render

        show(render(comparison, ViewOptions(**_typed(options), stat=stat)), output)
    ctx.exit(1 if comparison.differs else 0)


def _compared(ctx: click.Context, old: str, new: str, how: dict[str, Any]) -> tuple[Comparison, Decisions]:
    from policydiff.compare import compare, remembering
    from policydiff.library import resolve

    with library_of(ctx) as library:
        left, right = resolve(old, library), resolve(new, library)
        decided = library.corrections.of(left.id, right.id)
        with remembering(library) as cut:
            return compare(left, right, **how, corrections=decided, cut=cut), decided


def _check(chosen: Format | None, options: dict[str, Any], output: Path | None, **view: object) -> None:
    """Refuse what does not go together, before anything is compared."""
    if output is not None and output.is_dir():
        raise UsageError(
            _("“{path}” is a folder.").format(path=output),
            cause=_("One file was expected; only --pairs fills a folder."),
            fix=_("Name a file in it."),
        )
    if chosen is None:
        check_options(options, {TERMINAL: VIEW_OPTIONS}, Comparison)
        return
    used = [f"--{name}" for name, value in view.items() if value]
    if used:
        raise UsageError(
            _("{options} does not go with --format {format}.").format(options=", ".join(used), format=chosen.name),
            cause=_("It is for {formats}.").format(formats=TERMINAL),
            fix=_("Leave one of them out."),
        )
    check_options(options, {chosen.name: [option.name for option in chosen.options]}, Comparison)
    chosen.checked(options)
    refuse_terminal(chosen, output)


def _typed(options: dict[str, Any]) -> dict[str, Any]:
    """The options of the terminal view; ``--option`` gives them as text."""
    known = {option.name: option for found in own_formats_for(Comparison) for option in found.options}
    return {name: known[name].checked(value) for name, value in options.items()}


def _refuse(ctx: click.Context, **others: object) -> None:
    """Refuse what means one pair where a file of pairs is given."""
    used = [name.upper() if name == "old" else f"--{name}" for name, value in others.items() if value]
    if used:
        raise UsageError(
            _("{options} does not go with --pairs.").format(options=", ".join(used)),
            cause=_("--pairs compares the pairs of a file."),
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
