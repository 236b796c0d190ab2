"""Targets of prose, by the grammar of domain notes §4.2.

A quantity becomes a target where the clause sets it as one: a level or a change is stated, a verb of setting up stands
before it, or its sentence is a goal or has a date. What describes, defines, punishes or reports is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from policydiff.insight import frames
from policydiff.insight.acceptance import accepted
from policydiff.insight.folding import Stretch
from policydiff.insight.items import Item, leads_time
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.places import Places
from policydiff.insight.quantities import COVER, Quantity, quantities
from policydiff.insight.reading import Reading, tells_of_past
from policydiff.insight.records import Comparator, DeadlineFrom, Due, Target
from policydiff.insight.subjects import handed_out, subjects
from policydiff.insight.times import Time, TimeKind
from policydiff.insight.wholes import wholes

_BASE = re.compile("(?:从|由)(?:目前的?|现有的?|现在的?|当前的?|原来的?)?")
_RISE = "(?:以上|左右|以下)?[^,;。、0-9]{{0,4}}(?:{changes})(?:到|至|为)"
_OPEN = re.compile("[好强高大优]$")
"""A clause that ends so has its noun in the next one: 支持20个综合条件好，辐射带动力强的城市."""

CHINESE_FROM = 100
"""A count in Chinese numerals is a figure from here on, or with a bound: 三个以上, 两百家; 三个中心 is a name."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the figures of a sentence are read with."""

    reading: Reading
    lexicon: Lexicon
    places: Places


def targets_in(reading: Reading, lexicon: Lexicon, places: Places) -> list[Target]:
    """The targets of a sentence, in order."""
    if reading.past or tells_of_past(reading.sentence.text, reading.times, reading.issued, lexicon):
        return []
    if reading.law and not any(time.kind is TimeKind.DEADLINE for time in reading.times):
        return []
    found = _quantities(reading, lexicon)
    if not found:
        return []
    scene = _Scene(reading, lexicon, places)
    made: list[Target] = []
    for clause in reading.sentence.clauses:
        inside = [quantity for quantity in found if clause.start <= quantity.start < clause.end]
        if inside:
            made.extend(_of_clause(scene, clause, inside))
    return made


def _quantities(reading: Reading, lexicon: Lexicon) -> list[Quantity]:
    """Figures and wholes outside brackets, with times covered too."""
    plain = list(reading.plain)
    for time in reading.times:
        plain[time.start : time.end] = COVER * (time.end - time.start)
    found = quantities("".join(plain), lexicon)
    outside = [q for q in found if not _bracketed(reading.sentence.text, q.start) and not _idle(q)]
    return sorted((*outside, *wholes(reading.sentence.text, lexicon)), key=lambda quantity: quantity.start)


def _idle(quantity: Quantity) -> bool:
    """True for 一个, 两类, 三张: numerals that count out what is named and set nothing."""
    if not quantity.chinese or quantity.kind in ("share", "times"):
        return False
    return quantity.value <= 1 if quantity.after else quantity.value < CHINESE_FROM or quantity.round


def _bracketed(text: str, offset: int) -> bool:
    return text.count("(", 0, offset) > text.count(")", 0, offset)


def _of_clause(scene: _Scene, clause: Stretch, found: Sequence[Quantity]) -> Iterator[Target]:
    kept: list[Item] = []
    for item in _items(scene, clause, found):
        if accepted(scene.reading, item, scene.lexicon, shared=bool(kept)):
            kept.append(item)
    if handed_out(kept) is not None:
        kept = [replace(item, before=kept[0].before) for item in kept]
    named = subjects(kept, scene.lexicon)
    for index, item in enumerate(kept):
        indicator, scope = named[index]
        due = _due(scene.reading, item, index, len(kept))
        yield _record(scene, item, indicator, scope, due)


def _items(scene: _Scene, clause: Stretch, found: Sequence[Quantity]) -> Iterator[Item]:
    """The figures of a clause with the words around each; the first of 从72%提升至76% is the base of the second."""
    reading, lexicon = scene.reading, scene.lexicon
    text = reading.sentence.text
    border, base, carried = clause.start, None, ""
    for index, quantity in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        left = carried + _between(text, border, quantity.start, reading.times)
        if following is not None and _is_base(text, quantity, following, lexicon):
            base, border, carried = quantity, quantity.end, _BASE.sub("", left)
            continue
        stop = following.start if following else clause.end
        share = quantity.kind in ("share", "per", "times", "") or quantity.multiple
        item = Item(
            quantity=quantity,
            clause=clause,
            before=frames.before(left, lexicon, share=share),
            left=left,
            right=text[quantity.end : stop],
            base=base,
        )
        border, base, carried = _next_border(text, quantity.end, stop, item), None, ""
        yield item


def _is_base(text: str, quantity: Quantity, following: Quantity, lexicon: Lexicon) -> bool:
    """True for the first figure of 从72%提升至76%."""
    if quantity.kind != following.kind or following.start - quantity.end > 24:
        return False
    return bool(_rise(lexicon).match(text, quantity.end, following.start))


@cache
def _rise(lexicon: Lexicon) -> re.Pattern[str]:
    changes = alternatives((*lexicon.words("changes", "up"), *lexicon.words("changes", "down")))
    return re.compile(_RISE.format(changes=changes))


def _between(text: str, start: int, end: int, found: Sequence[Time]) -> str:
    """``text[start:end]`` without its times; the 到 of 提高到2025年的50% stays."""
    left, done = "", start
    for time in found:
        if start <= time.start and time.end <= end:
            left += text[done : time.start]
            printed = text[time.start : time.end]
            left += printed[0] if printed[0] in "到至由从" and left.strip(" ,") else ""
            done = time.end + (1 if text.startswith("的", time.end) else 0)
    return left + text[done:end]


def _next_border(text: str, end: int, stop: int, item: Item) -> int:
    """Where the words before the next quantity begin: behind what this one counts."""
    right = text[end:stop]
    if frames.starts_joined(right) or not item.right.strip():
        return end
    cut = max(right.rfind(link) for link in ("、", "和", "及", ","))
    if cut > 0:
        return end + cut
    return stop if item.before.subject == "" else end


def _record(scene: _Scene, item: Item, indicator: str, scope: str | None, due: Due | None) -> Target:
    sentence, section = scene.reading.sentence, scene.reading.section
    quantity, head = item.quantity, item.before
    start, end = _clause_range(scene.reading, item.clause)
    at = sentence.start
    return Target(
        where=scene.places.located(section, at + start, at + end),
        sentence=section.text[at : sentence.end],
        indicator=indicator,
        comparator=_comparator(item),
        value=quantity.value,
        value2=quantity.value2,
        unit="%" if item.whole else quantity.unit,
        kind="share" if item.whole else quantity.kind,
        value_text=section.text[at + quantity.start : at + quantity.end],
        base_value=item.base.value if item.base else None,
        base_year=_base_year(scene.reading, quantity),
        due=due,
        scope=scope or head.scope,
        modality=frames.modality(sentence.text[start : quantity.start], scene.lexicon),
        period=head.period,
        direction=head.direction,
        delta=head.delta and not quantity.multiple,
        implicit=item.whole,
    )


def _comparator(item: Item) -> Comparator:
    before, after = item.before.comparator, item.quantity.after
    if item.whole:
        return Comparator.EQUAL
    if after is not None and before in (None, Comparator.EQUAL, Comparator.MORE, Comparator.AT_LEAST):
        return Comparator(after)
    return before or (Comparator(after) if after else Comparator.EQUAL)


def _clause_range(reading: Reading, clause: Stretch) -> tuple[int, int]:
    """The clause, and before it the one that is nothing but its date; without the marks around."""
    clauses, text = reading.sentence.clauses, reading.sentence.text
    number, start, end = clauses.index(clause), clause.start, clause.end
    if number and text[clauses[number - 1].end] == ",":
        previous = clauses[number - 1]
        for time in reading.times:
            if not text[previous.start : time.start].strip() and not text[time.end : previous.end].strip():
                start = previous.start
    if number + 1 < len(clauses) and text[end : end + 1] == "," and _OPEN.search(text, start, end):
        end = clauses[number + 1].end
    while end > start and text[end - 1] in " 。!?;,\n":
        end -= 1
    while start < end and text[start] in " \u3000,;":
        start += 1
    return start, end


def _base_year(reading: Reading, quantity: Quantity) -> int | None:
    found = [t for t in reading.times if t.kind is TimeKind.BASE and t.end <= quantity.start]
    return found[-1].year if found else None


def _due(reading: Reading, item: Item, index: int, count: int) -> Due | None:
    leads = [time for time in reading.times if leads_time(time)]
    earlier = [time for time in leads if time.end <= item.quantity.start]
    inside = [time for time in leads if item.clause.start <= time.start < item.clause.end]
    found: Time | None = None
    if count > 1 and len(inside) == count and inside[-1].end <= item.quantity.start:
        found = inside[index]
    elif earlier:
        found = earlier[-1]
    elif inside:
        found = inside[0]
    if found is not None:
        text = reading.section.text[reading.sentence.start + found.start : reading.sentence.start + found.end]
        return Due(iso=found.iso, text=text, source=DeadlineFrom.SENTENCE)
    return None if reading.lead is None else replace(reading.lead.due)
