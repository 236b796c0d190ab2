"""The comparison table (新旧对照表) as a value: title, headings, legend, notes and rows, for every format to draw.

Rows that say nothing new are left out and counted: unchanged ones, those that only got another number, and those in
which nothing but a term replaced throughout differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from policydiff.edits import Unit
from policydiff.messages import N_, _
from policydiff.model import Comparison, Mode, Pair, Relation
from policydiff.synopsis.cells import Cell, Paragraph, Run
from policydiff.synopsis.dimming import dimmed
from policydiff.synopsis.marks import Mark
from policydiff.synopsis.relations import changes, chosen
from policydiff.synopsis.replaced_terms import Replacement, replacements, without_terms
from policydiff.synopsis.row_cells import Sides, row_cells
from policydiff.synopsis.row_remarks import remarks
from policydiff.synopsis.table_head import column_headings, subtitle, title
from policydiff.synopsis.table_notes import Told, notes

UNCHANGED, RENUMBERED, REPLACED, UNASKED = "unchanged", "renumbered", "replaced", "unasked"


@dataclass(frozen=True, slots=True)
class LegendItem:
    """What a mark means; ``side`` is ``old``, ``new`` or ``both``. How it looks is said by the format."""

    mark: Mark
    text: str
    side: str


@dataclass(frozen=True, slots=True)
class TableRowView:
    """A row as it is shown. ``pair`` is None in a row that tells of a term replaced throughout.

    Where a side is missing, its cell is None and ``absent`` is what stands there: （新增）, （删除）, （无对应）.
    """

    number: int
    pair: Pair | None
    old: Cell | None
    new: Cell | None
    remarks: tuple[str, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """``headings`` are those of the old and the new column. ``hidden`` counts the rows left out by reason:
    ``unchanged``, ``renumbered``, ``replaced``, and ``unasked`` where only some kinds were asked for."""

    title: str
    subtitle: tuple[str, ...]
    headings: tuple[str, str]
    legend: tuple[LegendItem, ...]
    notes: tuple[str, ...]
    rows: tuple[TableRowView, ...]
    hidden: Mapping[str, int] = field(default_factory=dict)


LEGEND: Mapping[Mode, Mapping[Mark, tuple[str, str]]] = {
    Mode.VERSION: {
        Mark.INSERTED: (N_("new or changed"), "new"),
        Mark.DELETED: (N_("deleted or as it was"), "old"),
        Mark.MOVED_AWAY: (N_("moved elsewhere"), "old"),
        Mark.MOVED_HERE: (N_("moved here"), "new"),
    },
    Mode.REGION: {
        Mark.INSERTED: (N_("only in B"), "new"),
        Mark.DELETED: (N_("only in A"), "old"),
        Mark.MOVED_AWAY: (N_("elsewhere in B"), "old"),
        Mark.MOVED_HERE: (N_("elsewhere in A"), "new"),
    },
}


def table(
    comparison: Comparison,
    *,
    full: bool = False,
    only: Collection[str] = (),
    keep_replacements: bool = False,
    dim_boilerplate: bool = False,
) -> ComparisonTable:
    """The comparison table of ``comparison``.

    ``full`` shows unchanged and merely renumbered rows too; ``only`` keeps rows of these kinds (`relations.KINDS`);
    ``keep_replacements`` marks terms replaced throughout wherever they stand; ``dim_boilerplate`` marks runs of
    boilerplate as common.
    """
    sides = Sides.of(comparison)
    told = () if keep_replacements else replacements(comparison)
    unit = Unit(comparison.settings.get("unit", Unit.CHAR))
    rows: list[TableRowView] = [_replacement_row(number, item, comparison.mode) for number, item in enumerate(told, 1)]
    hidden: dict[str, list[Pair]] = {UNCHANGED: [], RENUMBERED: [], REPLACED: [], UNASKED: []}
    for pair in comparison.pairs:
        old, new = row_cells(sides, without_terms(pair, told), unit)
        marked = any(side is None or side.marks for side in (old, new))
        if (reason := _reason(pair, comparison.mode, only, marked=marked, full=full)) is not None:
            hidden[reason].append(pair)
            continue
        if dim_boilerplate:
            old, new = dimmed(old), dimmed(new)
        rows.append(
            TableRowView(
                len(rows) + 1, pair, old, new, remarks(pair, comparison, sides), _absent(pair, comparison.mode)
            )
        )
    return ComparisonTable(
        title=title(comparison),
        subtitle=subtitle(comparison),
        headings=column_headings(comparison),
        legend=_legend(rows, comparison.mode),
        notes=notes(comparison, Told(told, hidden[UNCHANGED], hidden[RENUMBERED], hidden[REPLACED]), sides),
        rows=tuple(rows),
        hidden={reason: len(pairs) for reason, pairs in hidden.items()},
    )


def _reason(pair: Pair, mode: Mode, only: Collection[str], *, marked: bool, full: bool) -> str | None:
    """Why a row is not shown; None where it is. ``marked`` says that something is marked in it."""
    if not chosen(pair, only):
        return UNASKED
    if full or marked or pair.relation in (Relation.SPLIT, Relation.MERGED):
        return None
    if changes(pair.edits) or pair.tables_differ:
        return REPLACED
    if only or pair.relation is not Relation.UNCHANGED:
        return None
    return RENUMBERED if pair.renumbered and mode is Mode.VERSION else UNCHANGED


def _absent(pair: Pair, mode: Mode) -> str:
    if pair.old and pair.new:
        return ""
    if mode is Mode.REGION:
        return _("(no counterpart)")
    return _("(removed)") if pair.old else _("(newly added)")


def _replacement_row(number: int, item: Replacement, mode: Mode) -> TableRowView:
    def cell(text: str, mark: Mark) -> Cell:
        return Cell((), (Paragraph((Run(text, mark),), ""),))

    said = _("throughout, at {count} places; not told row by row").format(count=item.count)
    return TableRowView(number, None, cell(item.old, Mark.DELETED), cell(item.new, Mark.INSERTED), (said,))


def _legend(rows: Iterable[TableRowView], mode: Mode) -> tuple[LegendItem, ...]:
    used = {mark for row in rows for side in (row.old, row.new) if side is not None for mark in side.marks}
    return tuple(LegendItem(mark, _(name), side) for mark, (name, side) in LEGEND[mode].items() if mark in used)
