"""Splitting a source of several documents: by its table of contents, by format headings, by titles with numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.keys import key, mapped_key
from policydiff.model import ContentsEntry
from policydiff.outline.kinds import kind_of
from policydiff.outline.labels import Style, label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbers import number_alone
from policydiff.outline.titles import first_title_line, looks_like_title, printed_title

_FEWEST_DOCUMENTS = 2
_LONGEST_NUMBER_CHARS = 40
_NUMBER_REACH_LINES = 3
"""How many lines below the end of a title its number may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document's range in the clean text; its body begins at ``body``.

    ``printed`` is its title as printed there (empty: to be found in the body); ``group`` the heading a compilation
    files it under.
    """

    start: int
    end: int
    body: int
    printed: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The documents of a source, and titles of its contents that were not found in it."""

    parts: tuple[Part, ...]
    missing: tuple[str, ...] = ()


def split(manuscript: Manuscript) -> Parts:
    """One part per document; a source that is no compilation is one part."""
    by_contents = _by_contents(manuscript)
    if by_contents is not None:
        return by_contents
    for starts in (_format_titles(manuscript), _titles_with_numbers(manuscript)):
        if len(starts) >= _FEWEST_DOCUMENTS:
            ends = [*starts[1:], len(manuscript.text)]
            return Parts(parts=tuple(Part(start=a, end=b, body=a) for a, b in zip(starts, ends, strict=True)))
    return Parts(parts=(Part(start=0, end=len(manuscript.text), body=0),))


def _by_contents(manuscript: Manuscript) -> Parts | None:
    entries = manuscript.clean.contents
    styles = Counter(_style(entry.title) for entry in entries if _names_document(entry))
    if styles.total() < _FEWEST_DOCUMENTS:
        return None
    places = _places(manuscript.text, entries)
    found = [(entry.title, place) for entry, place in zip(entries, places, strict=True) if place is not None]
    parts = tuple(_grouped(manuscript.text, found, styles.most_common(1)[0][0]))
    missing = tuple(entry.title for entry, place in zip(entries, places, strict=True) if place is None)
    return Parts(parts=parts, missing=missing) if len(parts) >= _FEWEST_DOCUMENTS else None


def _grouped(text: str, found: Sequence[tuple[str, tuple[int, int]]], style: Style | None) -> Iterator[Part]:
    """A part per title with labels of ``style``; titles with others are the headings they are filed under."""
    group = ""
    stops = [*(start for _, (start, _) in found[1:]), len(text)]
    for (title, (start, end)), stop in zip(found, stops, strict=True):
        if _style(title) == style:
            yield Part(start=start, end=stop, body=end, printed=text[start:end], group=group)
        else:
            label = label_at(title)
            group = title[label.end :].strip() if label else title


def _style(title: str) -> Style | None:
    label = label_at(title)
    return label.style if label else None


def _names_document(entry: ContentsEntry) -> bool:
    """An entry with a document number, a date, or 关于…的 before its kind; chapters of a plan have none of these."""
    printed = printed_title(entry.title)
    about = re.search("关于.+的", printed.title) is not None
    return kind_of(printed.title) is not None and bool(printed.doc_number or printed.date or about)


def _places(text: str, entries: tuple[ContentsEntry, ...]) -> list[tuple[int, int] | None]:
    """Where each entry's title stands in the text, in order."""
    folded = mapped_key(text)
    places: list[tuple[int, int] | None] = []
    position = 0
    for entry in entries:
        sought = key(entry.title)
        at = folded.text.find(sought, position)
        if at == -1:
            places.append(None)
            continue
        position = at + len(sought)
        places.append((folded.origins.start(at), folded.origins.end(position)))
    return places


def _format_titles(manuscript: Manuscript) -> list[int]:
    """Topmost format headings (Markdown #) that look like titles of documents."""
    top = [h for h in manuscript.clean.headings if h.depth == 1]
    text = manuscript.text
    starts = [h.span.start for h in top if looks_like_title(text[h.span.start : h.span.end])]
    return starts if len(starts) == len(top) else []


def _titles_with_numbers(manuscript: Manuscript) -> list[int]:
    """Title lines with a document number on one of the next lines, as in pasted collections."""
    places = [(m.start(), m[0].strip()) for m in re.finditer(r"[^\n]*\S[^\n]*", manuscript.text)]
    lines = [line for _, line in places]
    starts: list[int] = []
    for index, line in enumerate(lines):
        if index and len(line) <= _LONGEST_NUMBER_CHARS and number_alone(line):
            before = range(index - 1, max(-1, index - 1 - _NUMBER_REACH_LINES), -1)
            last = next((i for i in before if _names_itself(lines[i])), None)
            start = None if last is None else places[first_title_line(lines, last)][0]
            if start is not None and start not in starts:
                starts.append(start)
    return starts


def _names_itself(line: str) -> bool:
    """A title; with a label only where 关于 tells it from a section's heading (二、保障措施)."""
    return looks_like_title(line) and (label_at(line) is None or "关于" in line)
