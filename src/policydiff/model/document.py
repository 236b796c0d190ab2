"""A policy document: its metadata, its tree of sections, and what was repaired to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from policydiff.model.offsets import OffsetMap
from policydiff.model.source import MarkedHeading, Origin, PageMark, Span


class Level(StrEnum):
    """The level of government that issued a document."""

    CENTRAL = "central"
    MINISTRY = "ministry"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table inside a section's text, standing before character ``at`` of that text.

    ``header`` is empty where it has none. ``span`` is its place in the raw source, where that is known.
    """

    at: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One numbered or headed unit with the text of its own.

    ``id`` is the position in the tree (``"4.1.2"``); text before the first heading is section ``"0"``.
    ``label`` is the number as printed (``（一）``, ``第三条``, empty where there is none); ``heading`` its title.
    ``text`` is its own text without the children's, paragraphs separated by LF. Where part of that text was
    printed after the children, it starts at character ``tail`` of ``text``. ``span`` lies in the raw source and
    covers the section with its children.
    """

    id: str
    label: str
    heading: str
    text: str
    span: Span
    page: int | None = None
    tail: int | None = None
    tables: tuple[Table, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order of their headings."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def title(self) -> str:
        """Label and heading as one would cite them."""
        apart = self.label.endswith(CLOSED_LABELS) or self.label[-1:].isdigit()
        return f"{self.label}{' ' if apart and self.heading else ''}{self.heading}"


CLOSED_LABELS = ("篇", "编", "章", "节", "条")
"""Labels of this kind are followed by a blank in print."""


UNREAD = "unread"
"""The code of a problem that the reader of the file told: what of it could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something odd the parser met and lived with."""

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One reversible change of the text: ``before`` at ``span`` of the raw source became ``after``.

    ``confidence`` is between 0 and 1. A place that was found damaged but not changed has ``before == after``
    and lists its ``candidates``, best first.
    """

    kind: str
    span: Span
    before: str
    after: str
    confidence: float
    candidates: tuple[str, ...] = ()

    @property
    def flagged(self) -> bool:
        """True where damage was found and left for a person to decide."""
        return self.before == self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One policy document, cleaned and outlined.

    ``title`` is the official title; where it transmits a plan, ``main_title`` is the plan's and ``notice`` the
    transmittal's text. ``date`` is ISO, as precise as known (``2021-03-05``, ``2021-03``, ``2021``).
    ``period`` is the first and last year a plan covers. ``closing`` is what follows the last section and belongs
    to none. ``series`` names the work this is a version of, where somebody said so. ``span`` is the document's place in
    its source.
    """

    id: str
    title: str
    span: Span
    origin: Origin
    main_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    region: str | None = None
    level: Level | None = None
    kind: str | None = None
    period: tuple[int, int] | None = None
    recipients: str | None = None
    attachments: tuple[str, ...] = ()
    signature: str | None = None
    excerpt: bool = False
    notice: str | None = None
    closing: str | None = None
    copies_to: str | None = None
    printing: str | None = None
    remark: str | None = None
    series: str | None = None
    sections: tuple[Section, ...] = ()
    problems: tuple[Problem, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()

    def section(self, section_id: str) -> Section | None:
        """The section with that id, or None."""
        return next((s for s in self.walk() if s.id == section_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document that a source only lists: its row number, issuers, title, number and year."""

    number: int
    issuers: tuple[str, ...]
    title: str
    doc_number: str | None
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of a table of contents: the title as printed there and the page it names."""

    title: str
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """A repaired text with everything the damage taught about it.

    ``origins`` maps its offsets to the raw source (see `policydiff.model.offsets`). ``pages`` and ``headings``
    are places in this text; ``contents`` is the table of contents that was taken out of it, ``tables`` the tables of
    the format, each standing behind character ``at`` of this text (the end of the line before it, or 0).
    """

    text: str
    origins: OffsetMap
    repairs: tuple[Repair, ...] = ()
    pages: tuple[PageMark, ...] = ()
    headings: tuple[MarkedHeading, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """All that one source held."""

    origin: Origin
    documents: tuple[Document, ...]
    listed: tuple[Listed, ...] = ()
    repairs: tuple[Repair, ...] = ()
