"""Run-in headings without labels where the text has its line breaks: ``放大经济政策实施效应。全力争取…``.

Paragraphs in a row that open with a short sentence, or with a dash, have headings; a single one has none.
"""

from __future__ import annotations

import re

from policydiff.outline import runins
from policydiff.outline.runins import RunIn

_DASH = re.compile(r"^[—\-－]{1,2}")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FEWEST = 2
_SHARE_OF_PARAGRAPHS = 0.6
_SHORTEST_CHARS, _LONGEST_CHARS, _LONGEST_DASHED_CHARS = 3, 24, 30
_SHORTEST_REST_CHARS = 15
_LONGEST_INTRODUCTION_LINES = 2


def find(text: str, start: int, end: int) -> list[RunIn]:
    """The run-in headings of the paragraphs in ``[start, end)``."""
    found = [run_in for m in _LINE.finditer(text, start, end) if (run_in := _heading(m)) is not None]
    return found if len(found) >= _FEWEST and _lead(text, start, found) else []


def undashed(heading: str) -> str:
    """A heading without the dash before it."""
    return _DASH.sub("", heading)


def _heading(match: re.Match[str]) -> RunIn | None:
    line = match[0].strip()
    stop = line.find("。")
    sentence = undashed(line[:stop]) if stop > 0 else ""
    if not _could_head(sentence, dashed=_DASH.match(line) is not None) or len(line) - stop < _SHORTEST_REST_CHARS:
        return None
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    return RunIn(first, first + stop, first + stop + 1)


def _could_head(sentence: str, *, dashed: bool) -> bool:
    if len(sentence) < _SHORTEST_CHARS or re.search(r"[；：:（\d]", sentence):
        return False
    if dashed:
        return len(sentence) <= _LONGEST_DASHED_CHARS
    return len(sentence) <= _LONGEST_CHARS and runins.looks_like_one(sentence)


def _lead(text: str, start: int, found: list[RunIn]) -> bool:
    """Most paragraphs from the first run-in heading on open with one, and little stands before it."""
    lines = [line for line in text[found[0].start : found[-1].end].split("\n") if line.strip()]
    introduction = text[start : found[0].start].strip()
    return len(found) >= _SHARE_OF_PARAGRAPHS * len(lines) and introduction.count("\n") <= _LONGEST_INTRODUCTION_LINES
