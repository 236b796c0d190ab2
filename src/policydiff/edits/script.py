"""Edit scripts over the tokens of two sides.

Invariant: the steps of a script follow each other without gap or overlap on both sides, and where a step is equal
the keys of its two ranges are equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Step(NamedTuple):
    """Ranges of the two sides' tokens (or of their keys): the same where ``equal``, else one replaced by the other."""

    equal: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether there is anything on the old side, and on the new."""
        return self.old_end > self.old_start, self.new_end > self.new_start

    @property
    def replaces(self) -> bool:
        """True where both sides have something here and it differs."""
        return not self.equal and self.sides == (True, True)


def compact(steps: Iterable[Step]) -> list[Step]:
    """``steps`` with empty ones left out and equal neighbours joined; changes next to each other stay apart."""
    return _joined(steps, changes=False)


def merged(steps: Iterable[Step]) -> list[Step]:
    """``steps`` with empty ones left out and neighbours of one kind joined."""
    return _joined(steps, changes=True)


def _joined(steps: Iterable[Step], *, changes: bool) -> list[Step]:
    result: list[Step] = []
    for step in steps:
        if step.old_start == step.old_end and step.new_start == step.new_end:
            continue
        if result and result[-1].equal == step.equal and (changes or step.equal):
            result[-1] = result[-1]._replace(old_end=step.old_end, new_end=step.new_end)
        else:
            result.append(step)
    return result
