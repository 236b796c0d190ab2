"""Two documents' targets joined: which answers to which, and what became of it.

Pairs are chosen by the likeness of indicator, scope and deadline, on linked sections first. A value is said to be
raised or lowered only where units agree or convert; everything else is incomparable, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from policydiff.insight.folding import folded
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.likeness import alike, neighbours
from policydiff.insight.reading import sort_key
from policydiff.insight.records import Comparator, Direction, Facts, Target
from policydiff.model import Document

INDICATOR_LEAST = 0.5
"""Indicators less alike than this are different ones."""

SCORE_LEAST = 0.62
LINKED_SCORE_LEAST = 0.55
"""Least score of a pair, and on linked sections."""

WEIGHTS = {"indicator": 0.6, "scope": 0.12, "due": 0.16, "linked": 0.1, "value": 0.02}
WHOLE_PLACES = ("全省", "全市", "全国", "全县", "全区", "全州", "全域", "我省", "我市", "我国", "本市", "本省")

_RANK = re.compile(r"[一二三四五六七八九十ⅠⅡⅢⅣⅤ\d]+(?=星级|级|类|产业|期工程|阶段)")

Links = Collection[tuple[str, str]]


class TargetChange(StrEnum):
    """What became of a target."""

    NEW = "new"
    DROPPED = "dropped"
    RAISED = "raised"
    LOWERED = "lowered"
    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    SCOPE = "scope"
    UNQUANTIFIED = "unquantified"
    INCOMPARABLE = "incomparable"


class Reason(StrEnum):
    """Why a change is what it is: what makes two figures incomparable, or what lies behind an equal figure."""

    UNIT = "unit"
    LEVEL_AND_CHANGE = "level_and_change"
    PERIOD = "period"
    BASE_YEAR = "base_year"
    BOUND = "bound"
    QUANTIFIED = "quantified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place that speaks of a target without its figure."""

    section: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPair:
    """Targets by their number in each document's facts, and what became of the old one.

    ``time`` is EARLIER or LATER where the deadline moved too; ``stricter`` says whether the new figure asks more, None
    where that cannot be said. ``passage`` is the place of the other document that names no figure any more (or yet).
    """

    old: int | None
    new: int | None
    change: TargetChange
    time: TargetChange | None = None
    stricter: bool | None = None
    reason: Reason | None = None
    passage: Passage | None = None


def join(
    old: Facts, new: Facts, links: Links, documents: tuple[Document, Document], lexicon: Lexicon
) -> tuple[TargetPair, ...]:
    """Pairs of the two documents' targets in the old one's order, then what is new."""
    found = _chosen(old.targets, new.targets, links)
    taken = set(found.values())
    result: list[TargetPair] = []
    for index, target in enumerate(old.targets):
        other = found.get(index)
        if other is not None:
            result.append(_judged(index, other, target, new.targets[other], lexicon))
        else:
            result.append(_without_new(index, target, links, documents[1], lexicon))
    result += [
        _without_old(index, target, links, documents[0], lexicon)
        for index, target in enumerate(new.targets)
        if index not in taken
    ]
    return tuple(result)


def _chosen(old: Sequence[Target], new: Sequence[Target], links: Links) -> dict[int, int]:
    """The best pairs, greedily: each target is in one at most."""
    scored = sorted(_candidates(old, new, links), key=lambda found: (-found[0], found[1], found[2]))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _score, left, right in scored:
        if left not in chosen and right not in taken:
            chosen[left] = right
            taken.add(right)
    return chosen


def _candidates(old: Sequence[Target], new: Sequence[Target], links: Links) -> Iterator[tuple[float, int, int]]:
    linked = set(links)
    for left, right in neighbours([a.indicator for a in old], [b.indicator for b in new]):
        a, b = old[left], new[right]
        likeness = alike(a.indicator, b.indicator)
        if likeness < INDICATOR_LEAST or _ranks(a.indicator) != _ranks(b.indicator):
            continue
        together = (a.where.section, b.where.section) in linked
        score = WEIGHTS["indicator"] * likeness + WEIGHTS["scope"] * _scopes(a, b) + WEIGHTS["due"] * _dues(a, b)
        score += WEIGHTS["linked"] * together + WEIGHTS["value"] * (a.value == b.value and a.unit == b.unit)
        if a.kind != b.kind:
            score -= 0.1
        if score >= (LINKED_SCORE_LEAST if together else SCORE_LEAST):
            yield score, left, right


@lru_cache(maxsize=4096)
def _ranks(indicator: str) -> tuple[str, ...]:
    """The ranks an indicator names: 三星级 and 四星级 are different things, however alike the words."""
    return tuple(_RANK.findall(indicator))


def _scopes(a: Target, b: Target) -> float:
    left = "" if a.scope in WHOLE_PLACES else a.scope or ""
    right = "" if b.scope in WHOLE_PLACES else b.scope or ""
    if left == right:
        return 1.0
    if not left or not right:
        return 0.4
    shorter, longer = sorted((left, right), key=len)
    return 0.9 if longer.endswith(shorter) else alike(left, right)


def _dues(a: Target, b: Target) -> float:
    left, right = sort_key(a.due), sort_key(b.due)
    if left == right:
        return 1.0
    if "9999" in (left[:4], right[:4]):
        return 0.5
    return max(0.0, 0.9 - 0.15 * abs(int(left[:4]) - int(right[:4])))


def _judged(left: int, right: int, a: Target, b: Target, lexicon: Lexicon) -> TargetPair:
    reason = _incomparable(a, b, lexicon)
    time = _time(a, b)
    if reason is not None:
        return TargetPair(old=left, new=right, change=TargetChange.INCOMPARABLE, time=time, reason=reason)
    change, bound = _value_change(a, b, lexicon)
    if change is not TargetChange.SAME:
        stricter = _stricter(change, a, b, lexicon)
        return TargetPair(
            old=left, new=right, change=change, time=time, stricter=stricter, reason=Reason.BOUND if bound else None
        )
    if _scopes(a, b) < 0.4:
        return TargetPair(old=left, new=right, change=TargetChange.SCOPE, time=time)
    if time is not None:
        return TargetPair(old=left, new=right, change=time, stricter=time is TargetChange.EARLIER)
    return TargetPair(old=left, new=right, change=TargetChange.SAME)


def _incomparable(a: Target, b: Target, lexicon: Lexicon) -> Reason | None:
    if a.unit != b.unit and _factor(a, b, lexicon) is None:
        return Reason.UNIT
    if a.delta != b.delta or (a.delta and a.direction is not b.direction):
        return Reason.LEVEL_AND_CHANGE
    if a.period is not b.period:
        return Reason.PERIOD
    if a.delta and a.base_year != b.base_year and a.base_year and b.base_year:
        same_distance = _year(a) - a.base_year == _year(b) - b.base_year
        return None if same_distance else Reason.BASE_YEAR
    return None


def _year(target: Target) -> int:
    return int(sort_key(target.due)[:4])


def _factor(a: Target, b: Target, lexicon: Lexicon) -> float | None:
    """By what b's figures are multiplied to stand in a's unit."""
    if a.unit == b.unit:
        return 1.0
    if a.kind == b.kind == "count" and a.unit and b.unit:
        return 1.0
    factors = lexicon.table("units", "factors")
    if a.kind == b.kind and a.unit in factors and b.unit in factors:
        return float(factors[b.unit]) / float(factors[a.unit])
    return None


_FLOORS = {Comparator.ABOUT: 0, Comparator.EQUAL: 1, Comparator.AT_LEAST: 2, Comparator.MORE: 3}
_CEILINGS = {Comparator.LESS: 0, Comparator.AT_MOST: 1, Comparator.EQUAL: 2, Comparator.ABOUT: 2}


def _value_change(a: Target, b: Target, lexicon: Lexicon) -> tuple[TargetChange, bool]:
    """The change of the figure; and True where the figure stayed and only its bound moved (80% → 80%以上)."""
    factor = _factor(a, b, lexicon) or 1.0
    for left, right in ((a.value, b.value * factor), (a.value2 or 0, (b.value2 or 0) * factor)):
        if abs(left - right) > 1e-9 * max(abs(left), abs(right), 1):
            return (TargetChange.RAISED if right > left else TargetChange.LOWERED), False
    for ranks in (_FLOORS, _CEILINGS):
        if a.comparator in ranks and b.comparator in ranks:
            if ranks[a.comparator] == ranks[b.comparator]:
                return TargetChange.SAME, False
            return (TargetChange.RAISED if ranks[b.comparator] > ranks[a.comparator] else TargetChange.LOWERED), True
    return TargetChange.SAME, False


@cache
def _lower(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternatives(lexicon.words("directions", "lower_is_stricter")))


def _stricter(change: TargetChange, a: Target, b: Target, lexicon: Lexicon) -> bool:
    """Whether the new figure asks more: more of it, or less where less is better (能耗, PM2.5) or it is a ceiling."""
    ceiling = {Comparator.LESS, Comparator.AT_MOST}
    less = (
        not a.delta
        and (bool(_lower(lexicon).search(a.indicator)) or a.comparator in ceiling or b.comparator in ceiling)
    ) or (not a.delta and a.direction is Direction.DOWN)
    return (change is TargetChange.LOWERED) == less


def _time(a: Target, b: Target) -> TargetChange | None:
    left, right = sort_key(a.due), sort_key(b.due)
    if left == right:
        return None
    return TargetChange.EARLIER if right < left else TargetChange.LATER


def _without_new(index: int, target: Target, links: Links, document: Document, lexicon: Lexicon) -> TargetPair:
    near = [new for old, new in links if old == target.where.section]
    passage = _vaguely(target, document, near, lexicon)
    change = TargetChange.DROPPED if passage is None else TargetChange.UNQUANTIFIED
    return TargetPair(old=index, new=None, change=change, passage=passage)


def _without_old(index: int, target: Target, links: Links, document: Document, lexicon: Lexicon) -> TargetPair:
    near = [old for old, new in links if new == target.where.section]
    passage = _vaguely(target, document, near, lexicon)
    reason = None if passage is None else Reason.QUANTIFIED
    return TargetPair(old=None, new=index, change=TargetChange.NEW, reason=reason, passage=passage)


def _vaguely(target: Target, document: Document, near: Collection[str], lexicon: Lexicon) -> Passage | None:
    """Where ``document`` names what ``target`` counts with 部分 or 一批 and no figure; linked sections first."""
    name = target.indicator
    if target.kind not in ("count", "whole") or len(name) < 4:
        return None
    core = re.escape(name[-6:] if len(name) > 8 else name)
    vague = alternatives(lexicon.words("targets", "vague"))
    pattern = re.compile(rf"[^,。;\n]*(?:{vague})(?:的)?[^,。;、\n]{{0,8}}{core}[^,。;\n]*")
    for section in sorted(document.walk(), key=lambda one: one.id not in near):
        match = pattern.search(folded(section.text))
        if match:
            return Passage(section=section.id, text=section.text[match.start() : match.end()].strip())
    return None
