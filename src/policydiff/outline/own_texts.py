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
    """Cuts texts out of ``manuscript``, and keeps a record of the captions it dropped in ``repairs``."""

    manuscript: Manuscript
    tables: Tables
    keep_captions: bool
    repairs: list[Repair] = field(default_factory=list)

    def between(self, start: int, end: int) -> tuple[str, list[Table]]:
        """The text of ``[start, end)`` and its tables, with their places in that text."""
        pieces: list[str] = []
        tables: list[Table] = []
        position = start
        for flat in self.tables:
            if start <= flat.start < end:
                pieces.append(_paragraphs(self.manuscript.text[position : flat.start]))
                if not flat.lists_documents:
                    tables.append(Table(at=len(_joined(pieces)), header=flat.header, rows=flat.rows))
                position = min(end, flat.end)
        pieces.append(_paragraphs(self._without_caption(position, end)))
        text = _joined(pieces)
        return (text, tables) if tables else pipe_tables(text)

    def with_tail(self, start: int, end: int, tail: tuple[int, int] | None) -> tuple[str, int | None, list[Table]]:
        """The same for a text in two ranges: the whole, where in it the second begins, the tables of both."""
        text, tables = self.between(start, end)
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


def _joined(pieces: list[str]) -> str:
    return "\n".join(filter(None, pieces))


def _paragraphs(text: str) -> str:
    lines = (_CUT_MARK.sub("", line.strip(" \u3000\t")) for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not ELLIPSIS.match(line))
