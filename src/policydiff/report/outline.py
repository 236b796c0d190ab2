"""A document as a tree of its sections, with its metadata above and its damage report below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policydiff.messages import _, ngettext
from policydiff.model import Document, Listed, Parsed, Repair, Section
from policydiff.report.damage import classes, damage, flags
from policydiff.report.parts import facts, safe
from policydiff.synopsis.names import level_name
from policydiff.synopsis.sections import characters, page_name, period_name, section_title

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

BRANCH, LAST, THROUGH, BLANK = "├─ ", "└─ ", "│  ", "   "


def outline(document: Document) -> RenderableType:
    """Metadata, tree and damage of one document."""
    from rich.console import Group

    return Group(head(document), "", tree(document), "", damage(document.repairs, document.problems, document.sections))


def source_outline(parsed: Parsed) -> RenderableType:
    """All documents of one source, what it only lists, and the damage that belongs to no document."""
    from rich.console import Group
    from rich.rule import Rule

    views: list[RenderableType] = []
    for document in parsed.documents:
        views += [Rule(safe(document.main_title or document.title, "bold"), align="left"), outline(document), ""]
    if parsed.listed:
        views += [Rule(safe(_("Listed only"), "bold"), align="left"), listed(parsed.listed), ""]
    if len(parsed.documents) != 1 and parsed.repairs:
        views += [Rule(safe(_("Of the whole file"), "bold"), align="left"), classes(parsed.repairs)]
        views += [*flags(_outside(parsed), ()), ""]
    count = len(parsed.documents)
    views.append(
        ngettext("{count} document in {name}", "{count} documents in {name}", count).format(
            count=count, name=safe(parsed.origin.name).plain
        )
    )
    return Group(*views)


def _outside(parsed: Parsed) -> list[Repair]:
    """The repairs that lie in none of the documents."""
    own = {(repair.kind, repair.span) for document in parsed.documents for repair in document.repairs}
    return [repair for repair in parsed.repairs if (repair.kind, repair.span) not in own]


def head(document: Document) -> Table:
    """The metadata that is known."""
    return facts(
        (
            (_("Title"), document.title),
            (_("Transmits"), document.main_title),
            (_("Number"), document.doc_number),
            (_("Issuers"), "、".join(document.issuers)),
            (_("Date"), document.date),
            (_("Region"), document.region),
            (_("Level"), level_name(document.level)),
            (_("Kind"), document.kind),
            (_("Period"), period_name(document.period)),
            (_("Attachments"), "；".join(document.attachments)),
            (_("Extent"), _("excerpt") if document.excerpt else ""),
            (_("Name"), document.id),
            (_("File"), document.origin.name),
        )
    )


def tree(document: Document) -> Table:
    """Every section with its place, page and characters (those of the sections below it included)."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(_("Section"), no_wrap=True, style="dim")
    table.add_column(_("Heading"), overflow="fold", ratio=1)
    table.add_column(_("Page"), justify="right", no_wrap=True)
    table.add_column(_("Characters"), justify="right", no_wrap=True)
    for guide, depth, section in _rows(document.sections):
        title = Text(guide, style="dim")
        title.append_text(safe(section_title(section), "bold" if depth == 0 and section.heading else ""))
        table.add_row(section.id, title, page_name(section.page), f"{characters(section):,}")
    return table


def _rows(sections: Sequence[Section], guide: str = "", depth: int = 0) -> Iterator[tuple[str, int, Section]]:
    for index, section in enumerate(sections):
        last = index == len(sections) - 1
        yield guide + ((LAST if last else BRANCH) if depth else ""), depth, section
        below = guide + ((BLANK if last else THROUGH) if depth else "")
        yield from _rows(section.children, below, depth + 1)


def listed(rows: Sequence[Listed]) -> Table:
    """Documents the source names without giving their text."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column("#", justify="right")
    table.add_column(_("Year"), no_wrap=True)
    table.add_column(_("Number"), overflow="fold")
    table.add_column(_("Title"), overflow="fold")
    table.add_column(_("Issuers"), overflow="fold")
    for row in rows:
        table.add_row(
            str(row.number),
            str(row.year or ""),
            safe(row.doc_number or ""),
            safe(row.title),
            safe("、".join(row.issuers)),
        )
    return table
