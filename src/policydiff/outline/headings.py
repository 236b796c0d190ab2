"""How far a labelled section's heading reaches: to the end of a line, a full stop, a marked zone, or an unmarked place."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.outline import runins
from policydiff.outline.boundaries import heading_end
from policydiff.outline.labels import Style
from policydiff.outline.manuscript import Manuscript

_RUN_IN_CHARS = 40
"""Longest first sentence that is a run-in heading (``（一）标题。正文``)."""
_STREAM_RUN_IN_CHARS = 37
_LINE_CHARS = 70
"""Longest line that is a heading as a whole."""
_SPLIT_FROM_CHARS = 19
_ROLE_SCORE = 9.0
_SPLIT_SCORE, _SERIES_SCORE = 0.0, -1.0
_COMMA = re.compile("[，,]")
_BLANKS = " \u3000\n"


class Heading(NamedTuple):
    """``[start, end)`` is the heading, the section's own text begins at ``text``; equal ends where there is none."""

    start: int
    end: int
    text: int


def heading_of(manuscript: Manuscript, style: Style, start: int, end: int, *, eager: bool) -> Heading:
    """The heading of a section whose label ended at ``start`` and whose own part ends at ``end``; ``eager`` where sections
    of its style are known to hold run-in headings."""
    text = manuscript.text
    while start < end and text[start] in _BLANKS[:2]:
        start += 1
    marked = _marked(manuscript, start, end)
    if marked is not None:
        return marked
    if style is Style.ARTICLE:
        return _article(text, start, end)
    return (
        _in_stream(manuscript, style, start, end, eager) if manuscript.is_stream else _on_line(text, style, start, end)
    )


def _marked(manuscript: Manuscript, start: int, end: int) -> Heading | None:
    """A zone or format heading that covers label and heading, or the heading alone."""
    for heading in manuscript.headings_in(max(0, start - 16), min(end, start + 2)):
        stop = heading.span.end
        if start < stop <= end:
            return _trimmed(manuscript.text, start, stop, end)
    return None


def _trimmed(text: str, start: int, stop: int, end: int) -> Heading:
    after = stop
    while stop > start and text[stop - 1] in "。 \u3000：:":
        stop -= 1
    while after < end and text[after] in "。" + _BLANKS:
        after += 1
    return Heading(start, stop, after)


def _article(text: str, start: int, end: int) -> Heading:
    """Articles have no heading, but for 【…】 some collections put there."""
    if text.startswith(("【", "〔"), start):
        close = re.compile("[】〕]").search(text, start, min(end, start + 40))
        if close:
            return Heading(start + 1, close.start(), close.end())
    return Heading(start, start, start)


def _on_line(text: str, style: Style, start: int, end: int) -> Heading:
    stop = text.find("\n", start, end)
    line_end = end if stop == -1 else stop
    line = text[start:line_end].rstrip()
    if not line and stop != -1:
        return _on_line(text, style, stop + 1, end) if style <= Style.SUBCHAPTER else Heading(start, start, start)
    inner = line.find("。")
    if inner in (-1, len(line) - 1):
        bare = line.rstrip("。")
        whole = (
            len(bare) <= _LINE_CHARS
            and not bare.endswith(("；", "，", "、"))
            and not _is_item(bare, inner != -1, style)
        )
        if whole:
            return Heading(start, start + len(bare), line_end)
        return Heading(start, start, start)
    return _run_in(text, start, start + inner)


def _is_item(line: str, stopped: bool, style: Style) -> bool:
    """A numbered sentence rather than a heading: it has clauses and a full stop, or is an item of a list."""
    clauses = len(_COMMA.findall(line))
    return style > Style.SUBCHAPTER and ((stopped and (clauses > 1 or len(line) > _RUN_IN_CHARS)) or "；" in line)


def _run_in(text: str, start: int, stop: int) -> Heading:
    sentence = text[start:stop]
    fits = (
        len(sentence) <= _RUN_IN_CHARS and len(_COMMA.findall(sentence)) <= 2 and not re.search("[；：:;\n]", sentence)
    )
    return Heading(start, stop, stop + 1) if fits and sentence else Heading(start, start, start)


def _in_stream(manuscript: Manuscript, style: Style, start: int, end: int, eager: bool) -> Heading:
    text = manuscript.text
    segment = text[start : min(end, start + 200)]
    stop = re.search("[。；：\n]", segment)
    if stop is None and end - start <= _LINE_CHARS:
        return Heading(start, end, end)
    breaks = tuple(p - start for p in manuscript.page_breaks(start + 1, start + 60))
    if stop and stop[0] == "。" and start + stop.end() < end:
        sentence = segment[: stop.start()]
        if len(sentence) <= _STREAM_RUN_IN_CHARS and len(_COMMA.findall(sentence)) <= 2 and style >= Style.COMMA:
            return _run_in_or_two(manuscript, start, sentence, end, breaks, eager)
    found = heading_end(segment, around=text, page_breaks=breaks)
    return _trimmed(text, start, start + found.length, end)


def _run_in_or_two(
    manuscript: Manuscript, start: int, sentence: str, end: int, breaks: tuple[int, ...], eager: bool
) -> Heading:
    """A first sentence is a run-in heading, unless a heading of its own line runs into it.

    ``客观指标|重点对城市发展现状进行评价。``: what follows opens a sentence. ``夯实智慧基础|统筹城市感知体系。``: what follows is the
    first of a series of run-in headings without labels.
    """
    whole = Heading(start, start + len(sentence), start + len(sentence) + 1)
    text = manuscript.text
    if len(sentence) < _SPLIT_FROM_CHARS:
        role = heading_end(sentence)
        return Heading(start, start + role.length, start + role.length) if role.score >= _ROLE_SCORE else whole
    found = heading_end(sentence + "。", around=text, page_breaks=breaks)
    if found.opened and found.score >= _SPLIT_SCORE:
        return Heading(start, start + found.length, start + found.length)
    first = max((m.end() for m in _COMMA.finditer(sentence)), default=0)
    found = heading_end(sentence[first:] + "。", around=text, page_breaks=tuple(b - first for b in breaks))
    place = start + first + found.length
    if (
        found.score >= _SERIES_SCORE
        and (series := runins.find(text, place, end, eager=eager))
        and series[0].start == place
    ):
        return Heading(start, place, place)
    return whole
