"""A document as plain text: title, metadata line, headings and paragraphs, as one would print it."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Document, Section, Table
from policydiff.synopsis.printable import printable


def text(document: Document) -> str:
    """Paragraphs on lines of their own, an empty line before each heading."""
    return printable("\n".join(_lines(document)).strip("\n") + "\n")


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    if document.main_title and document.main_title != document.title:
        yield document.main_title
    facts = "  ".join(fact for fact in (document.doc_number, "、".join(document.issuers), document.date) if fact)
    if facts:
        yield facts
    for section in document.sections:
        yield from _section(section)
    if document.closing:
        yield ""
        yield document.closing


def _section(section: Section) -> Iterator[str]:
    """The section, its children, and what was printed after them."""
    before, after = (
        (section.text, "") if section.tail is None else (section.text[: section.tail], section.text[section.tail :])
    )
    yield ""
    if section.title:
        yield section.title
    yield from _with_tables(before.rstrip("\n"), section.tables)
    for child in section.children:
        yield from _section(child)
    if after:
        yield after


def _with_tables(paragraphs: str, tables: tuple[Table, ...]) -> Iterator[str]:
    done = 0
    for table in tables:
        if paragraphs[done : table.at].strip("\n"):
            yield paragraphs[done : table.at].strip("\n")
        yield "\n".join(" | ".join(row) for row in (table.header, *table.rows))
        done = max(done, min(table.at, len(paragraphs)))
    if paragraphs[done:].strip("\n"):
        yield paragraphs[done:].strip("\n")
