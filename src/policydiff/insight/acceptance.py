"""Which quantities of a clause are targets: what sets a figure, and what only describes, defines, punishes or reports.

Sources: domain notes §4.2 and §4.3; the words stand in the lexicon under ``facts`` and ``implicit``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policydiff.insight import frames
from policydiff.insight.items import Item, covered_subject, leads_time, share_of
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.quantities import Quantity
from policydiff.insight.reading import Reading
from policydiff.insight.wholes import predicate_at

_DURATIONS = re.compile("压缩|缩短|控制在|不超过|延长|限时|不低于|减至|降至|不少于|达到|提高|超过")
_QUALIFYING = ("money", "time", "area")
"""Kinds of figures that say which things are meant as often as how many: 投资5000万元以上的项目."""

_ASSERTS = re.compile("实现|做到|确保")
_PART = re.compile("^(?:对|为|凡|给予).*的[^,的]{0,12}$")


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


def accepted(reading: Reading, item: Item, lexicon: Lexicon, *, shared: bool) -> bool:
    """True where ``item`` is a target; ``shared`` where one stands before it in the clause."""
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
        return stated or shared or frames.measured(head.subject, lexicon) or share_of(item)
    dated = _dated(reading, quantity)
    verb = head.verb or bool(frames.words(lexicon).anywhere.search(left))
    return (stated and (bool(head.subject) or verb)) or verb or shared or dated or reading.goal


def _glued(text: str, end: int) -> bool:
    """True where a bare number runs on into a word: it counts something that the lexicon has no unit for."""
    return end < len(text) and text[end] not in ",;:。、)和及与!?\n "


def _refused(text: str, item: Item, lexicon: Lexicon) -> bool:
    rules = _refusals(lexicon)
    left, quantity = item.left.rstrip(), item.quantity
    clause = text[item.clause.start : item.clause.end]
    level = item.before.level
    if (
        rules.penalties.search(clause)
        or (not level and left.endswith(rules.describing))
        or (quantity.unit == "次" and "每" in left)
        or (quantity.kind in _QUALIFYING and _PART.match(clause.strip()))
        or (clause.rstrip().endswith("的") and not clause.lstrip().startswith(("确保", "力争")))
        or (not level and clause.lstrip().startswith(rules.condition_starts))
    ):
        return True
    qualifies = item.right.startswith("的") and quantity.after is not None and quantity.kind in _QUALIFYING
    return qualifies and not item.before.verb


def _whole_stands(reading: Reading, item: Item, lexicon: Lexicon) -> bool:
    """A whole without a figure counts where it is asserted: dated, a goal, or led up to (推动, 实现, 确保)."""
    left = item.left.rstrip()
    if left.endswith(lexicon.words("implicit", "not_after")):
        return False
    printed = reading.sentence.text[item.quantity.start : item.quantity.end]
    leads = re.search(alternatives(lexicon.words("implicit", "leads")), left)
    asserted = (
        bool(leads) or reading.goal or any(leads_time(t) and t.start < item.quantity.start for t in reading.times)
    )
    if printed in lexicon.words("implicit", "coverage"):
        right = item.right.strip(" 。;!")
        ends = not right or right[0] in ",:" or (bool(_ASSERTS.search(left)) and frames.starts_joined(right))
        led = asserted or printed.startswith("实现")
        return ends and led and len(covered_subject(left, lexicon)) > 1
    clause = reading.sentence.text[item.quantity.end : item.clause.end]
    if frames.without_leads(left, lexicon) and item.before.subject:
        does = clause.lstrip().startswith("“") or predicate_at(f" {clause[:8]}", lexicon) is not None
        return printed in lexicon.words("implicit", "adverbs") and asserted and does
    return asserted and predicate_at(clause, lexicon) is not None


def _dated(reading: Reading, quantity: Quantity) -> bool:
    return reading.lead is not None or any(leads_time(t) and t.start < quantity.start for t in reading.times)
