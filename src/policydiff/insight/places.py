"""Places in a section's text, traced back to the raw source.

A document keeps its repairs with their raw spans but neither the raw text nor a map. With the raw text at hand the
repairs are carried out once more on the section's stretch and its text is found there. Without it the map follows from
the repairs alone, as long as the lengths agree: the stretch, repaired, must be as long as label, heading and text
together. Where neither holds, the section's own span is given and said to be no more than that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from policydiff.insight.records import Located
from policydiff.model import Document, Repair, Section, Span
from policydiff.model.offsets import Change, OffsetMap, apply


@dataclass(frozen=True)
class Places:
    """The raw places of a document's sections; ``raw`` is the source's text where it is at hand."""

    document: Document
    raw: str | None = None

    def span(self, section: Section, start: int, end: int) -> tuple[Span, bool]:
        """The raw range of ``section.text[start:end]`` and True; or the section's span and False."""
        found = self._map(section)
        if found is None:
            return section.span, False
        shift, origins, tail = found
        if tail is not None and start < tail < end:
            return section.span, False
        first, last = origins.span(start + shift, end + shift)
        base = section.span.start
        if not 0 <= first < last <= len(section.span):
            return section.span, False
        return Span(start=base + first, end=base + last), True

    def located(self, section: Section, start: int, end: int) -> Located:
        """``section.text[start:end]`` with where it stands."""
        span, exact = self.span(section, start, end)
        return Located(
            document=self.document.id,
            section=section.id,
            place=(start, end),
            span=span,
            exact=exact,
            text=section.text[start:end],
        )

    @cached_property
    def _maps(self) -> dict[str, tuple[int, OffsetMap, int | None] | None]:
        return {}

    @cached_property
    def _changes(self) -> tuple[Repair, ...]:
        return tuple(
            sorted(
                (r for r in self.document.repairs if not r.flagged and r.span.end <= self.document.span.end + 1),
                key=lambda repair: (repair.span, repair.kind),
            )
        )

    def _map(self, section: Section) -> tuple[int, OffsetMap, int | None] | None:
        key = f"{section.id}@{section.span.start}"
        if key not in self._maps:
            self._maps[key] = self._made(section)
        return self._maps[key]

    def _made(self, section: Section) -> tuple[int, OffsetMap, int | None] | None:
        text = section.text[: section.tail] if section.tail is not None else section.text
        length = len(section.span)
        if not text or not length:
            return None
        own = self._own_end(section)
        raw = None if self.raw is None else self.raw[section.span.start : own]
        changes = self._inside(section.span.start, own)
        if changes is None:
            return None
        filler = raw if raw is not None else "\x00" * (own - section.span.start)
        try:
            made, origins = apply(filler, changes)
        except ValueError:
            return None
        if raw is not None:
            return _found(made, origins, text, section.tail)
        lead = len(made) - len(text)
        head = len(section.label) + len(section.heading)
        return (lead, origins, section.tail) if lead in (head, head + bool(head)) and not section.tables else None

    def _own_end(self, section: Section) -> int:
        """Where the section's own text ends at the latest."""
        starts = [child.span.start for child in section.children]
        return min([section.span.end, *(start for start in starts if start >= section.span.start)])

    def _inside(self, start: int, end: int) -> list[Change] | None:
        """The repairs of the stretch as changes at its own offsets; what only refolds characters is left out."""
        found: list[Change] = []
        done = 0
        for repair in self._changes:
            if repair.span.start < start or repair.span.end > end or len(repair.before) == len(repair.after):
                continue
            first, last = repair.span.start - start, repair.span.end - start
            if first < done:
                continue
            found.append(Change(first, last, repair.after))
            done = last
        return found


_BLANK = re.compile(r"\s+")


def _found(made: str, origins: OffsetMap, text: str, tail: int | None) -> tuple[int, OffsetMap, int | None] | None:
    """Where ``text`` stands in ``made``, blanks apart; the map leads from ``text`` to the raw."""
    from policydiff.keys import shaped

    left, right = shaped(made), shaped(text)
    folded, bridge = apply(left, [Change(m.start(), m.end(), "") for m in _BLANK.finditer(left)])
    wanted, back = apply(right, [Change(m.start(), m.end(), "") for m in _BLANK.finditer(right)])
    at = folded.rfind(wanted)
    if at < 0:
        return None
    del back
    runs = bridge.after(origins)
    return _spaced(right, at, runs, tail)


def _spaced(text: str, at: int, origins: OffsetMap, tail: int | None) -> tuple[int, OffsetMap, int | None]:
    """The map of ``text`` with its blanks, whose bare form stands at ``at`` of what ``origins`` maps."""
    from policydiff.model.offsets import Run

    runs: list[Run] = []
    bare = at
    start = 0
    for match in [*_BLANK.finditer(text), None]:
        stop = match.start() if match else len(text)
        if stop > start:
            runs.append(Run(start, bare, stop - start, stop - start))
            bare += stop - start
        if match is None:
            break
        runs.append(Run(stop, bare, match.end() - stop, 0))
        start = match.end()
    return 0, OffsetMap(tuple(runs)).after(origins), tail
