"""A document as lines in reading order, and where in them every character of its sections stands.

Title, headings, paragraphs, tables' rows (cells parted by TAB), what follows the last section; each line ends with LF.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from policydiff.model import Document, Section, Table
from policydiff.synopsis.printable import ONE_LINE
from policydiff.synopsis.sections import lead

TITLE, BODY, TABLE = "title", "body", "table"

HEADINGS = tuple(f"heading{depth}" for depth in range(1, 7))
"""Kinds of lines, by depth in the tree; what lies deeper is like the last."""


class Piece(NamedTuple):
    """Characters ``start`` to ``end`` of something stand from ``place`` on in the lines."""

    start: int
    end: int
    place: int


@dataclass(slots=True)
class Flat:
    """``text`` is all lines. ``texts`` says, by section, where its text stands, ``cells`` where the cells of its tables
    do (table by table, the header first, cell by cell), ``titles`` where label and heading do."""

    text: str = ""
    texts: dict[str, list[Piece]] = field(default_factory=dict)
    cells: dict[str, list[list[list[Piece]]]] = field(default_factory=dict)
    titles: dict[str, Piece] = field(default_factory=dict)
    closing: Piece | None = None
    _lines: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _kinds: list[str] = field(default_factory=list)
    _size: int = 0

    def kind_at(self, place: int) -> str:
        """The kind of the line that holds character ``place``."""
        return self._kinds[bisect_right(self._starts, place) - 1]

    def add(self, text: str, kind: str, *, open_end: bool = False) -> int:
        """Put ``text`` after all other lines, with the LF that it lacks unless the line goes on; where it begins."""
        start = self._size
        line = text if open_end or text.endswith("\n") else text + "\n"
        self._lines.append(line)
        self._starts.append(start)
        self._kinds.append(kind)
        self._size += len(line)
        return start

    def close(self) -> None:
        """Nothing more comes."""
        self.text = "".join(self._lines)
        self._lines.clear()


def flat(document: Document) -> Flat:
    """The lines of ``document``."""
    found = Flat()
    title = (document.main_title or document.title).translate(ONE_LINE)
    found.titles[""] = Piece(0, len(title), found.add(title, TITLE))
    for section in document.sections:
        _section(found, section, 0)
    if document.closing:
        found.closing = Piece(0, len(document.closing), found.add(document.closing, BODY))
    found.close()
    return found


def _section(found: Flat, section: Section, depth: int) -> None:
    title = lead(section) + section.heading.translate(ONE_LINE)
    run_in = not section.heading and bool(section.text) and not any(table.at == 0 for table in section.tables)
    if title:
        kind = BODY if run_in else HEADINGS[min(depth, len(HEADINGS) - 1)]
        found.titles[section.id] = Piece(0, len(title), found.add(title, kind, open_end=run_in))
    tail = len(section.text) if section.tail is None else section.tail
    _body(found, section, 0, tail, [table for table in section.tables if table.at <= tail])
    for child in section.children:
        _section(found, child, depth + 1)
    _body(found, section, tail, len(section.text), [table for table in section.tables if table.at > tail])


def _body(found: Flat, section: Section, start: int, end: int, tables: Iterable[Table]) -> None:
    """Characters ``start`` to ``end`` of the section's text, with the tables among them."""
    done = start
    for table in tables:
        done = _text(found, section, done, max(done, min(table.at, end)))
        found.cells.setdefault(section.id, []).append([_line(found, row) for row in (table.header, *table.rows)])
    _text(found, section, done, end)


def _line(found: Flat, row: Sequence[str]) -> list[Piece]:
    """Add a row of a table; where its cells stand."""
    cells, start = [], found.add("\t".join(row), TABLE)
    for cell in row:
        cells.append(Piece(0, len(cell), start))
        start += len(cell) + 1
    return cells


def _text(found: Flat, section: Section, start: int, end: int) -> int:
    if start < end:
        place = found.add(section.text[start:end], BODY)
        found.texts.setdefault(section.id, []).append(Piece(start, end, place))
    return end
