"""A text on its way through the repair stages, with everything known of it at its present offsets.

The invariants: every change is a `Repair` with its place in the raw source; after every stage the map leads back to
the source, and marks of pages and headings stand where they stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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
    Span,
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

    @classmethod
    def of_source(cls, source: Source) -> Flow:
        """A file's text without its format's markup, with the format's own headings and pages."""
        text, origins = apply(source.text, source.markup)
        at = Mover(source.markup)
        return cls(
            text=text,
            origins=origins,
            pages=[replace(mark, offset=at(mark.offset)) for mark in source.pages],
            headings=[replace(heading, span=at.span(heading.span)) for heading in source.headings],
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
