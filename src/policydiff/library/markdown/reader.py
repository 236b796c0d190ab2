"""A document out of Markdown, written by the program or by hand.

What the program writes comes back exactly; beyond that it is lenient: headings may skip levels, comments may be
missing, unknown ones are passed over, every line of text is a paragraph. Only a front matter or a list of repairs
that makes no sense is an error, with file and line.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from policydiff.errors import LibraryError
from policydiff.library.markdown import front, headings, marks, records, tables
from policydiff.library.markdown.assembly import OpenSection, Part, PlacedTable, closed
from policydiff.library.markdown.checksum import KEY, checksum
from policydiff.library.markdown.lines import decoded
from policydiff.library.markdown.split import Block, Mark, Rows, blocks, called, split
from policydiff.messages import _
from policydiff.model import Document, Problem, Repair, Span


def load(text: str, *, file: str = "") -> Document:
    """The document a Markdown ``text`` holds.

    ``file`` is named in errors, and its stem is the document's id where the text gives none. Raises `LibraryError`
    where there is no front matter, or one that cannot be read.
    """
    parts = split(text, file=file)
    fields = front.read(parts.front, file=file)
    fields.setdefault("title", "")
    fields.setdefault("span", Span(start=0, end=0))
    fields.setdefault("origin", front.UNKNOWN_ORIGIN)
    fields["id"] = fields.get("id") or PurePath(file).stem or "document"
    body = _Body()
    for number, block in blocks(parts):
        try:
            body.take(block)
        except (ValueError, TypeError) as error:
            raise LibraryError(
                _("{file}, line {line}: this record cannot be read.").format(file=called(file), line=number),
                cause=str(error),
                fix=_("Restore the line from version control, or delete it."),
            ) from None
    return Document(**fields, **body.fields(start=fields["span"].start))


def untouched(text: str) -> bool:
    """True where a file's ``text`` is as the program wrote it."""
    parts = split(text)
    return checksum_in(text) == checksum(parts.front, parts.body)


def checksum_in(text: str) -> str | None:
    """The checksum a file's ``text`` carries: what it was when the program wrote it."""
    return front.scalars(split(text).front).get(KEY)


class _Body:
    """Everything behind the front matter, taken block by block."""

    def __init__(self) -> None:
        self.top: list[OpenSection] = []
        self.open: list[OpenSection] = []
        self.named: dict[str, Part] = {}
        self.part: Part | None = None
        self.table: re.Match[str] | None = None
        self.problems: list[Problem] = []
        self.repairs: list[Repair] = []

    def take(self, block: Block) -> None:
        """Take the next block; ValueError where it is a record that cannot be read."""
        if isinstance(block, Mark):
            self._mark(block)
        elif isinstance(block, headings.Heading):
            self._section(block)
        elif isinstance(block, Rows):
            self._rows(block)
        else:
            self._current().lines.append(decoded(block.line))

    def fields(self, *, start: int) -> dict[str, Any]:
        """What the body says of a `Document` that begins at ``start`` of its source."""
        texts = {name: part.text for name, part in self.named.items()}
        return {
            "sections": closed(self.top, start),
            "problems": tuple(self.problems),
            "repairs": tuple(self.repairs),
            "notice": texts.get(marks.NOTICE),
            "closing": texts.get(marks.CLOSING),
        }

    def _current(self) -> Part:
        """Where text goes now; before any heading or mark that is section 0."""
        return self._preamble(headings.Place()) if self.part is None else self.part

    def _preamble(self, place: headings.Place) -> Part:
        section = OpenSection("0", "", "", place)
        self.top.append(section)
        self.part = section.head
        return self.part

    def _section(self, found: headings.Heading) -> None:
        del self.open[found.depth - 1 :]
        siblings = self.open[-1].children if self.open else self.top
        parent = f"{self.open[-1].id}." if self.open else ""
        number = len(siblings) + (0 if not parent and self._has_preamble() else 1)
        section = OpenSection(found.place.id or f"{parent}{number}", found.label, found.heading, found.place)
        siblings.append(section)
        self.open.append(section)
        self.part = section.head

    def _has_preamble(self) -> bool:
        return bool(self.top) and self.top[0].id == "0" and not self.top[0].children

    def _mark(self, mark: Mark) -> None:
        word = mark.word
        if word in (marks.NOTICE, marks.CLOSING):
            self.part = self.named.setdefault(word, Part())
        elif word == marks.REPAIRS:
            self.repairs += records.repairs(filter(str.strip, mark.lines))
        elif word == marks.PROBLEMS:
            self.problems += map(records.problem, filter(str.strip, mark.lines))
        elif match := marks.CONTINUED_LINE.match(word):
            self._continue(len(match[1]), bool(match[2]))
        elif match := marks.TABLE_LINE.match(word):
            self.table = match
        elif marks.PLACE_LINE.match(word) and not self.top:
            self._preamble(headings.place(word))

    def _continue(self, depth: int, joined: bool) -> None:
        """Text that follows is the tail of the section open at ``depth``; nonsense where none is."""
        if depth > len(self.open):
            return
        del self.open[depth:]
        section = self.open[-1]
        if section.tail is None:
            section.tail, section.joined = Part(), joined
        self.part = section.tail

    def _rows(self, block: Rows) -> None:
        header, rows = tables.read(block.lines)
        noted, self.table = self.table, None
        at = int(noted[1]) if noted is not None and noted[1] else None
        headless = noted is not None and noted[2] is not None
        span = Span(start=int(noted[3]), end=int(noted[4])) if noted is not None and noted[3] else None
        part = self._current()
        part.tables.append(PlacedTable(len(part.lines), at, () if headless else header, rows, span))
