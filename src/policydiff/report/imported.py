"""What an import brought: a line per document, then the damage of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from policydiff.library.values import Added, AddedStatus
from policydiff.messages import N_, _
from policydiff.model import Document
from policydiff.report.damage import classes, flags
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

STATUSES = {
    AddedStatus.ADDED: N_("added"),
    AddedStatus.UNCHANGED: N_("unchanged"),
    AddedStatus.UPDATED: N_("updated"),
    AddedStatus.RENAMED: N_("added under another id"),
}


class Imported(NamedTuple):
    """A document and what became of it."""

    added: Added
    document: Document


def imported(results: Sequence[Imported]) -> RenderableType:
    """Lines, counts, and the damage report."""
    from rich.console import Group

    views: list[RenderableType] = [_table(results), "", safe(_counts(results), "dim")]
    repairs = tuple(repair for result in results for repair in result.document.repairs)
    if repairs:
        views += ["", safe(_("Damage"), "bold"), classes(repairs)]
    if any(repair.flagged for repair in repairs):
        views += ["", safe(_("To be looked at"), "bold")]
    for result in results:
        flagged = flags(result.document.repairs, result.document.sections)
        if flagged:
            views += [safe(result.added.id), *flagged]
    return Group(*views)


def _table(results: Sequence[Imported]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for added, document in results:
        title = document.main_title or document.title
        table.add_row(safe(_(STATUSES[added.status])), safe(added.id), safe(title))
    return table


def _counts(results: Sequence[Imported]) -> str:
    counts = Counter(result.added.status for result in results)
    return _(", ").join(f"{_(STATUSES[status])} {counts[status]}" for status in AddedStatus if counts[status])
