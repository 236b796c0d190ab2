"""A comparison as a careful typographer would set it for a terminal: head, summary, legend, then row by row.

Side by side where there is room, one above the other where there is not. Lines are made one at a time, so a long
comparison begins to print at once. What is not a terminal gets signs for marks, no styles and no escape codes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Comparison, Pair, Relation
from policydiff.report.comparison_head import head, summary
from policydiff.report.comparison_rows import Setting, folded_line, pair_block
from policydiff.report.comparison_stat import stat
from policydiff.report.marks import Marker
from policydiff.report.parts import safe
from policydiff.report.typesetting import in_flow
from policydiff.synopsis.marks import Mark, mark_of
from policydiff.synopsis.relations import chosen, same_text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

SIDE_BY_SIDE_COLUMNS = 100
"""From this width on the two texts stand beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """``only`` keeps rows of these kinds (`relations.KINDS`); ``full`` folds nothing; ``dim_boilerplate``
    sets back what every document of the genre says; ``stat`` shows figures only.

    ``signs`` puts signs round changes (None: where the terminal shows no colour).
    """

    only: Collection[str] = ()
    full: bool = False
    dim_boilerplate: bool = False
    stat: bool = False
    signs: bool | None = None


def render(comparison: Comparison, options: ViewOptions | None = None, *, width: int | None = None) -> RenderableType:
    """The terminal view of ``comparison``, ``width`` columns wide or as wide as the console."""
    return ComparisonView(comparison, options or ViewOptions(), width)


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Draws a `Comparison`."""

    comparison: Comparison
    options: ViewOptions
    width: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Line by line."""
        width = min(self.width or options.max_width, options.max_width)
        plain = console.no_color or console.color_system is None
        signs = plain if self.options.signs is None else self.options.signs
        yield from lines(self.comparison, self.options, width=width, signs=signs)


def lines(comparison: Comparison, options: ViewOptions, *, width: int, signs: bool) -> Iterator[Text]:
    """The view's lines, none wider than ``width`` cells."""
    from rich.text import Text

    pairs = [pair for pair in comparison.pairs if chosen(pair, options.only)]
    yield from head(comparison, width)
    yield Text()
    yield from summary(comparison, width)
    if options.stat:
        yield Text()
        yield from stat(comparison, pairs, width)
        return
    setting = Setting(
        comparison,
        Marker(signs),
        width,
        beside=width >= SIDE_BY_SIDE_COLUMNS,
        fold=not options.full,
        dim=options.dim_boilerplate,
    )
    yield from _legend(setting, pairs)
    yield from _blocks(setting, pairs, options)


def _legend(setting: Setting, pairs: Collection[Pair]) -> Iterator[Text]:
    used = {mark_of(edit) for pair in pairs if not setting.alone(pair) for edit in pair.all_edits}
    if used - {Mark.PLAIN}:
        legend = setting.marker.legend(used, setting.comparison.mode, setting.fold_sign())
        yield from in_flow([safe(_("Marks:"), "dim"), *legend], setting.width, gap=2)


def _blocks(setting: Setting, pairs: Collection[Pair], options: ViewOptions) -> Iterator[Text]:
    from rich.text import Text

    quiet: list[Pair] = []
    unfolded = options.full or Relation.UNCHANGED in options.only
    for pair in pairs:
        if same_text(pair) and not unfolded:
            quiet.append(pair)
            continue
        yield from _quiet(setting, quiet)
        quiet = []
        yield Text()
        yield from pair_block(setting, pair)
    yield from _quiet(setting, quiet)
    if not pairs:
        yield Text()
        yield Text(_("No row is of the kinds asked for.") if options.only else _("Nothing to compare."), style="dim")


def _quiet(setting: Setting, pairs: list[Pair]) -> Iterator[Text]:
    """Unchanged rows as one line a run; one that moved or was renumbered has a line of its own."""
    from rich.text import Text

    if pairs:
        yield Text()
    run: list[Pair] = []
    for pair in pairs:
        if pair.moved or pair.renumbered:
            yield from folded_line(setting, run)
            yield from folded_line(setting, [pair])
            run = []
        else:
            run.append(pair)
    yield from folded_line(setting, run)
