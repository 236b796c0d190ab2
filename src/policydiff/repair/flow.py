"""A text on its way through the repair stages, with everything known of it at its present offsets.

The invariants: every change is a `Repair` with its place in the raw source; after every stage the map leads back to
the source, and marks of pages and headings stand where they stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policydiff.model import (
    Change,
    CleanText,
    ContentsEntry,
    MarkedHeading,
    OffsetMap,
    PageMark,
    Repair,
    Source,
    SourceTable,
    Span,
    Table,
    apply,
)
from policydiff.repair.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a stage found in the text at hand; marks are at that text's offsets, before its findings are applied."""

    findings: Sequence[Finding]
    pages: Sequence[PageMark] = ()
    headings: Sequence[tuple[int, int]] = ()
    contents: Sequence[ContentsEntry] = ()


class Mover:
    """`policydiff.model.moved` for many places: the changes before a place are looked up by bisection."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._shifts = [0]
        for change in changes:
            self._shifts.append(self._shifts[-1] + len(change.after) - (change.end - change.start))

    def __call__(self, offset: int) -> int:
        """Where a place is after the changes; inside a change, at its start."""
        index = bisect_left(self._starts, offset)
        if index and offset < self._changes[index - 1].end:
            return self._changes[index - 1].start + self._shifts[index - 1]
        return offset + self._shifts[index]

    def span(self, span: Span) -> Span:
        """Where a range is after the changes."""
        return Span(start=self(span.start), end=self(span.end))


@dataclass(slots=True, kw_only=True)
class Flow:
    """The text after the stages so far; ``origins`` leads back to the raw source."""

    text: str
    origins: OffsetMap
    repairs: list[Repair] = field(default_factory=list)
    pages: list[PageMark] = field(default_factory=list)
    headings: list[MarkedHeading] = field(default_factory=list)
    contents: list[ContentsEntry] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @classmethod
    def of_source(cls, source: Source) -> Flow:
        """A file's text without its format's markup and tables, with the format's own headings, pages and tables."""
        changes = _without_tables(source)
        text, origins = apply(source.text, changes)
        at = Mover(changes)
        return cls(
            text=text,
            origins=origins,
            pages=[replace(mark, offset=at(mark.offset)) for mark in source.pages],
            headings=[
                replace(heading, span=at.span(heading.span))
                for heading in source.headings
                if not any(table.span.start <= heading.span.start < table.span.end for table in source.tables)
            ],
            tables=list(_anchored(source.tables, source.text, at)),
        )

    def take(self, kind: str, found: Found) -> None:
        """Record what a stage found, and change the text accordingly."""
        self.pages += found.pages
        self.headings += [MarkedHeading(span=Span(start=start, end=end)) for start, end in found.headings]
        self.contents += found.contents
        self.repairs += [self._repair(kind, finding) for finding in found.findings]
        self._apply([Change(f.start, f.end, f.after) for f in found.findings if self.text[f.start : f.end] != f.after])

    def convert(self, kind: str, text: str, *, confidence: float) -> None:
        """Put ``text``, character by character the same in another script, in place of the whole.

        One record stands for all: it lists each character changed once, and its successor.
        """
        changed = {old: new for old, new in zip(self.text, text, strict=True) if old != new}
        self.repairs.append(
            Repair(
                kind=kind,
                span=self._raw(0, len(self.text)),
                before="".join(changed),
                after="".join(changed.values()),
                confidence=confidence,
            )
        )
        self.text = text

    def finished(self) -> CleanText:
        """The result, everything in the order of its place."""
        return CleanText(
            text=self.text,
            origins=self.origins,
            repairs=tuple(sorted(self.repairs, key=lambda repair: (repair.span.start, repair.span.end))),
            pages=tuple(sorted(self.pages, key=lambda mark: mark.offset)),
            headings=tuple(sorted(self.headings, key=lambda heading: heading.span)),
            contents=tuple(self.contents),
            tables=tuple(self.tables),
        )

    def _repair(self, kind: str, finding: Finding) -> Repair:
        return Repair(
            kind=kind,
            span=self._raw(finding.start, finding.end),
            before=self.text[finding.start : finding.end],
            after=finding.after,
            confidence=finding.confidence,
            candidates=finding.candidates,
        )

    def _raw(self, start: int, end: int) -> Span:
        first, last = self.origins.span(start, end)
        return Span(start=first, end=last)

    def _apply(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        self.text, step = apply(self.text, changes)
        self.origins = step.after(self.origins)
        at = Mover(changes)
        self.pages = [replace(mark, offset=at(mark.offset)) for mark in self.pages]
        self.headings = [replace(heading, span=at.span(heading.span)) for heading in self.headings]
        self.tables = [replace(table, at=at(table.at)) for table in self.tables]


def _without_tables(source: Source) -> Sequence[Change]:
    """The markup of ``source`` and its tables, whole lines each, as changes that take them out."""
    if not source.tables:
        return source.markup
    cuts = [
        Change(table.span.start, _line_end(source.text, table.span.end), "")
        for table in sorted(source.tables, key=lambda table: table.span)
    ]
    kept = [c for c in source.markup if not any(cut.start < c.end and c.start < cut.end for cut in cuts)]
    return sorted((*kept, *cuts))


def _line_end(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "\n" else end


def _anchored(tables: Sequence[SourceTable], text: str, at: Mover) -> Iterator[Table]:
    """Each table behind the last sign that stands before it and in no table."""
    starts = {table.span.end: table.span.start for table in tables if len(table.span) > 0}
    for table in tables:
        place = table.span.start
        while place > 0 and (place in starts or text[place - 1].isspace()):
            place = starts.get(place, place - 1)
        yield Table(at=at(place), header=table.header, rows=table.rows, span=table.span)
