"""A section's own text: tables taken out of it, captions dropped, one line per paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from policydiff.model import Repair, Table
from policydiff.outline import captions
from policydiff.outline.flattened import FlatTable
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.pipes import pipe_tables

Tables = tuple[FlatTable, ...]

ELLIPSIS = re.compile(r"^[.…·。\s]{1,6}$")
"""A line of dots, where an excerpt leaves something out."""
_CUT_MARK = re.compile(r"(?<=。)[.…]{1,6}$")
_CAPTION_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTexts:
    """Cuts texts out of ``manuscript``, and keeps a record of the captions it dropped in ``repairs``.

    ``tables`` are those that text extraction flattened; ``placed`` those of the format that no text has taken yet.
    """

    manuscript: Manuscript
    tables: Tables
    keep_captions: bool
    placed: list[Table] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def between(self, start: int, end: int, *, owned: int | None = None) -> tuple[str, list[Table]]:
        """The text of ``[start, end)`` and its tables, with their places in that text.

        Tables that stand behind ``owned`` (the heading's place) belong to it too.
        """
        own = _Own()
        position = start
        for first, last, table in self._tables_in(start if owned is None else owned, start, end):
            own.add(_paragraphs(self.manuscript.text[position : max(position, first)]))
            if table is not None:
                own.place(table)
            position = max(position, last)
        own.add(_paragraphs(self._without_caption(position, end)))
        return own.finished()

    def _tables_in(self, owned: int, start: int, end: int) -> list[tuple[int, int, Table | None]]:
        """Tables to take out of ``[start, end)``, each with its range; lists of documents are taken out only."""
        flat = [
            (found.start, min(end, found.end), None if found.lists_documents else _table(self.manuscript, found))
            for found in self.tables
            if start <= found.start < end
        ]
        placed = [table for table in self.placed if owned <= table.at < end]
        for table in placed:
            self.placed.remove(table)
        return sorted(
            [*flat, *((max(start, table.at), max(start, table.at), table) for table in placed)],
            key=lambda found: found[:2],
        )

    def with_tail(
        self, start: int, end: int, tail: tuple[int, int] | None, *, owned: int | None = None
    ) -> tuple[str, int | None, list[Table]]:
        """The same for a text in two ranges: the whole, where in it the second begins, the tables of both."""
        text, tables = self.between(start, end, owned=owned)
        if tail is None:
            return text, None, tables
        after, more = self.between(*tail)
        at = len(text) + 1 if text else 0
        tables += [replace(table, at=table.at + at) for table in more]
        return f"{text}\n{after}" if text else after, at, tables

    def _without_caption(self, start: int, end: int) -> str:
        text = self.manuscript.text[start:end]
        caption = "" if self.keep_captions else captions.at_end(text)
        if not caption:
            return text
        at = text.rindex(caption)
        self.repairs.append(
            Repair(
                kind=captions.KIND,
                span=self.manuscript.raw(start + at, start + at + len(caption)),
                before=caption,
                after="",
                confidence=_CAPTION_CONFIDENCE,
            )
        )
        return text[:at]


@dataclass(slots=True)
class _Own:
    """A text put together from pieces, with the tables between them."""

    text: str = ""
    tables: list[Table] = field(default_factory=list)

    def add(self, piece: str) -> None:
        """Go on with ``piece``; tables written in it are taken out of it."""
        piece, found = pipe_tables(piece)
        self.tables += [replace(table, at=self._next + table.at) for table in found]
        if piece:
            self.text = f"{self.text}\n{piece}" if self.text else piece

    def place(self, table: Table) -> None:
        """A table stands here, before whatever comes next."""
        self.tables.append(replace(table, at=self._next))

    @property
    def _next(self) -> int:
        return len(self.text) + 1 if self.text else 0

    def finished(self) -> tuple[str, list[Table]]:
        """The text, and its tables, none of them beyond its end."""
        return self.text, [replace(table, at=min(table.at, len(self.text))) for table in self.tables]


def _table(manuscript: Manuscript, flat: FlatTable) -> Table:
    return Table(at=0, header=flat.header, rows=flat.rows, span=manuscript.raw(flat.start, flat.end))


def _paragraphs(text: str) -> str:
    lines = (_CUT_MARK.sub("", line.strip(" \u3000\t")) for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not ELLIPSIS.match(line))
