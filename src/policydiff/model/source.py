"""A text as it was received, and where a piece of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policydiff.model.offsets import Change


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of characters ``[start, end)``, in the raw decoded source unless said otherwise."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which file a document came from: its name (no folders), SHA-256 of its bytes, type and encoding."""

    name: str
    sha256: str
    media_type: str
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark:
    """Page ``number`` begins at character ``offset`` of the text the mark belongs to.

    Roman front-matter pages are negative: -1 is page i.
    """

    offset: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedHeading:
    """A span that the typesetter marked as a heading; ``depth`` 1 is the topmost, 0 is unknown."""

    span: Span
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """A table that the file format marks as one.

    Its cells stand in the text at ``span``, a row a line and cells parted by TAB, which is whole lines and no prose.
    A cell that spans several columns or rows is repeated in each. ``header`` is empty where the table has none.
    """

    span: Span
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One decoded file.

    ``text`` is what the bytes say, line ends folded to LF. ``markup`` is what of it belongs to the file format
    and not to the document (Markdown's signs), as changes that take it out. ``headings`` and ``pages`` are what
    the format itself says of headings and page breaks, ``tables`` what it says of tables, at offsets of ``text``.
    ``facts`` are metadata the format names (a page's own table of 文号 and dates), by the field's name in `Document`;
    ``problems`` what of the file could not be read.
    """

    origin: Origin
    text: str
    markup: tuple[Change, ...] = ()
    headings: tuple[MarkedHeading, ...] = ()
    pages: tuple[PageMark, ...] = ()
    tables: tuple[SourceTable, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
