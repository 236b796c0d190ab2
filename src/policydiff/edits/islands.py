"""Equal islands between changes: which help the reader, and which only break a change up.

Invariant: only equal steps become part of a change, never the reverse.
"""

from __future__ import annotations

from collections.abc import Iterable

from policydiff.edits.script import Step
from policydiff.edits.side import Side

LANDMARK_WEIGHT = 8
"""An equal stretch as long as this stays, whatever changed around it: it tells the reader where she is."""

JOINERS = frozenset("的和与及了、,或")
"""A lone one of these between two changes is no island worth standing on."""


def swallowed(steps: Iterable[Step], old: Side, new: Side) -> list[Step]:
    """Equal islands that help no reader, counted to the changes around them."""
    result: list[Step] = []
    for step in steps:
        result.append(step)
        while len(result) >= 3 and not result[-1].equal and _drowns(result[-3], result[-2], result[-1], old, new):
            first, last = result[-3], result[-1]
            result[-3:] = [Step(False, first.old_start, last.old_end, first.new_start, last.new_end)]
    return result


def _drowns(first: Step, island: Step, last: Step, old: Side, new: Side) -> bool:
    if not island.equal or first.equal:
        return False
    words = "".join(t.key for t in old.tokens[island.old_start : island.old_end])
    if first.sides == last.sides != (True, True):
        return False
    if words in JOINERS:
        return True
    weight = old.weight(island.old_start, island.old_end)
    return weight < min(LANDMARK_WEIGHT, _size(first, old, new), _size(last, old, new))


def _size(step: Step, old: Side, new: Side) -> int:
    return max(old.weight(step.old_start, step.old_end), new.weight(step.new_start, step.new_end))
