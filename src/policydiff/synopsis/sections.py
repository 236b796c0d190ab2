"""How sections, pages and documents are called."""

from __future__ import annotations

from policydiff.messages import _
from policydiff.model import Document, Section
from policydiff.model.document import CLOSED_LABELS

PREVIEW_CHARS = 24
"""How much of a section's text stands in for a missing heading."""


def section_title(section: Section) -> str:
    """Label and heading; where there is no heading, how the text begins."""
    if section.heading:
        return section.title
    start = " ".join(section.text.split())
    preview = start if len(start) <= PREVIEW_CHARS else start[:PREVIEW_CHARS] + "…"
    return f"{section.label} {preview}".strip()


def lead(section: Section) -> str:
    """The label as it is printed before the heading or, where there is none, before the text: 第三条　…"""
    if section.heading:
        return section.title.removesuffix(section.heading)
    return section.label + ("\u3000" if section.label.endswith(CLOSED_LABELS) else "")


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
