"""The first sheet (汇总): what was compared, how much differs, what was left out, how it was done."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.export.printing import rounded
from policydiff.export.xlsx.book import DECIMAL, PERCENT, TEXT, WHOLE, Book, Value
from policydiff.messages import _
from policydiff.model import Comparison, Document, Relation
from policydiff.synopsis import ComparisonTable
from policydiff.synopsis.lists import listed
from policydiff.synopsis.names import level_name
from policydiff.synopsis.relations import MODES, relation_name
from policydiff.synopsis.table_head import column_names

WIDTHS = (22, 52, 52)

Line = tuple[tuple[Value, str], ...]
"""Cells with how their numbers are shown."""


def summary(book: Book, comparison: Comparison, drawn: ComparisonTable) -> None:
    """Blocks of lines: the documents, the figures, the notes."""
    sheet = book.sheet(_("Totals"))
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, drawn.title[:255], book.strong)
    row = 2
    for title, block in (
        ("", _documents(comparison)),
        (_("Result"), _figures(comparison)),
        (_("Settings"), _settings(comparison)),
    ):
        if title:
            sheet.write_string(row, 0, title, book.strong)
            row += 1
        for line in block:
            for column, (value, shown) in enumerate(line):
                book.write(sheet, row, column, value, shown, left=True)
            book.set_height(
                sheet, row, [(str(value or ""), width) for (value, _shown), width in zip(line, WIDTHS, strict=False)]
            )
            row += 1
        row += 1
    sheet.write_string(row, 0, _("Notes"), book.strong)
    for place, note in enumerate(drawn.notes, row + 1):
        book.note(sheet, place, (0, 2), sum(WIDTHS), note)


def _documents(comparison: Comparison) -> Iterator[Line]:
    one, other = column_names(comparison)
    yield (("", ""), (one, ""), (other, ""))
    for name, values in _facts(comparison.old, comparison.new):
        if any(value not in (None, "") for value in values):
            yield ((name, ""), *((value, WHOLE) for value in values))


def _facts(*documents: Document) -> Iterator[tuple[str, list[Value]]]:
    yield _("Title"), [document.main_title or document.title for document in documents]
    yield _("Document number"), [document.doc_number for document in documents]
    yield _("Date"), [document.date for document in documents]
    yield _("Issuers"), [listed(document.issuers) for document in documents]
    yield _("Region"), [document.region for document in documents]
    yield _("Level"), [level_name(document.level) for document in documents]
    yield _("Kind"), [document.kind for document in documents]
    yield _("Sections"), [sum(1 for _section in document.walk()) for document in documents]
    yield _("Characters"), [sum(len(section.text) for section in document.walk()) for document in documents]
    yield _("Document id"), [document.id for document in documents]
    yield _("Source file"), [document.origin.name for document in documents]
    yield "SHA-256", [document.origin.sha256 for document in documents]


def _figures(comparison: Comparison) -> Iterator[Line]:
    rows = len(comparison.pairs)
    yield ((_("Compared as"), ""), (_(MODES[comparison.mode]), ""))
    yield ((_("Rows"), ""), (rows, WHOLE))
    for relation in Relation:
        if count := comparison.counts.get(relation, 0):
            share = rounded(count / rows) if rows else None
            yield ((relation_name(relation, comparison.mode), ""), (count, WHOLE), (share, PERCENT))
    for name, count in (
        (_("moved"), sum(pair.moved for pair in comparison.pairs)),
        (_("renumbered"), sum(pair.renumbered for pair in comparison.pairs)),
        (_("set by hand"), sum(pair.pinned for pair in comparison.pairs)),
    ):
        if count:
            yield ((name, ""), (count, WHOLE))
    yield ((_("Changed text"), ""), (rounded(comparison.changed_share), PERCENT))
    if comparison.substantive_share is not None:
        yield ((_("Changed text, boilerplate apart"), ""), (rounded(comparison.substantive_share), PERCENT))
    if (mean := mean_confidence(comparison)) is not None:
        yield ((_("Mean confidence"), ""), (rounded(mean), DECIMAL))


def mean_confidence(comparison: Comparison) -> float | None:
    """The mean confidence of the rows that have both sides; None where there are none."""
    found = [pair.confidence for pair in comparison.pairs if pair.old and pair.new]
    return sum(found) / len(found) if found else None


def _settings(comparison: Comparison) -> Iterator[Line]:
    for name, value in (*comparison.settings.items(), *comparison.versions.items()):
        if value not in (None, "", [], {}, ()):
            yield ((str(name), ""), (value if isinstance(value, str | int | float) else str(value), TEXT))
