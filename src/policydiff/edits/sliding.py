"""Where a change starts and ends, when several places are equally true: where an editor would mark.

Invariant: neither text changes; equal tokens only pass from one side of a change to the other, or into it.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.edits.script import Step, compact
from policydiff.edits.side import Side, Token
from policydiff.tokens import AtomKind

AFTER: dict[str, float] = {**dict.fromkeys("。！？!?", 8), ";": 7, ":": 5, ",": 4, "、": 3, ")": 2, '"': 1}
"""How good a border is after a mark. The texts' ends are better still."""

BEFORE: dict[str, float] = {
    "(": 2,
    **dict.fromkeys(",、;。", 1.5),
    **dict.fromkeys(("和", "与", "及", "以及", "或者", '"'), 1),
}
"""How good a border is before a word: a connective goes with what it connects."""

EDGE = 9.0

CLOSING_WORDS = frozenset("内前后起")
"""End a time or a term: 三十日内, 2025年底前, 1月1日起. jieba, too, takes 日内 and 日起 for words."""

TIMES = frozenset({AtomKind.DATE, AtomKind.NUMBER})


def slid(steps: Sequence[Step], old: Side, new: Side) -> list[Step]:
    """``steps`` with every pure insertion and deletion between equal ones at its best place."""
    result = list(steps)
    for index in range(1, len(result) - 1):
        before, change, after = result[index - 1 : index + 2]
        if change.equal or change.replaces or not before.equal or not after.equal:
            continue
        inserted = change.new_end > change.new_start
        tokens = new.tokens if inserted else old.tokens
        start, end = (change.new_start, change.new_end) if inserted else (change.old_start, change.old_end)
        room = before.old_end - before.old_start, after.old_end - after.old_start
        shift = _best_shift(tokens, start, end, room)
        result[index - 1] = before._replace(old_end=before.old_end + shift, new_end=before.new_end + shift)
        result[index] = Step(False, *(place + shift for place in change[1:]))
        result[index + 1] = after._replace(old_start=after.old_start + shift, new_start=after.new_start + shift)
    return compact(result)


def rounded(steps: Sequence[Step], old: Side, new: Side) -> list[Step]:
    """``steps`` with the word that closes a changed time taken along, as one says it (五日内 → 十日内)."""
    result = list(steps)
    for index in range(len(result) - 1):
        change, after = result[index : index + 2]
        if not change.replaces or not after.equal or old.tokens[after.old_start].key not in CLOSING_WORDS:
            continue
        if all(t.kind in TIMES for t in (old.tokens[change.old_end - 1], new.tokens[change.new_end - 1])):
            result[index] = change._replace(old_end=change.old_end + 1, new_end=change.new_end + 1)
            result[index + 1] = after._replace(old_start=after.old_start + 1, new_start=after.new_start + 1)
    return compact(result)


def _best_shift(tokens: Sequence[Token], start: int, end: int, room: tuple[int, int]) -> int:
    shifts = [0]
    while -shifts[-1] < room[0] and tokens[start + shifts[-1] - 1].key == tokens[end + shifts[-1] - 1].key:
        shifts.append(shifts[-1] - 1)
    shift = 0
    while shift < room[1] and tokens[start + shift].key == tokens[end + shift].key:
        shift += 1
        shifts.append(shift)
    return max(shifts, key=lambda k: (_border(tokens, start + k) + _border(tokens, end + k), k))


def _border(tokens: Sequence[Token], place: int) -> float:
    """How natural it is to cut between the tokens before and at ``place``."""
    if place in (0, len(tokens)):
        return EDGE
    return max(AFTER.get(tokens[place - 1].key, 0), BEFORE.get(tokens[place].key, 0))
