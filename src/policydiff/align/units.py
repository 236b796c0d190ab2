"""The pieces that are aligned: every section that has text, a table, or at least a heading and no children.

A `Units` value holds them as parallel tuples in reading order; index n of every tuple is the same section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policydiff.keys import key
from policydiff.model import Document, Section
from policydiff.similarity.terms import sentences

LEAD = re.compile(r"^.{2,40}?[，。；：,;:\n]|^.{2,40}")
"""Where a section has no heading, its first clause stands for one."""

MOST_PIECES = 500
"""Of one section: pieces are compared each with each. The longest section of the seed has 55."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """``texts`` are heading and own text as compared (masked where asked); ``keys`` their comparison keys, unmasked
    and without the heading; ``leads`` headings or first clauses; ``paths`` the titles of the ancestors;
    ``parents`` indices into ``groups``, the ids of the parents."""

    title: str
    ids: tuple[str, ...]
    sections: tuple[Section, ...]
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    leads: tuple[str, ...]
    headed: tuple[bool, ...]
    paths: tuple[str, ...]
    parents: tuple[int, ...]
    groups: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.sections)


def whole(section: Section) -> str:
    """A section's own text and the words in its tables."""
    cells = [" ".join((*table.header, *(cell for row in table.rows for cell in row))) for table in section.tables]
    return "\n".join(part for part in (section.text, *cells) if part)


def aligned(section: Section) -> bool:
    """True where a section takes part by itself."""
    return bool(section.text.strip() or section.tables or (section.heading and not section.children))


def units(document: Document, mask: Callable[[str], str] = str) -> Units:
    """The aligned pieces of ``document``; ``mask`` changes what is scored, not what is compared for equality."""
    found = [(s, path, parent) for s, path, parent in _walked(document.sections, (), "") if aligned(s)]
    groups = tuple(dict.fromkeys(parent for _, _, parent in found))
    index = {g: n for n, g in enumerate(groups)}
    bodies = [mask(whole(s)) for s, _, _ in found]
    heads = [mask(s.heading) for s, _, _ in found]
    return Units(
        title=document.main_title or document.title,
        ids=tuple(s.id for s, _, _ in found),
        sections=tuple(s for s, _, _ in found),
        texts=tuple(f"{h}。{b}" if h else b for h, b in zip(heads, bodies, strict=True)),
        keys=tuple(key(whole(s)) for s, _, _ in found),
        leads=tuple(h or _first(b) for h, b in zip(heads, bodies, strict=True)),
        headed=tuple(bool(h) for h in heads),
        paths=tuple(mask(" ".join(path)) for _, path, _ in found),
        parents=tuple(index[parent] for _, _, parent in found),
        groups=groups,
        sentences=tuple(_pieces(h, b) for h, b in zip(heads, bodies, strict=True)),
    )


def _walked(
    sections: tuple[Section, ...], path: tuple[str, ...], parent: str
) -> Iterator[tuple[Section, tuple[str, ...], str]]:
    for s in sections:
        yield s, path, parent
        yield from _walked(s.children, (*path, s.heading) if s.heading else path, s.id)


def _first(text: str) -> str:
    match = LEAD.match(text.strip())
    return match[0] if match else ""


def _pieces(heading: str, body: str) -> tuple[str, ...]:
    """The sentences of a section; of a very long one so many in a row together that there are not too many."""
    found = [s for s in sentences(body) if len(s) > 3]
    together = -(-len(found) // MOST_PIECES)
    if together > 1:
        found = ["".join(found[n : n + together]) for n in range(0, len(found), together)]
    return tuple(found or [heading or body])
