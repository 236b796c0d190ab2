"""``policydiff.targets/1``: targets, deadlines, responsible bodies and citations of one document, or of two joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from policydiff.export.printing import csv_text, json_text
from policydiff.insight.overview import Overview
from policydiff.insight.records import Facts, Target
from policydiff.insight.values import citation_value, deadline_value, responsibility_value, target_value

SCHEMA = "policydiff.targets/1"

_ONE = (
    "document",
    "section",
    "indicator",
    "scope",
    "comparator",
    "value",
    "value2",
    "unit",
    "value_text",
    "base_value",
    "base_year",
    "deadline",
    "deadline_from",
    "modality",
    "attribute",
    "period",
    "implicit",
    "text",
)
_JOINED = ("change", "stricter", "reason", "indicator", "scope")
_SIDE = ("section", "comparator", "value", "value2", "unit", "value_text", "deadline", "text")


class _Pair(Protocol):
    @property
    def old(self) -> int | None: ...
    @property
    def new(self) -> int | None: ...


def targets_json(found: Overview) -> str:
    """The overview as JSON."""
    return json_text(targets_value(found))


def targets_value(found: Overview) -> dict[str, Any]:
    """The contract's value. Lists hold the old document's records, then the new one's; pairs number them through."""
    return {
        "schema": SCHEMA,
        "documents": [{"id": one.id, "title": one.title} for one in found.documents],
        "targets": [target_value(one) for facts in found.facts for one in facts.targets],
        "deadlines": [deadline_value(one) for facts in found.facts for one in facts.deadlines],
        "responsibilities": [responsibility_value(one) for facts in found.facts for one in facts.responsibilities],
        "citations": [citation_value(one) for facts in found.facts for one in facts.citations],
        "pairs": [
            {
                **_numbers(pair, found, lambda facts: len(facts.targets)),
                "change": str(pair.change),
                "time": None if pair.time is None else str(pair.time),
                "stricter": pair.stricter,
                "reason": None if pair.reason is None else str(pair.reason),
                "passage": None
                if pair.passage is None
                else {"section": pair.passage.section, "text": pair.passage.text},
            }
            for pair in found.targets
        ],
        "changes": {
            "deadlines": [
                {**_numbers(pair, found, lambda facts: len(facts.deadlines)), "change": str(pair.change)}
                for pair in found.deadlines
            ],
            "responsibilities": [
                {
                    "old": list(row.old),
                    "new": list(row.new),
                    "added": list(row.change.added),
                    "dropped": list(row.change.dropped),
                    "lead_old": list(row.change.lead_old),
                    "lead_new": list(row.change.lead_new),
                }
                for row in found.bodies
            ],
            "citations": [
                {**_numbers(pair, found, lambda facts: len(facts.citations)), "change": pair.change}
                for pair in found.citations
            ],
        },
    }


def targets_csv(found: Overview) -> str:
    """A row per target, or per pair of targets."""
    return csv_text([_joined_head(), *_joined_rows(found)] if found.joined else [_ONE, *_rows(found)])


def _numbers(pair: _Pair, found: Overview, length: Callable[[Facts], int]) -> dict[str, int | None]:
    """Both sides as numbers in the lists of the output, in which the new document's records follow the old one's."""
    return {"old": pair.old, "new": None if pair.new is None else pair.new + length(found.facts[0])}


def _rows(found: Overview) -> Iterator[list[object]]:
    for one in found.facts[0].targets:
        value = target_value(one)
        yield [value[name] for name in _ONE]


def _joined_head() -> list[str]:
    return [*_JOINED, *(f"{side}_{name}" for side in ("old", "new") for name in _SIDE)]


def _joined_rows(found: Overview) -> Iterator[list[object]]:
    left, right = found.facts
    for pair in found.targets:
        old = None if pair.old is None else left.targets[pair.old]
        new = None if pair.new is None else right.targets[pair.new]
        named = new or old
        row: list[object] = [pair.change, pair.stricter, pair.reason]
        row += [named.indicator if named else None, named.scope if named else None]
        row += [*_side(old), *_side(new)]
        if pair.passage is not None:
            place = len(_JOINED) + (len(_SIDE) if new is None else 0)
            row[place], row[place + len(_SIDE) - 1] = pair.passage.section, pair.passage.text
        yield row


def _side(target: Target | None) -> list[object]:
    if target is None:
        return [None] * len(_SIDE)
    value = target_value(target)
    return [value[name] for name in _SIDE]
