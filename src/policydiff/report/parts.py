"""Pieces the views share: safe text, titles of sections, facts in two columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Document, Section
from policydiff.report.printable import printable

if TYPE_CHECKING:
    from rich.style import StyleType
    from rich.table import Table
    from rich.text import Text

ONE_LINE = {ord(char): " " for char in "\n\r\t\u2028\u2029"}

PREVIEW_CHARS = 24
"""How much of a section's text stands in for a missing heading."""


def safe(text: str, style: StyleType = "") -> Text:
    """Text of a document for a terminal: one line, no control characters, no markup."""
    from rich.text import Text

    return Text(printable(text.translate(ONE_LINE)), style=style)


def facts(rows: Iterable[tuple[str, str | None]]) -> Table:
    """Names and values in two columns; rows without a value are left out."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for name, value in rows:
        if value:
            grid.add_row(name, safe(value))
    return grid


def section_title(section: Section) -> str:
    """Label and heading; where there is no heading, how the text begins."""
    if section.heading:
        return section.title
    start = " ".join(section.text.split())
    preview = start if len(start) <= PREVIEW_CHARS else start[:PREVIEW_CHARS] + "…"
    return f"{section.label} {preview}".strip()


def section_path(document: Document, section_id: str) -> str:
    """The titles from the top of the tree down to the section, as one would cite them."""
    parts = section_id.split(".")
    ids = [".".join(parts[: depth + 1]) for depth in range(len(parts))]
    found = [section for section_id in ids if (section := document.section(section_id)) is not None]
    return " › ".join(section_title(section) for section in found)


def page_name(page: int | None) -> str:
    """A page as printed: front matter in Roman numbers; empty where unknown."""
    if page is None:
        return ""
    if page > 0:
        return str(page)
    return _roman(-page)


def _roman(number: int) -> str:
    parts = []
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def document_name(document: Document) -> str:
    """The document number where there is one, else the id."""
    return document.doc_number or document.id


def characters(section: Section) -> int:
    """Characters of the section's text with all below it."""
    return sum(len(part.text) for part in section.walk())


def period_name(period: tuple[int, int] | None) -> str:
    """The years a plan covers."""
    return "" if period is None else _("{first}–{last}").format(first=period[0], last=period[1])
