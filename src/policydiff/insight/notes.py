"""What changed in the facts of two documents, as notes on the rows a reader sees.

A note hangs on every row that holds one of its sides: a target that moved to another section is told on both. What
stayed the same is no note. In region mode nothing was added or dropped, so only pairs are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from policydiff.insight.changes import bodies_change, citation_pairs, deadline_pairs, in_sections
from policydiff.insight.extraction import facts
from policydiff.insight.joining import TargetChange, TargetPair, join
from policydiff.insight.lexicon import Lexicon, lexicon
from policydiff.insight.records import Facts
from policydiff.insight.values import citation_value, deadline_value, target_value
from policydiff.model import Document, Link, Mode, Note, Pair


@dataclass(frozen=True, slots=True)
class _Placed:
    """A note with the sections it speaks of."""

    note: Note
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class _Sides:
    left: Facts
    right: Facts
    documents: tuple[Document, Document]
    mode: Mode


def noted(
    pairs: Sequence[Pair],
    links: Iterable[Link],
    old: Document,
    new: Document,
    mode: Mode,
    *,
    words: Lexicon | None = None,
) -> tuple[Pair, ...]:
    """``pairs`` with the notes on targets, deadlines, responsible bodies and citations."""
    rules = words or lexicon()
    left, right = facts(old, words=rules), facts(new, words=rules)
    together = {(link.old, link.new) for link in links}
    together |= {(a, b) for pair in pairs for a in pair.old for b in pair.new}
    placed = [
        *_targets(_Sides(left, right, (old, new), mode), together, rules),
        *_deadlines(left, right, together, mode),
        *_citations(left, right, mode),
    ]
    by_old: dict[str, list[_Placed]] = defaultdict(list)
    by_new: dict[str, list[_Placed]] = defaultdict(list)
    for one in placed:
        if one.old is not None:
            by_old[one.old].append(one)
        if one.new is not None:
            by_new[one.new].append(one)
    result = []
    for pair in pairs:
        here = [one for section in pair.old for one in by_old[section]]
        here += [one for section in pair.new for one in by_new[section] if one not in here]
        bodies = _bodies(pair, left, right, mode)
        notes = (*(one.note for one in here), *bodies)
        result.append(replace(pair, notes=(*pair.notes, *notes)) if notes else pair)
    return tuple(result)


def _targets(sides: _Sides, together: set[tuple[str, str]], rules: Lexicon) -> Iterator[_Placed]:
    left, right, mode = sides.left, sides.right, sides.mode
    for pair in join(left, right, together, sides.documents, rules):
        if pair.change is TargetChange.SAME or (mode is Mode.REGION and None in (pair.old, pair.new)):
            continue
        a = None if pair.old is None else left.targets[pair.old]
        b = None if pair.new is None else right.targets[pair.new]
        fields: dict[str, Any] = {
            "change": str(pair.change),
            "old": None if a is None else target_value(a),
            "new": None if b is None else target_value(b),
            **_details(pair),
        }
        passage = pair.passage.section if pair.passage else None
        yield _Placed(
            Note(kind="target", fields=fields),
            a.where.section if a else passage,
            b.where.section if b else passage,
        )


def _details(pair: TargetPair) -> dict[str, Any]:
    found: dict[str, Any] = {"stricter": pair.stricter}
    if pair.time is not None:
        found["time"] = str(pair.time)
    if pair.reason is not None:
        found["reason"] = str(pair.reason)
    if pair.passage is not None:
        found["passage"] = {"section": pair.passage.section, "text": pair.passage.text}
    return found


def _deadlines(left: Facts, right: Facts, together: set[tuple[str, str]], mode: Mode) -> Iterator[_Placed]:
    for pair in deadline_pairs(left, right, together):
        if pair.change is TargetChange.SAME or (mode is Mode.REGION and None in (pair.old, pair.new)):
            continue
        a = None if pair.old is None else left.deadlines[pair.old]
        b = None if pair.new is None else right.deadlines[pair.new]
        fields = {
            "change": str(pair.change),
            "old": None if a is None else deadline_value(a),
            "new": None if b is None else deadline_value(b),
        }
        note = Note(kind="deadline", fields=fields)
        yield _Placed(note, a.where.section if a else None, b.where.section if b else None)


def _citations(left: Facts, right: Facts, mode: Mode) -> Iterator[_Placed]:
    for pair in citation_pairs(left, right):
        if pair.change == "same" or (mode is Mode.REGION and None in (pair.old, pair.new)):
            continue
        a = None if pair.old is None else left.citations[pair.old]
        b = None if pair.new is None else right.citations[pair.new]
        fields = {
            "change": pair.change,
            "old": None if a is None else citation_value(a),
            "new": None if b is None else citation_value(b),
        }
        note = Note(kind="citation", fields=fields)
        yield _Placed(note, a.where.section if a else None, b.where.section if b else None)


def _bodies(pair: Pair, left: Facts, right: Facts, mode: Mode) -> Iterator[Note]:
    """The change of who answers for a row; a row of one side tells no change, its text is new or gone as a whole."""
    if not pair.old or not pair.new:
        return
    old = list(in_sections(left.responsibilities, pair.old))
    new = list(in_sections(right.responsibilities, pair.new))
    if mode is Mode.REGION and not (old and new):
        return
    change = bodies_change(old, new, places=mode is Mode.VERSION)
    if change is None:
        return
    named = "lead" if change.lead_changed else "added" if not change.dropped else "dropped" if not change.added else ""
    yield Note(
        kind="responsibility",
        fields={
            "change": named or "changed",
            "old": {"bodies": list(change.old)} if change.old else None,
            "new": {"bodies": list(change.new)} if change.new else None,
            "section": {"old": list(pair.old), "new": list(pair.new)},
            "added": list(change.added),
            "dropped": list(change.dropped),
            "lead_old": list(change.lead_old),
            "lead_new": list(change.lead_new),
        },
    )
