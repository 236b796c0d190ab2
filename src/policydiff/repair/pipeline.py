"""The repair stages in their order, one text flowing through all of them.

The invariants: every change is a `Repair` with its place in the raw source; the map back to the source holds
after every stage; repairing a repaired text changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

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
from policydiff.repair import (
    blanks,
    chunks,
    contents,
    doc_numbers,
    doubled,
    invisible,
    mojibake,
    ocr,
    pages,
    pinyin_hints,
    script,
    spaced,
    width,
    wrapper,
)
from policydiff.repair.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a stage found in the text at hand; marks are at that text's offsets, before its findings are applied."""

    findings: Sequence[Finding]
    pages: Sequence[PageMark] = ()
    headings: Sequence[tuple[int, int]] = ()
    contents: Sequence[ContentsEntry] = ()


def _plain(find: Callable[[str], list[Finding]]) -> Callable[[str], Found]:
    return lambda text: Found(findings=find(text))


def _pages(text: str) -> Found:
    findings, marks = pages.find(text)
    return Found(findings=findings, pages=marks)


def _doubled(text: str) -> Found:
    findings, zones = doubled.find(text)
    return Found(findings=findings, headings=zones)


def _contents(text: str) -> Found:
    findings, entries = contents.find(text)
    return Found(findings=findings, contents=entries)


STAGES: tuple[tuple[str, Callable[[str], Found]], ...] = (
    (invisible.KIND, _plain(invisible.find)),
    (wrapper.KIND, _plain(wrapper.find)),
    (chunks.KIND, _plain(chunks.find)),
    (pages.KIND, _pages),
    (doubled.KIND, _doubled),
    (mojibake.KIND, _plain(mojibake.find)),
    (pinyin_hints.KIND, _plain(pinyin_hints.find)),
    (script.KIND, lambda _text: Found(findings=())),
    (spaced.KIND, _plain(spaced.find)),
    (doc_numbers.KIND, _plain(doc_numbers.find)),
    (width.KIND, _plain(width.find)),
    (blanks.KIND, _plain(blanks.find)),
    (contents.KIND, _contents),
    (ocr.KIND, _plain(ocr.find)),
)
"""Damage classes in the order they are undone: the bytes of garbled runs need the traditional text, document
numbers need single headings. `script` is a conversion of the whole text and handled apart."""

KINDS = tuple(kind for kind, _ in STAGES)
"""Names of the repair classes, each of which can be switched off."""

HARMLESS = frozenset({invisible.KIND, blanks.KIND})
"""Classes that tidy and mend no damage."""


@dataclass(slots=True)
class _Flow:
    """The text on its way, with all that is known of it at its present offsets."""

    text: str
    origins: OffsetMap
    repairs: list[Repair]
    pages: list[PageMark]
    headings: list[MarkedHeading]
    contents: list[ContentsEntry]

    def take(self, kind: str, found: Found) -> None:
        self.pages += found.pages
        self.headings += [MarkedHeading(span=Span(start=a, end=b)) for a, b in found.headings]
        self.contents += found.contents
        self._record(kind, found.findings)
        self._apply([Change(f.start, f.end, f.after) for f in found.findings if self.text[f.start : f.end] != f.after])

    def _record(self, kind: str, findings: Iterable[Finding]) -> None:
        for f in findings:
            start, end = self.origins.span(f.start, f.end)
            before = self.text[f.start : f.end]
            span = Span(start=start, end=end)
            self.repairs.append(
                Repair(
                    kind=kind, span=span, before=before, after=f.after, confidence=f.confidence, candidates=f.candidates
                )
            )

    def _apply(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        self.text, step = apply(self.text, changes)
        self.origins = step.after(self.origins)
        at = _Mover(changes)
        self.pages = [replace(mark, offset=at(mark.offset)) for mark in self.pages]
        self.headings = [replace(h, span=Span(start=at(h.span.start), end=at(h.span.end))) for h in self.headings]

    def convert_script(self, wanted: str) -> None:
        """Simplify the whole text at once; the record lists each character once, with its successor."""
        if wanted == "keep" or not script.is_traditional(self.text):
            return
        if wanted == "auto" and not script.is_machine_made(self.text):
            return
        after = script.simplified(self.text)
        changed = dict((old, new) for old, new in zip(self.text, after, strict=True) if old != new)
        start, end = self.origins.span(0, len(self.text))
        self.repairs.append(
            Repair(
                kind=script.KIND,
                span=Span(start=start, end=end),
                before="".join(changed),
                after="".join(changed.values()),
                confidence=0.98,
            )
        )
        self.text = after


class _Mover:
    """`policydiff.model.moved` for many places: looks changes up by bisection."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes
        self._starts = [c.start for c in changes]
        self._shifts = [0]
        for c in changes:
            self._shifts.append(self._shifts[-1] + len(c.after) - (c.end - c.start))

    def __call__(self, offset: int) -> int:
        index = bisect_left(self._starts, offset)
        if index and offset < self._changes[index - 1].end:
            return self._changes[index - 1].start + self._shifts[index - 1]
        return offset + self._shifts[index]


def repair(text: str, *, skip: frozenset[str] = frozenset(), wanted_script: str = "auto") -> CleanText:
    """Undo the damage of ``text``. ``skip`` names classes to leave alone; ``wanted_script`` is ``auto`` (simplify what
    a machine made traditional), ``keep`` or ``simplified``."""
    source = _Flow(text=text, origins=OffsetMap.identity(len(text)), repairs=[], pages=[], headings=[], contents=[])
    return _run(source, skip, wanted_script)


def clean(source: Source, *, skip: frozenset[str] = frozenset(), wanted_script: str = "auto") -> CleanText:
    """The same for a file: its format's markup is taken out first, its own headings and pages are kept."""
    text, origins = apply(source.text, source.markup)
    at = _Mover(source.markup)
    flow = _Flow(
        text=text,
        origins=origins,
        repairs=[],
        pages=[replace(mark, offset=at(mark.offset)) for mark in source.pages],
        headings=[replace(h, span=Span(start=at(h.span.start), end=at(h.span.end))) for h in source.headings],
        contents=[],
    )
    return _run(flow, skip, wanted_script)


def _run(flow: _Flow, skip: frozenset[str], wanted_script: str) -> CleanText:
    for kind, find in STAGES:
        if kind in skip:
            continue
        if kind == script.KIND:
            flow.convert_script(wanted_script)
        else:
            flow.take(kind, find(flow.text))
    return CleanText(
        text=flow.text,
        origins=flow.origins,
        repairs=tuple(sorted(flow.repairs, key=lambda r: (r.span.start, r.span.end))),
        pages=tuple(sorted(flow.pages, key=lambda mark: mark.offset)),
        headings=tuple(sorted(flow.headings, key=lambda h: h.span)),
        contents=tuple(flow.contents),
    )


__all__ = ["HARMLESS", "KINDS", "STAGES", "clean", "repair"]
