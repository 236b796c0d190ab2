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
from policydiff.insight.folding import Stretch
from policydiff.insight.frames import Before
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.places import Places
from policydiff.insight.quantities import COVER, Quantity, quantities
from policydiff.insight.reading import Reading, tells_of_past
from policydiff.insight.records import Comparator, DeadlineFrom, Due, Located, Target
from policydiff.insight.times import Time, TimeKind
from policydiff.insight.wholes import predicate_at, wholes

_LEVEL = re.compile(r"[一二三四五六A]{1,3}(?:星级|级|类)(?:及以上|以上|以下)?")
_TITLED = re.compile(r"^(?:《[^》]*》)?[^,;。]{0,40}?\([A-Z][A-Z0-9/T .-]+\d\)")
_EACH = re.compile("分别(?:约)?(?:要)?$|分别")
_BASE = re.compile("(?:从|由)(?:目前的?|现有的?|现在的?|当前的?|原来的?)?")
_RISE = "(?:以上|左右|以下)?[^,;。、0-9]{{0,4}}(?:{changes})(?:到|至|为)"
_PART = re.compile("^(?:对|为|凡|给予).*的[^,的]{0,12}$")
_DURATIONS = re.compile("压缩|缩短|控制在|不超过|延长|限时|不低于|减至|降至|不少于|达到|提高|超过")
_OPEN = re.compile("[好强高大优]$")
"""A clause that ends so has its noun in the next one: 支持20个综合条件好，辐射带动力强的城市."""

CHINESE_FROM = 100
"""A count in Chinese numerals is a figure from here on, or where it has a bound: 三个以上, 两百家; 三个中心 is a name."""

_LEADS = (TimeKind.DEADLINE, TimeKind.PERIOD)
_ASSERTS = re.compile("实现|做到|确保")


@dataclass(frozen=True, slots=True)
class _Item:
    """A quantity in its clause with what stands around it."""

    quantity: Quantity
    clause: Stretch
    before: Before
    left: str
    right: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Refusals:
    describing: tuple[str, ...]
    condition_starts: tuple[str, ...]
    penalties: re.Pattern[str]


@cache
def _refusals(lexicon: Lexicon) -> _Refusals:
    return _Refusals(
        lexicon.words("facts", "describing"),
        lexicon.words("facts", "condition_starts"),
        re.compile(alternatives(lexicon.words("facts", "penalties"))),
    )


def targets_in(reading: Reading, lexicon: Lexicon, places: Places) -> list[Target]:
    """The targets of a sentence, in order."""
    if reading.past or tells_of_past(reading.sentence.text, reading.times, reading.issued, lexicon):
        return []
    if reading.law and not any(time.kind is TimeKind.DEADLINE for time in reading.times):
        return []
    found = _quantities(reading, lexicon)
    if not found:
        return []
    made: list[Target] = []
    for number, clause in enumerate(reading.sentence.clauses):
        inside = [q for q in found if clause.start <= q.start < clause.end]
        if inside:
            made.extend(_of_clause(reading, number, clause, inside, lexicon, places))
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


def _of_clause(
    reading: Reading, number: int, clause: Stretch, found: Sequence[Quantity], lexicon: Lexicon, places: Places
) -> Iterator[Target]:
    text = reading.sentence.text
    items: list[_Item] = []
    base: Quantity | None = None
    border = clause.start
    shared = False
    kept: list[tuple[_Item, Quantity | None]] = []
    for index, quantity in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else clause.end
        left = _between(text, border, quantity.start, reading.times)
        if index + 1 < len(found) and _is_base(text, quantity, found[index + 1], lexicon):
            base, border = quantity, quantity.end
            head = _BASE.sub("", left)
            items.append(_Item(quantity, clause, frames.before(head, lexicon, share=True), head, ""))
            continue
        if base is not None:
            left = items[-1].left + left
        item = _item(reading, quantity, clause, left, text[quantity.end : stop], lexicon)
        accepted = _accepted(reading, item, lexicon, shared=shared)
        shared = shared or accepted
        if accepted:
            kept.append((item, base))
        border = _next_border(text, quantity.end, stop, item)
        items.append(item)
        base = None
    yield from _records(reading, number, kept, lexicon, places)


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


def _item(reading: Reading, quantity: Quantity, clause: Stretch, left: str, right: str, lexicon: Lexicon) -> _Item:
    share = quantity.kind in ("share", "per", "times", "") or quantity.multiple
    return _Item(quantity, clause, frames.before(left, lexicon, share=share), left, right, quantity.kind == "whole")


def _next_border(text: str, end: int, stop: int, item: _Item) -> int:
    """Where the words before the next quantity begin: behind what this one counts."""
    right = text[end:stop]
    if frames.starts_joined(right) or not item.right.strip():
        return end
    cut = max(right.rfind(link) for link in ("、", "和", "及", ","))
    return end + cut if cut > 0 else stop if item.before.subject == "" else end


def _accepted(reading: Reading, item: _Item, lexicon: Lexicon, *, shared: bool) -> bool:
    quantity, head, left = item.quantity, item.before, item.left
    text = reading.sentence.text
    if item.whole:
        return _whole_stands(reading, item, lexicon)
    if _refused(text, item, lexicon):
        return False
    stated = head.level or head.delta or quantity.after is not None or quantity.multiple
    if quantity.kind == "time":
        return head.level and bool(_DURATIONS.search(left))
    if quantity.kind == "":
        return head.level and bool(head.subject) and not _glued(text, quantity.end)
    if quantity.kind in ("share", "per", "times"):
        return stated or shared or frames.measured(head.subject, lexicon) or _share_of(item)
    dated = _dated(reading, quantity)
    verb = head.verb or bool(frames.words(lexicon).anywhere.search(left))
    return (stated and (bool(head.subject) or verb)) or verb or shared or dated or reading.goal


def _glued(text: str, end: int) -> bool:
    """True where a bare number runs on into a word: it counts something that the lexicon has no unit for."""
    return end < len(text) and text[end] not in ",;:。、)和及与!?\n "


def _refused(text: str, item: _Item, lexicon: Lexicon) -> bool:
    rules = _refusals(lexicon)
    left, quantity = item.left.rstrip(), item.quantity
    clause = text[item.clause.start : item.clause.end]
    if rules.penalties.search(clause):
        return True
    if not item.before.level and left.endswith(rules.describing):
        return True
    if quantity.unit == "次" and "每" in left:
        return True
    if _PART.match(clause.strip()) and quantity.kind in ("money", "time", "area"):
        return True
    if clause.rstrip().endswith("的") and not clause.lstrip().startswith(("确保", "力争")):
        return True
    if clause.lstrip().startswith(rules.condition_starts) and not item.before.level:
        return True
    qualifies = item.right.startswith("的") and quantity.after is not None and quantity.kind in ("money", "time", "area")
    return qualifies and not item.before.verb


def _share_of(item: _Item) -> bool:
    """80%以上的设区市…: the share of what follows that does something."""
    return not item.before.subject and bool(item.right.lstrip("的 ")) and not frames.starts_joined(item.right)


def _whole_stands(reading: Reading, item: _Item, lexicon: Lexicon) -> bool:
    """A whole without a figure counts where it is asserted: dated, a goal, or led up to (推动, 实现, 确保)."""
    left = item.left.rstrip()
    if left.endswith(lexicon.words("implicit", "not_after")):
        return False
    printed = reading.sentence.text[item.quantity.start : item.quantity.end]
    leads = re.search(alternatives(lexicon.words("implicit", "leads")), left)
    asserted = bool(leads) or reading.goal or any(t.kind in _LEADS and t.start < item.quantity.start for t in reading.times)
    if printed in lexicon.words("implicit", "coverage"):
        right = item.right.strip(" 。;!")
        ends = not right or right[0] in ",:" or bool(_ASSERTS.search(left)) and frames.starts_joined(right)
        led = asserted or printed.startswith("实现")
        return ends and led and len(_covered_subject(left, lexicon)) > 1
    clause = reading.sentence.text[item.quantity.end : item.clause.end]
    if frames.without_leads(left, lexicon) and item.before.subject:
        does = clause.lstrip().startswith("“") or predicate_at(f" {clause[:8]}", lexicon) is not None
        return printed in lexicon.words("implicit", "adverbs") and asserted and does
    return asserted and predicate_at(clause, lexicon) is not None


def _dated(reading: Reading, quantity: Quantity) -> bool:
    return reading.lead is not None or any(t.kind in _LEADS and t.start < quantity.start for t in reading.times)


def _records(
    reading: Reading, number: int, kept: Sequence[tuple[_Item, Quantity | None]], lexicon: Lexicon, places: Places
) -> Iterator[Target]:
    items = [item for item, _base in kept]
    if _handed_out(items) is not None:
        kept = [(replace(item, before=items[0].before), base) for item, base in kept]
    subjects = _shared_subjects(items, lexicon)
    for index, (item, base) in enumerate(kept):
        indicator, scope = subjects[index]
        yield _record(reading, number, item, base, indicator, scope, lexicon, places, index, len(kept))


def _shared_subjects(items: Sequence[_Item], lexicon: Lexicon) -> list[tuple[str, str | None]]:
    """Indicator and scope of each item of a clause; 分别 hands them out, a predicate is shared backwards."""
    handed = _handed_out(items)
    result: list[tuple[str, str | None]] = []
    predicate = ""
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        head = item.before
        if item.whole and not _covers(item) or (item.quantity.kind == "share" and not head.level and _share_of(item)):
            if item.whole and head.subject:
                result.append((frames.trimmed(_until(item.right)) or head.subject, head.subject))
                continue
            scope, own = _group(item, lexicon, last=not predicate)
            predicate = own or predicate
            result.append((_indicator_of(predicate) or scope, scope if predicate else head.scope))
        elif item.whole:
            result.append(_coverage(item, lexicon))
        elif handed is not None:
            result.append((handed[index], head.scope))
        else:
            result.append((_named(item, items[index - 1] if index else None), head.scope))
    return result[::-1]


def _covers(item: _Item) -> bool:
    return item.quantity.unit == "coverage"


def _until(text: str) -> str:
    return re.split("[。;!]", text)[0]


def _group(item: _Item, lexicon: Lexicon, *, last: bool) -> tuple[str, str]:
    """Who, and what they do: of 的设区市达到四星级以上标准 the 设区市 and 达到四星级以上标准."""
    right = item.right.lstrip("的 ")
    at = predicate_at(right, lexicon)
    if at is None:
        return (frames.trimmed(_until(right)) if last else frames.first_part(right)), ""
    return frames.trimmed(right[:at]), _until(right[at:])


def _indicator_of(predicate: str) -> str:
    text = re.sub("^(?:全部|均|都|率先|基本|普遍)?(?:达到|实现|完成|达)", "", predicate).strip(" 。,;")
    text = _TITLED.sub("", text)
    level = _LEVEL.search(text)
    if level:
        return level[0]
    return frames.trimmed(re.sub("(?:标准|水平|要求)$", "", text))


def _covered_subject(left: str, lexicon: Lexicon) -> str:
    text = re.sub("(?:尽快|全面|率先|逐步|基本|如期|全部)*(?:实现|达到|做到)?(?:尽快|基本)*$", "", left.strip(" ,、;"))
    return frames.without_leads(text, lexicon).strip("的 ")


def _coverage(item: _Item, lexicon: Lexicon) -> tuple[str, str | None]:
    subject = _covered_subject(item.left, lexicon)
    inner = re.search("(?:基本)?实现", subject)
    if inner and inner.start() > 0:
        return frames.trimmed(subject[: inner.start()]), frames.trimmed(subject[inner.end() :]) or None
    return frames.trimmed(subject), item.before.scope


def _named(item: _Item, previous: _Item | None) -> str:
    right = "" if frames.starts_joined(item.right) and not item.right.startswith("的") else item.right
    thing = frames.trimmed(_until(right).lstrip("的"))
    if item.right and re.search("[、和及]", thing):
        thing = frames.first_part(_until(right).lstrip("的")) if item.right.rstrip().endswith(("、", "和", "及")) else thing
    subject = item.before.subject
    if not item.before.level and thing and not item.quantity.multiple:
        return thing
    if subject:
        return subject
    if thing:
        return thing
    return (previous.before.subject if previous else "") or frames.trimmed(item.left)


def _handed_out(items: Sequence[_Item]) -> list[str] | None:
    """城镇和农村居民人均可支配收入分别超过8万元、4.5万元: the subjects in order of the figures."""
    if len(items) < 2 or not _EACH.search(items[0].left):
        return None
    subject = _EACH.split(items[0].left, maxsplit=1)[0].strip(" ,、")
    parts = [part for part in re.split("、|和|以及|及|与", subject) if part]
    if len(parts) != len(items):
        return [items[0].before.subject or subject] * len(items)
    last = parts[-1]
    named = []
    for part in parts[:-1]:
        shared = last[len(part) :] if len(last) > len(part) + 1 and len(part) <= 3 else ""
        named.append(part + shared)
    return [frames.trimmed(part) for part in (*named, last)]


def _record(
    reading: Reading,
    number: int,
    item: _Item,
    base: Quantity | None,
    indicator: str,
    scope: str | None,
    lexicon: Lexicon,
    places: Places,
    index: int,
    count: int,
) -> Target:
    sentence, section = reading.sentence, reading.section
    quantity, head = item.quantity, item.before
    start, end = _clause_range(reading, number)
    original = section.text
    first, last = sentence.start + start, sentence.start + end
    span, exact = places.span(section, first, last)
    delta = head.delta and not quantity.multiple
    return Target(
        where=Located(
            document=places.document.id,
            section=section.id,
            place=(first, last),
            span=span,
            exact=exact,
            text=original[first:last],
        ),
        sentence=original[sentence.start : sentence.end],
        indicator=indicator,
        comparator=_comparator(item),
        value=quantity.value,
        value2=quantity.value2,
        unit="%" if item.whole else quantity.unit,
        kind="share" if item.whole else quantity.kind,
        value_text=original[sentence.start + quantity.start : sentence.start + quantity.end],
        base_value=base.value if base else None,
        base_year=_base_year(reading, quantity),
        due=_due(reading, item, index, count),
        scope=scope or head.scope,
        modality=frames.modality(sentence.text[start : quantity.start], lexicon),
        period=head.period,
        direction=head.direction,
        delta=delta,
        implicit=item.whole,
    )


def _comparator(item: _Item) -> Comparator:
    before, after = item.before.comparator, item.quantity.after
    if item.whole:
        return Comparator.EQUAL
    if after is not None and before in (None, Comparator.EQUAL, Comparator.MORE, Comparator.AT_LEAST):
        return Comparator(after)
    return before or (Comparator(after) if after else Comparator.EQUAL)


def _clause_range(reading: Reading, number: int) -> tuple[int, int]:
    """The clause, and before it the one that is nothing but its date; without the marks around."""
    clauses, text = reading.sentence.clauses, reading.sentence.text
    start, end = clauses[number].start, clauses[number].end
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


def _due(reading: Reading, item: _Item, index: int, count: int) -> Due | None:
    leads = [time for time in reading.times if time.kind in _LEADS]
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
