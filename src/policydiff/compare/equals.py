"""Sections that say the same in both documents, label, heading, text and tables, are counterparts.

Similarity may miss it (pieces without a word, short pieces, texts that stand in a document twice); that they are
equal settles it, and also that neither is split or merged. So a document never differs from itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from policydiff.align import Alignment, Corrections
from policydiff.compare.rows import own_text, table_text
from policydiff.keys import key
from policydiff.model import Document, Link, LinkKind, Section

SURE = 0.95
"""The confidence of a link that only equality speaks for."""

Face = tuple[str, ...]
Ends = tuple[str, str]


def settled(old: Document, new: Document, alignment: Alignment, corrections: Corrections) -> Alignment:
    """``alignment`` in which equal sections are counterparts of each other, the first of the first, and of nobody else.

    What a person pinned stays, and what a person forbade is not done.
    """
    same = _same(old, new, alignment, corrections)
    taken = {a for a, _ in same}, {b for _, b in same}
    links = {(link.old, link.new): _judged(link, same, taken) for link in alignment.links}
    for ends in same - links.keys():
        links[ends] = _link(ends)
    here = {name: place for place, name in enumerate(alignment.order_old)}
    there = {name: place for place, name in enumerate(alignment.order_new)}
    ordered = sorted(links.values(), key=lambda link: (here[link.old], there[link.new]))
    return replace(alignment, links=tuple(ordered))


def _same(old: Document, new: Document, alignment: Alignment, corrections: Corrections) -> set[Ends]:
    left, right = _by_face(old, alignment.order_old), _by_face(new, alignment.order_new)
    pairs = {ends for face, ids in left.items() for ends in zip(ids, right.get(face, ()), strict=False)}
    pinned = {a for a, _ in corrections.pinned}, {b for _, b in corrections.pinned}
    return {(a, b) for a, b in pairs - corrections.forbidden if a not in pinned[0] and b not in pinned[1]}


def _by_face(document: Document, order: Iterable[str]) -> dict[Face, list[str]]:
    """The ids of the aligned sections, by what the sections say."""
    aligned = set(order)
    found: dict[Face, list[str]] = defaultdict(list)
    for section in document.walk():
        if section.id in aligned:
            found[_face(section)].append(section.id)
    return found


def _face(section: Section) -> Face:
    return key(section.label), key(section.heading), key(own_text([section])), key(table_text([section]))


def _judged(link: Link, same: set[Ends], taken: tuple[set[str], set[str]]) -> Link:
    if (link.old, link.new) in same:
        return replace(link, kind=LinkKind.COUNTERPART, confidence=max(link.confidence, SURE))
    if link.old in taken[0] or link.new in taken[1]:
        return replace(link, kind=LinkKind.PARTIAL)
    return link


def _link(ends: Ends) -> Link:
    return Link(old=ends[0], new=ends[1], kind=LinkKind.COUNTERPART, similarity=1.0, confidence=SURE)
