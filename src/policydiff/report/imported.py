"""What an import brought: a line per document, then the damage of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.library.values import Added, AddedStatus
from policydiff.messages import N_, _
from policydiff.model import Document
from policydiff.report.damage import class_counts, flags
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

STATUSES = {
    AddedStatus.ADDED: N_("added"),
    AddedStatus.UNCHANGED: N_("unchanged"),
    AddedStatus.UPDATED: N_("updated"),
    AddedStatus.RENAMED: N_("added under another id"),
    AddedStatus.DUPLICATE: N_("already there, from another file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a document, and what is told of it: no text is kept, since imports may be of many thousands."""

    added: Added
    title: str
    repairs: Counter[tuple[str, bool]]
    flags: tuple[RenderableType, ...]

    @classmethod
    def of(cls, added: Added, document: Document) -> Imported:
        """What is told of ``document``."""
        return cls(
            added=added,
            title=document.main_title or document.title,
            repairs=Counter((repair.kind, repair.flagged) for repair in document.repairs),
            flags=tuple(flags(document.repairs, document.sections)),
        )


def imported(results: Sequence[Imported]) -> RenderableType:
    """Lines, counts, and the damage report."""
    from rich.console import Group

    views: list[RenderableType] = [_table(results), "", safe(_counts(results), "dim")]
    repairs: Counter[tuple[str, bool]] = sum((result.repairs for result in results), Counter())
    if repairs:
        views += ["", safe(_("Damage"), "bold"), class_counts(repairs)]
    if any(result.flags for result in results):
        views += ["", safe(_("To be looked at"), "bold")]
    for result in results:
        if result.flags:
            views += [safe(result.added.id), *result.flags]
    return Group(*views)


def _table(results: Sequence[Imported]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for result in results:
        added = result.added
        table.add_row(safe(_(STATUSES[added.status])), safe(added.id), safe(result.title))
    return table


def _counts(results: Sequence[Imported]) -> str:
    counts = Counter(result.added.status for result in results)
    return _(", ").join(f"{_(STATUSES[status])} {counts[status]}" for status in AddedStatus if counts[status])
