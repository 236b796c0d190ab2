"""Sections put together from the paragraphs and tables that stand under a heading and after its children."""

from __future__ import annotations

from dataclasses import dataclass, field

from policydiff.library.markdown.headings import Place
from policydiff.model import Section, Span, Table


@dataclass(slots=True)
class PlacedTable:
    """A table before paragraph ``index`` of its part, or at character ``at`` of the section's text."""

    index: int
    at: int | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span | None = None


@dataclass(slots=True)
class Part:
    """Paragraphs and tables that stand together."""

    lines: list[str] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return "\n".join(self.lines)

    def placed(self, start: int, end: int) -> tuple[Table, ...]:
        """The tables, where the part's text begins at ``start`` and a table behind it stands at ``end``."""
        starts = [start]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        starts[-1] = end
        return tuple(
            Table(
                at=starts[table.index] if table.at is None else table.at,
                header=table.header,
                rows=table.rows,
                span=table.span,
            )
            for table in self.tables
        )


@dataclass(slots=True)
class OpenSection:
    """A section while it is read. ``joined``: its tail goes on in the paragraph the head broke off."""

    id: str
    label: str
    heading: str
    place: Place
    head: Part = field(default_factory=Part)
    tail: Part | None = None
    joined: bool = False
    children: list[OpenSection] = field(default_factory=list)


def closed(found: list[OpenSection], start: int) -> tuple[Section, ...]:
    """The sections; one whose place is unknown is put, with no length, where the one before it ends.

    ``start`` is where the first begins in the source.
    """
    result = []
    for item in found:
        section = _closed(item, start)
        start = section.span.end
        result.append(section)
    return tuple(result)


def _closed(found: OpenSection, start: int) -> Section:
    span = found.place.span
    if span is None:
        span = Span(start=start, end=start)
    text, cut = _text(found)
    tables = found.head.placed(0, len(text) if cut is None else len(found.head.text))
    if found.tail is not None and cut is not None:
        tables += found.tail.placed(cut, len(text))
    return Section(
        id=found.id,
        label=found.label,
        heading=found.heading,
        text=text,
        span=span,
        page=found.place.page,
        tail=cut,
        tables=tables,
        children=closed(found.children, span.start),
    )


def _text(found: OpenSection) -> tuple[str, int | None]:
    if found.tail is None:
        return found.head.text, None
    if not found.head.lines:
        return found.tail.text, 0
    before = found.head.text + ("" if found.joined else "\n")
    return before + found.tail.text, len(before)
