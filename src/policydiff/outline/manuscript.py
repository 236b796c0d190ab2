"""A clean text with quick answers to what was marked where: headings, pages, places in the raw source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from policydiff.model import CleanText, MarkedHeading, Span

FILLER = "\u2060"
"""A sign that cleaned texts never hold (word joiner)."""
_FULL_WIDTH = str.maketrans({",": "，", ":": "：", ";": "；"})
_STREAM_LINE_CHARS = 700
"""Lines longer than this on average carry no paragraph breaks: the text is a stream."""


@dataclass(frozen=True)
class Manuscript:
    """One repaired source, read by the outline's modules; offsets are those of ``clean.text``."""

    clean: CleanText

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.clean.text

    @cached_property
    def punctuated(self) -> str:
        """The text, same length, as garbled runs that were left alone most likely read where they began a sentence.

        Sentences are told by it (a shorter reading is filled up with `FILLER` behind its full stop); what sections
        say is always read from `text`.
        """
        signs = list(self.text)
        for repair in self.clean.repairs:
            reading = repair.candidates[0] if repair.flagged and repair.candidates else ""
            place = self.clean.origins.here(repair.span.start) if reading.startswith("。") else None
            if place is not None:
                fill = max(0, len(repair.before) - len(reading))
                signs[place : place + len(repair.before)] = ("。" + FILLER * fill + reading[1:])[: len(repair.before)]
        return "".join(signs).translate(_FULL_WIDTH)

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [h.span.start for h in self.clean.headings]

    @cached_property
    def _page_offsets(self) -> list[int]:
        return [mark.offset for mark in self.clean.pages]

    def is_marked(self, offset: int) -> bool:
        """True where a marked heading begins at ``offset``."""
        index = bisect_left(self._heading_starts, offset)
        return index < len(self._heading_starts) and self._heading_starts[index] == offset

    def headings_in(self, start: int, end: int) -> list[MarkedHeading]:
        """Marked headings that begin in ``[start, end)``."""
        first, last = bisect_left(self._heading_starts, start), bisect_left(self._heading_starts, end)
        return list(self.clean.headings[first:last])

    def page_at(self, offset: int) -> int | None:
        """The page that ``offset`` stands on; None where pages are unknown or in the front matter."""
        index = bisect_right(self._page_offsets, offset) - 1
        if index < 0:
            return None
        number = self.clean.pages[index].number
        return number if number > 0 else None

    def page_breaks(self, start: int, end: int) -> tuple[int, ...]:
        """Offsets in ``[start, end)`` where a page begins."""
        first, last = bisect_left(self._page_offsets, start), bisect_left(self._page_offsets, end)
        return tuple(self._page_offsets[first:last])

    def raw(self, start: int, end: int) -> Span:
        """The raw source's range behind ``[start, end)``."""
        first, last = self.clean.origins.span(start, end)
        return Span(start=first, end=last)

    @cached_property
    def is_stream(self) -> bool:
        """True where the text has no paragraph breaks to speak of."""
        lines = [line for line in self.text.split("\n") if line.strip()]
        return bool(lines) and sum(map(len, lines)) / len(lines) > _STREAM_LINE_CHARS
