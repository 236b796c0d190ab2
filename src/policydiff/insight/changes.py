"""What became of deadlines, responsible bodies and citations between two documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from policydiff.insight.joining import Links, TargetChange
from policydiff.insight.likeness import alike, neighbours
from policydiff.insight.reading import sort_key
from policydiff.insight.records import Citation, Deadline, Facts, Responsibility

TASK_LEAST = 0.6
"""Tasks less alike than this are different ones; on linked sections a tenth less will do."""

TITLE_LEAST = 0.72
"""Titles at least so alike, their years apart, are editions of one document."""

_EDITION = re.compile(r"\(?\d{4}(?:-\d{4})?年?版?\)?|\((?:试行|暂行|修订|征求意见稿)[^()]*\)")
_PLACE = re.compile(r"^(?:[\u3400-\u9fff]{2,8}?(?:省|自治区|市)|省|市|区|县|自治区)(?=[\u3400-\u9fff]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePair:
    """Deadlines by their number in each document's facts; ``change`` is new, dropped, same, earlier or later."""

    old: int | None
    new: int | None
    change: TargetChange


@dataclass(frozen=True, slots=True, kw_only=True)
class BodiesChange:
    """Who answers for old sections and for the new ones that answer to them."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    lead_old: tuple[str, ...]
    lead_new: tuple[str, ...]

    @property
    def lead_changed(self) -> bool:
        """True where both sides name a lead, and not the same."""
        return bool(self.lead_old and self.lead_new) and set(self.lead_old) != set(self.lead_new)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationPair:
    """Citations by their number in each document's facts; ``change`` is added, dropped, replaced or same."""

    old: int | None
    new: int | None
    change: str


def deadline_pairs(old: Facts, new: Facts, links: Links) -> tuple[DeadlinePair, ...]:
    """The two documents' deadlines joined by their tasks, in the old one's order, then what is new."""
    linked = set(links)
    scored = sorted(
        (
            (likeness + together * 0.1, left, right)
            for left, right in neighbours([a.task for a in old.deadlines], [b.task for b in new.deadlines])
            for a, b in ((old.deadlines[left], new.deadlines[right]),)
            if (likeness := alike(a.task, b.task)) + 0.1 * (together := _together(a, b, linked)) >= TASK_LEAST
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    chosen = _greedy(scored)
    result = [
        DeadlinePair(old=index, new=chosen.get(index), change=_moved(one, new, chosen.get(index)))
        for index, one in enumerate(old.deadlines)
    ]
    taken = set(chosen.values())
    result += [
        DeadlinePair(old=None, new=index, change=TargetChange.NEW)
        for index in range(len(new.deadlines))
        if index not in taken
    ]
    return tuple(result)


def bodies_change(old: Sequence[Responsibility], new: Sequence[Responsibility], *, places: bool) -> BodiesChange | None:
    """What changed between the lists of two groups of sections; None where nothing did.

    ``places`` false compares offices whatever their region (省大数据局 and 市大数据局 are one).
    """
    left, right = _everyone(old), _everyone(new)
    lead_old = tuple(dict.fromkeys(body for one in old for body in one.lead))
    lead_new = tuple(dict.fromkeys(body for one in new for body in one.lead))
    added = _missing(right, left, places)
    dropped = _missing(left, right, places)
    change = BodiesChange(old=left, new=right, added=added, dropped=dropped, lead_old=lead_old, lead_new=lead_new)
    lead_moved = change.lead_changed and bool(
        _missing(lead_old, lead_new, places) or _missing(lead_new, lead_old, places)
    )
    return change if added or dropped or lead_moved else None


def citation_pairs(old: Facts, new: Facts) -> tuple[CitationPair, ...]:
    """The two documents' citations joined: the same title, an edition of it, or none."""
    scored = sorted(
        (
            (score, left, right)
            for left, right in neighbours(list(map(_names, old.citations)), list(map(_names, new.citations)))
            if (score := _same_work(old.citations[left], new.citations[right])) >= TITLE_LEAST
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    chosen = _greedy(scored)
    result: list[CitationPair] = []
    for index, one in enumerate(old.citations):
        other = chosen.get(index)
        change = "dropped" if other is None else _edition(one, new.citations[other])
        result.append(CitationPair(old=index, new=other, change=change))
    taken = set(chosen.values())
    result += [
        CitationPair(old=None, new=index, change="added") for index in range(len(new.citations)) if index not in taken
    ]
    return tuple(result)


def _together(a: Deadline, b: Deadline, linked: Collection[tuple[str, str]]) -> bool:
    return (a.where.section, b.where.section) in linked


def _greedy(scored: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _score, left, right in scored:
        if left not in chosen and right not in taken:
            chosen[left] = right
            taken.add(right)
    return chosen


def _moved(one: Deadline, new: Facts, other: int | None) -> TargetChange:
    if other is None:
        return TargetChange.DROPPED
    left, right = sort_key(one.due), sort_key(new.deadlines[other].due)
    if left == right:
        return TargetChange.SAME
    return TargetChange.EARLIER if right < left else TargetChange.LATER


def _everyone(found: Sequence[Responsibility]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for one in found for body in (*one.bodies, *one.local)))


def _missing(left: Sequence[str], right: Sequence[str], places: bool) -> tuple[str, ...]:
    known = {_office(body, places) for body in right}
    return tuple(body for body in left if _office(body, places) not in known)


def _office(body: str, places: bool) -> str:
    return body if places else _PLACE.sub("", body) or body


def _names(citation: Citation) -> str:
    """All that a citation may be known by."""
    return f"{citation.title or ''}{citation.doc_number or ''}"


def _same_work(a: Citation, b: Citation) -> float:
    if a.doc_number and a.doc_number == b.doc_number:
        return 1.0
    left, right = _EDITION.sub("", a.title), _EDITION.sub("", b.title)
    return 1.0 if left == right else alike(left, right)


def _edition(a: Citation, b: Citation) -> str:
    if a.title == b.title and (not a.doc_number or not b.doc_number or a.doc_number == b.doc_number):
        return "same"
    return "same" if a.doc_number and a.doc_number == b.doc_number else "replaced"


def in_sections(found: Sequence[Responsibility], sections: Collection[str]) -> Iterator[Responsibility]:
    """The lists that stand in one of ``sections``."""
    return (one for one in found if one.where.section in sections)
