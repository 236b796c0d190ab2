"""Splitting a source that holds several documents: by its table of contents, by format headings, or by titles with numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.keys import key, mapped_key
from policydiff.model import ContentsEntry
from policydiff.outline.kinds import kind_of
from policydiff.outline.labels import Style, label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbers import number_alone
from policydiff.outline.titles import first_title_line, looks_like_title, printed_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document's range in the clean text; its body begins at ``body``. ``printed`` is its title as printed there
    (empty: to be found in the body); ``group`` the heading a compilation files it under."""

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
        if len(starts) >= 2:
            ends = [*starts[1:], len(manuscript.text)]
            return Parts(parts=tuple(Part(start=a, end=b, body=a) for a, b in zip(starts, ends, strict=True)))
    return Parts(parts=(Part(start=0, end=len(manuscript.text), body=0),))


def _by_contents(manuscript: Manuscript) -> Parts | None:
    entries = manuscript.clean.contents
    titles = [e for e in entries if _names_document(e)]
    if len(titles) < 2:
        return None
    style = _style(max(titles, key=lambda e: sum(_style(e.title) == _style(o.title) for o in titles)).title)
    places = _places(manuscript.text, entries)
    found = [(entry, place) for entry, place in zip(entries, places, strict=True) if place is not None]
    parts: list[Part] = []
    group = ""
    for index, (entry, (start, end)) in enumerate(found):
        following = found[index + 1][1][0] if index + 1 < len(found) else len(manuscript.text)
        if _style(entry.title) == style:
            parts.append(Part(start=start, end=following, body=end, printed=manuscript.text[start:end], group=group))
        else:
            label = label_at(entry.title)
            group = entry.title[label.end :].strip() if label else entry.title
    missing = tuple(e.title for e, place in zip(entries, places, strict=True) if place is None)
    return Parts(parts=tuple(parts), missing=missing) if len(parts) >= 2 else None


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
    places = [(m.start(), m[0].strip()) for m in re.finditer(r"[^\n]+", manuscript.text) if m[0].strip()]
    lines = [line for _, line in places]
    starts: list[int] = []
    for index, line in enumerate(lines):
        if index and len(line) <= 40 and number_alone(line):
            last = next((i for i in range(index - 1, max(-1, index - 4), -1) if looks_like_title(lines[i])), None)
            if last is not None:
                starts.append(places[first_title_line(lines, last)][0])
    return starts
