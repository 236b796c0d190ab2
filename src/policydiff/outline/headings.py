"""How far a labelled section's heading reaches: a marked zone, a line's end, a full stop, or a place nothing marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.outline import runins
from policydiff.outline.boundaries import ROLE_SCORE, heading_end
from policydiff.outline.labels import Style
from policydiff.outline.manuscript import Manuscript

_RUN_IN_CHARS, _STREAM_RUN_IN_CHARS, _RUN_IN_COMMAS = 40, 37, 2
"""Longest first sentence that is a run-in heading (``（一）标题。正文``), on a line and in a stream; its commas."""
_LINE_CHARS = 70
"""Longest line that is a heading as a whole."""
_LONE_SENTENCE_CHARS = 19
"""Shorter first sentences of a stream are one heading, never a heading and what follows it."""
_OPENED_SCORE, _SERIES_SCORE = 0.0, -1.0
"""Scores of `policydiff.outline.boundaries` from which on a first sentence is divided."""
_STREAM_WINDOW_CHARS, _PAGE_WINDOW_CHARS, _LABEL_CHARS = 200, 60, 16
_COMMA = re.compile("[，,]")
_BLANKS = " \u3000\n"
_BRACKETED = re.compile("[【〔]([^】〕]{0,38})[】〕]")


class Heading(NamedTuple):
    """``[start, end)`` is the heading, the section's own text begins at ``text``; equal ends where there is none."""

    start: int
    end: int
    text: int


def heading_of(manuscript: Manuscript, style: Style, start: int, end: int, *, eager: bool) -> Heading:
    """The heading of a section whose label ended at ``start`` and whose own part ends at ``end``.

    ``eager`` where sections of its style are known to hold run-in headings.
    """
    text = manuscript.text
    while start < end and text[start] in " \u3000":
        start += 1
    if (marked := _marked(manuscript, start, end)) is not None:
        return marked
    if style is Style.ARTICLE:
        return _article(text, start, end)
    if not manuscript.is_stream:
        return _on_line(text, style, start, end)
    if (run_in := _run_in_of_stream(manuscript, style, start, end, eager)) is not None:
        return run_in
    return _unmarked(manuscript, start, end)


def _marked(manuscript: Manuscript, start: int, end: int) -> Heading | None:
    """A zone or format heading that covers label and heading, or the heading alone."""
    for heading in manuscript.headings_in(max(0, start - _LABEL_CHARS), min(end, start + 2)):
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
    bracketed = _BRACKETED.match(text, start, end)
    if bracketed:
        return Heading(bracketed.start(1), bracketed.end(1), bracketed.end())
    return Heading(start, start, start)


def _on_line(text: str, style: Style, start: int, end: int) -> Heading:
    """The line behind a label where it is a heading as a whole, or its first sentence."""
    stop = text.find("\n", start, end)
    line_end = end if stop == -1 else stop
    line = text[start:line_end].rstrip()
    if not line and stop != -1:
        return _on_line(text, style, stop + 1, end) if style <= Style.SUBCHAPTER else Heading(start, start, start)
    inner = line.find("。")
    if inner not in (-1, len(line) - 1):
        return _run_in(text, start, start + inner)
    bare = line.rstrip("。")
    if _is_heading_line(bare, style, stopped=inner != -1):
        return Heading(start, start + len(bare), line_end)
    return Heading(start, start, start)


def _is_heading_line(line: str, style: Style, *, stopped: bool) -> bool:
    """Short and closed, and no numbered sentence: those have clauses and a full stop, or are items of a list."""
    if len(line) > _LINE_CHARS or line.endswith(("；", "，", "、")):
        return False
    if style <= Style.SUBCHAPTER:
        return True
    clauses = len(_COMMA.findall(line))
    return "；" not in line and not (stopped and (clauses > 1 or len(line) > _RUN_IN_CHARS))


def _run_in(text: str, start: int, stop: int) -> Heading:
    """The sentence ``[start, stop)`` where it is short and simple, else no heading."""
    sentence = text[start:stop]
    fits = len(sentence) <= _RUN_IN_CHARS and len(_COMMA.findall(sentence)) <= _RUN_IN_COMMAS
    simple = sentence and not re.search("[；：:;\n]", sentence)
    return Heading(start, stop, stop + 1) if fits and simple else Heading(start, start, start)


def _unmarked(manuscript: Manuscript, start: int, end: int) -> Heading:
    """A heading in a stream that runs into its text; all there is where no sentence ends and little follows."""
    text = manuscript.punctuated
    window = text[start : min(end, start + _STREAM_WINDOW_CHARS)]
    if end - start <= _LINE_CHARS and not re.search("[。；：\n]", window):
        return Heading(start, end, end)
    found = heading_end(window, around=text, page_breaks=_page_breaks(manuscript, start))
    return _trimmed(text, start, start + found.length, end)


def _run_in_of_stream(manuscript: Manuscript, style: Style, start: int, end: int, eager: bool) -> Heading | None:
    """The first sentence where it is a run-in heading, or the part of it that is a heading of its own.

    ``客观指标|重点对城市发展现状进行评价。``: what follows opens a sentence. ``夯实智慧基础|统筹城市感知体系。``: what
    follows is the first of a series of run-in headings without labels.
    """
    text = manuscript.punctuated
    sentence = _short_sentence(text, start, end)
    if style < Style.COMMA or sentence is None:
        return None
    whole = Heading(start, start + len(sentence), start + len(sentence) + 1)
    if len(sentence) < _LONE_SENTENCE_CHARS:
        role = heading_end(sentence)
        place = start + role.length if role.score >= ROLE_SCORE else None
    else:
        place = _opened_sentence(manuscript, start, sentence)
        if place is None:
            place = _opened_series(manuscript, start, sentence, end, eager=eager)
    return whole if place is None else Heading(start, place, place)


def _short_sentence(text: str, start: int, end: int) -> str | None:
    """The first sentence, short and simple, with more text behind it."""
    window = text[start : min(end, start + _STREAM_WINDOW_CHARS)]
    stop = re.search("[。；：\n]", window)
    if stop is None or stop[0] != "。" or start + stop.end() >= end or stop.start() > _STREAM_RUN_IN_CHARS:
        return None
    sentence = window[: stop.start()]
    return sentence if len(_COMMA.findall(sentence)) <= _RUN_IN_COMMAS else None


def _opened_sentence(manuscript: Manuscript, start: int, sentence: str) -> int | None:
    """Where in the first sentence another one begins that the heading runs into."""
    found = heading_end(sentence + "。", around=manuscript.text, page_breaks=_page_breaks(manuscript, start))
    return start + found.length if found.opened and found.score >= _OPENED_SCORE else None


def _opened_series(manuscript: Manuscript, start: int, sentence: str, end: int, *, eager: bool) -> int | None:
    """Where in the first sentence a run-in heading begins that others like it follow."""
    text = manuscript.punctuated
    first = max((m.end() for m in _COMMA.finditer(sentence)), default=0)
    breaks = _page_breaks(manuscript, start, shift=first)
    found = heading_end(sentence[first:] + "。", around=text, page_breaks=breaks)
    place = start + first + found.length
    if found.score < _SERIES_SCORE:
        return None
    series = runins.find(text, place, end, eager=eager)
    return place if series and series[0].start == place else None


def _page_breaks(manuscript: Manuscript, start: int, *, shift: int = 0) -> tuple[int, ...]:
    """Page breaks near ``start``, as offsets from ``start + shift``."""
    breaks = manuscript.page_breaks(start + 1, start + _PAGE_WINDOW_CHARS)
    return tuple(place - start - shift for place in breaks)
