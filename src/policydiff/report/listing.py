"""The library as a table: one row per document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydiff.library.values import Entry
from policydiff.messages import _, ngettext
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table


def listing(entries: Sequence[Entry]) -> RenderableType:
    """The documents in the order given, and how many there are."""
    from rich.console import Group

    count = ngettext("{count} document", "{count} documents", len(entries)).format(count=len(entries))
    return Group(_table(entries), "", safe(count, "dim")) if entries else safe(count, "dim")


def works_listing(works: Sequence[Sequence[Entry]]) -> RenderableType:
    """Each work with its versions below it, and how many works there are."""
    from rich.console import Group

    count = ngettext("{count} work in versions", "{count} works in versions", len(works)).format(count=len(works))
    views: list[RenderableType] = []
    for work in works:
        name = work[0].series.rpartition("·")[2]
        views += [safe(f"{work[0].region or ''} {name}".strip(), "bold"), _versions(work), ""]
    return Group(*views, safe(count, "dim"))


def _versions(work: Sequence[Entry]) -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for entry in work:
        table.add_row(safe(entry.date or _("undated")), safe(entry.id), safe(entry.title))
    return table


def _table(entries: Sequence[Entry]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(_("Region"), overflow="fold")
    table.add_column(_("Date"), no_wrap=True)
    table.add_column(_("Title"), overflow="fold", ratio=1)
    table.add_column(_("Sections"), justify="right", no_wrap=True)
    table.add_column(_("Characters"), justify="right", no_wrap=True)
    for entry in entries:
        title = safe(entry.main_title or entry.title, "bold")
        title.append_text(safe("".join(f"  {name}" for name in names(entry)), "dim not bold"))
        table.add_row(
            safe(entry.region or ""), safe(entry.date or ""), title, f"{entry.sections:,}", f"{entry.characters:,}"
        )
    return table


def names(entry: Entry) -> tuple[str, ...]:
    """What the document may be called on the command line: its number where it has one, and its id."""
    return tuple(name for name in (entry.doc_number, entry.id) if name)
