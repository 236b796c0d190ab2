"""Headings that stand over other sections and have no text of their own: changed, they are changes too.

The alignment pairs what has text. Between two versions a chapter's heading that one of them lacks becomes a row of
its own before the rows of what stood under it; between regions the arrangement of a document says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policydiff.compare.rows import own_text
from policydiff.compare.tables import between
from policydiff.edits import Unit
from policydiff.keys import key
from policydiff.model import Document, Pair, Relation, Section


def with_headings(old: Document, new: Document, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """``pairs`` with a row for each bare heading that the other document does not have."""
    rows = {section for pair in pairs for section in pair.old}, {section for pair in pairs for section in pair.new}
    bare = list(_bare(old, rows[0])), list(_bare(new, rows[1]))
    lone_old, lone_new = _without(bare[0], bare[1]), _without(bare[1], bare[0])
    if not lone_old and not lone_new:
        return tuple(pairs)
    before: dict[int, list[Pair]] = {}
    for side, lone in (("old", lone_old), ("new", lone_new)):
        for section in lone:
            place = _place(section, side, pairs)
            before.setdefault(place, []).append(_row(section, side))
    return tuple(row for place in range(len(pairs) + 1) for row in (*before.get(place, ()), *pairs[place : place + 1]))


def _bare(document: Document, in_rows: set[str]) -> Iterator[Section]:
    return (section for section in document.walk() if section.heading and section.id not in in_rows)


def _without(here: Iterable[Section], there: Iterable[Section]) -> list[Section]:
    """The sections of ``here`` whose headings do not stand ``there``, as often as they are missing."""
    left = Counter(key(section.heading) for section in there)
    found = []
    for section in here:
        heading = key(section.heading)
        if left[heading]:
            left[heading] -= 1
        elif heading:
            found.append(section)
    return found


def _place(section: Section, side: str, pairs: Sequence[Pair]) -> int:
    """The index of the first row of what stands under ``section``; past the last where there is none."""
    below = {found.id for found in section.walk()}
    return next((n for n, pair in enumerate(pairs) if not below.isdisjoint(getattr(pair, side))), len(pairs))


def _row(section: Section, side: str) -> Pair:
    old: list[Section]
    new: list[Section]
    old, new = ([section], []) if side == "old" else ([], [section])
    return Pair(
        relation=Relation.ONLY_OLD if old else Relation.ONLY_NEW,
        old=tuple(found.id for found in old),
        new=tuple(found.id for found in new),
        similarity=0.0,
        confidence=1.0,
        edits=between(own_text(old), own_text(new), Unit.CHAR),
    )
