"""A document as Markdown.

Everything is written where a reader expects it: metadata in the front matter, sections under ``#`` headings,
paragraphs as they are, tables as tables; what only the program needs stands in comments. The same document gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from policydiff.library.markdown import front, headings, marks, records, tables
from policydiff.library.markdown.checksum import stamped
from policydiff.library.markdown.headings import Heading, Place
from policydiff.library.markdown.lines import encoded
from policydiff.library.markdown.marks import mark
from policydiff.model import Document, Section, Table


def dump(document: Document) -> str:
    """``document`` as a Markdown file's text; `policydiff.library.markdown.load` gives it back exactly.

    Tables stand in order of ``at``, within their section's text.
    """
    body = "\n".join(_separated(_blocks(document)))
    return stamped(front.write(document), body)


def _preamble(document: Document) -> Section | None:
    """The first section, where it is nothing but text before the first heading and needs no heading line."""
    first = document.sections[0] if document.sections else None
    if first is None or (first.id, first.label, first.heading, first.tail, first.children) != ("0", "", "", None, ()):
        return None
    return first


def _separated(blocks: Iterator[list[str]]) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield from block
    yield ""


def _blocks(document: Document) -> Iterator[list[str]]:
    if document.notice is not None:
        yield from _marked(marks.NOTICE, document.notice)
    sections = document.sections
    if (first := _preamble(document)) is not None:
        yield [mark(headings.comment(Place(None, first.page, first.span)))]
        yield from _content(first, depth=1)
        sections = sections[1:]
    yield from _sections(sections, parent="", depth=1)
    if document.closing is not None:
        yield from _marked(marks.CLOSING, document.closing)
    if document.problems:
        yield _listed(marks.PROBLEMS, records.problem_lines(document.problems))
    if document.repairs:
        yield _listed(marks.REPAIRS, records.repair_lines(document.repairs))


def _marked(name: str, text: str) -> Iterator[list[str]]:
    yield [mark(name)]
    for line in text.split("\n") if text else ():
        yield [encoded(line)]


def _listed(name: str, lines: list[str]) -> list[str]:
    return [f"<!-- {name}", *lines, "-->"]


def _sections(sections: Sequence[Section], *, parent: str, depth: int) -> Iterator[list[str]]:
    for number, section in enumerate(sections, 1):
        named = None if section.id == f"{parent}{number}" else section.id
        place = Place(named, section.page, section.span)
        yield [headings.write(Heading(depth, section.label, section.heading, place))]
        yield from _content(section, depth)


class _Part(NamedTuple):
    """Some of a section's text, from its character ``start``; ``end`` is where a table behind it stands."""

    text: str
    start: int
    end: int
    empty: bool


def _content(section: Section, depth: int) -> Iterator[list[str]]:
    """The section's own text and tables, its children, and the text after them."""
    head, tail = _parts(section)
    placed = _placed(section.tables, head, tail)
    yield from _part(head, placed[0])
    yield from _sections(section.children, parent=f"{section.id}.", depth=depth + 1)
    if tail is not None:
        joined = tail.start > 0 and section.text[tail.start - 1] != "\n"
        yield [mark("#" * depth, marks.CONTINUED, marks.SAME_PARAGRAPH if joined else "")]
        yield from _part(tail, placed[1])


def _parts(section: Section) -> tuple[_Part, _Part | None]:
    text, cut = section.text, section.tail
    if cut is None:
        return _Part(text, 0, len(text), not text), None
    tail = _Part(text[cut:], cut, len(text), cut == len(text))
    if cut == 0:
        return _Part("", 0, -1, True), tail
    before = text[: cut - 1] if text[cut - 1] == "\n" else text[:cut]
    return _Part(before, 0, len(before) if len(before) < cut else -1, False), tail


def _starts(part: _Part) -> list[int]:
    """Where each paragraph of ``part`` starts in the section's text."""
    if part.empty:
        return []
    return list(accumulate((len(line) + 1 for line in part.text.split("\n")[:-1]), initial=part.start))


class _Slot(NamedTuple):
    """A table's place in the file: before a paragraph of its part; ``at`` where that does not say it."""

    before: int
    at: int | None
    table: Table


def _placed(found: Sequence[Table], head: _Part, tail: _Part | None) -> tuple[list[_Slot], list[_Slot]]:
    """The tables of the head and of the tail."""
    placed: tuple[list[_Slot], list[_Slot]] = ([], [])
    for table in found:
        where = 1 if tail is not None and table.at >= tail.start else 0
        part = tail if where and tail is not None else head
        starts = _starts(part)
        if table.at in starts:
            slot = _Slot(starts.index(table.at), None, table)
        else:
            index = sum(start < table.at for start in starts)
            slot = _Slot(index, None if table.at == part.end and index == len(starts) else table.at, table)
        placed[where].append(slot)
    return placed


def _part(part: _Part, slots: Sequence[_Slot]) -> Iterator[list[str]]:
    lines = [] if part.empty else part.text.split("\n")
    for index in range(len(lines) + 1):
        for slot in slots:
            if slot.before == index:
                yield _table(slot)
        if index < len(lines):
            yield [encoded(lines[index])]


def _table(slot: _Slot) -> list[str]:
    table = slot.table
    span = table.span
    words = (
        *(("at", str(slot.at)) if slot.at is not None else ()),
        *(() if table.header else (marks.HEADLESS,)),
        *(() if span is None else (f"@{span.start}-{span.end}",)),
    )
    note = [mark(marks.TABLE, *words)] if words else []
    return [*note, *tables.write(table.header, table.rows)]
