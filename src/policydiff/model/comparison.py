"""What differs between two documents, and how sure we are.

One `Comparison` is computed once; terminal, application and every export draw it and compute nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from policydiff.model.document import Document, Repair


class Mode(StrEnum):
    """Two versions of one policy, or the policies of two regions (comparable, not derived)."""

    VERSION = "version"
    REGION = "region"


class LinkKind(StrEnum):
    """COUNTERPART: the same subject. PARTIAL: a substantial part of one treats the main subject of the other."""

    COUNTERPART = "counterpart"
    PARTIAL = "partial"


class Relation(StrEnum):
    """How the two sides of a row relate. ONLY_OLD and ONLY_NEW mean "no counterpart found"."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    REWRITTEN = "rewritten"
    SPLIT = "split"
    MERGED = "merged"
    ONLY_OLD = "only_old"
    ONLY_NEW = "only_new"


class EditKind(StrEnum):
    """EQUAL is on both sides, DELETE on the old side only, INSERT on the new side only."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Section ``old`` and section ``new`` treat the same; ``similarity`` 0–1, ``confidence`` a probability."""

    old: str
    new: str
    kind: LinkKind
    similarity: float
    confidence: float
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible counterpart that was not asserted: the section's id on the side that is missing."""

    section: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of text. For EQUAL, ``text`` is the old side's and ``other`` the new side's where they are
    equal on the key only (width, brackets, script); else ``other`` is None.

    ``move`` numbers the halves of a passage that changed place inside the section: a DELETE and an INSERT with
    the same number; several of each where it was also changed on its way. Joined, the DELETE texts of a number
    equal its INSERT texts on the key; unnumbered edits between them are the changes made on the way.
    """

    kind: EditKind
    text: str
    other: str | None = None
    move: int | None = None

    @property
    def old(self) -> str:
        """What this edit contributes to the old text."""
        return "" if self.kind is EditKind.INSERT else self.text

    @property
    def new(self) -> str:
        """What this edit contributes to the new text."""
        if self.kind is EditKind.DELETE:
            return ""
        return self.text if self.other is None else self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of two paired tables, or of one.

    ``cells`` holds a column's edits each; ``relation`` is UNCHANGED, MODIFIED, ONLY_OLD or ONLY_NEW. ``old`` and
    ``new`` are the row's numbers in the tables, from 0 and without the header.
    """

    relation: Relation
    cells: tuple[tuple[Edit, ...], ...]
    old: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePair:
    """Two tables of a row's sections, aligned by their key column; or one, where the other side has none.

    ``old`` and ``new`` number the tables of the row's old and new sections in reading order, from 0. ``header``
    holds a column's edits each. Columns are the old table's in order, with the new table's own ones where they
    stand there; ``columns`` numbers them in both tables, from 0. Rows are the new table's in order, with the old
    table's own ones where they stood there.
    """

    old: int | None
    new: int | None
    header: tuple[tuple[Edit, ...], ...]
    rows: tuple[TableRow, ...]
    columns: tuple[tuple[int | None, int | None], ...] = ()

    @property
    def edits(self) -> Iterator[Edit]:
        """Those of all cells, row by row, the header first."""
        for cells in (self.header, *(row.cells for row in self.rows)):
            for cell in cells:
                yield from cell

    @property
    def differs(self) -> bool:
        """True where a cell is not equal."""
        return any(edit.kind is not EditKind.EQUAL for edit in self.edits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding on a pair (target, deadline, responsibility, wording, citation) with its own fields."""

    kind: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row a reader sees. ``old`` and ``new`` are section ids; one of them is empty in ONLY_OLD and ONLY_NEW.

    ``edits`` rebuild the sections' texts (several joined by LF) exactly on both sides; ``tables`` compare the
    sections' tables cell by cell. ``see_also_old`` / ``see_also_new`` are the sections of the other side that this
    row's sections are partially linked with. ``candidates`` name sections of the side that is missing (or, in a
    doubtful pairing, of the new side).
    """

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    confidence: float
    edits: tuple[Edit, ...]
    moved: bool = False
    renumbered: bool = False
    pinned: bool = False
    see_also_old: tuple[str, ...] = ()
    see_also_new: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    tables: tuple[TablePair, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def all_edits(self) -> Iterator[Edit]:
        """The texts' edits, then those of the tables' cells."""
        yield from self.edits
        for table in self.tables:
            yield from table.edits

    @property
    def tables_differ(self) -> bool:
        """True where a cell of a table is not equal."""
        return any(table.differs for table in self.tables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Which share of section ``old``'s text reappears in ``new``, and which share of ``new``'s comes from it."""

    old: str
    new: str
    old_share: float
    new_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The one result of comparing two documents.

    ``counts`` has a number per `Relation`; ``changed_share`` is the share of characters (both sides together)
    that are not equal; ``substantive_share`` that of those that are besides no boilerplate of the genre, None where
    that was not looked for.
    """

    mode: Mode
    old: Document
    new: Document
    links: tuple[Link, ...]
    pairs: tuple[Pair, ...]
    flows: tuple[Flow, ...]
    counts: Mapping[Relation, int]
    changed_share: float
    settings: Mapping[str, Any]
    versions: Mapping[str, str]
    substantive_share: float | None = None

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """The repairs of both documents."""
        return self.old.repairs + self.new.repairs

    @property
    def differs(self) -> bool:
        """True where any row is not unchanged, or has moved or changed a table."""
        return any(pair.relation is not Relation.UNCHANGED or pair.moved or pair.tables_differ for pair in self.pairs)
