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
