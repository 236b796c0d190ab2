"""Words that the segmenter cut differently on the two sides, recognised as the same.

Invariant: a step's borders stay borders of tokens on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policydiff.edits.script import Step, merged
from policydiff.edits.side import Side, Token

REJOIN_LIMIT_CHARACTERS = 400
"""A replaced stretch up to this long is searched for words that two segmentations cut differently."""


def rejoined(steps: Iterable[Step], old: Side, new: Side) -> list[Step]:
    """Replaced stretches that hold the same words, cut differently by the segmenter, made equal there."""
    return merged(part for step in steps for part in (_rejoin(step, old, new) if step.replaces else (step,)))


def _rejoin(step: Step, old: Side, new: Side) -> Iterable[Step]:
    from rapidfuzz.distance import Indel

    left, right = old.tokens[step.old_start : step.old_end], new.tokens[step.new_start : step.new_end]
    if len(left) == 1 == len(right):
        return [step]
    before, after = "".join(t.key for t in left), "".join(t.key for t in right)
    if max(len(before), len(after)) > REJOIN_LIMIT_CHARACTERS:
        return [step]
    borders = _borders(left, step.old_start), _borders(right, step.new_start)
    result, here, there = [], step.old_start, step.new_start
    for op in Indel.opcodes(before, after):
        if op.tag != "equal":
            continue
        places = ((op.src_start + k, op.dest_start + k) for k in range(op.src_end - op.src_start + 1))
        shared = [(borders[0][i], borders[1][j]) for i, j in places if i in borders[0] and j in borders[1]]
        if len(shared) < 2:
            continue
        first, last = shared[0], shared[-1]
        result.append(Step(False, here, first[0], there, first[1]))
        result.append(Step(True, first[0], last[0], first[1], last[1]))
        here, there = last
    result.append(Step(False, here, step.old_end, there, step.new_end))
    return result


def _borders(tokens: Sequence[Token], first: int) -> dict[int, int]:
    """Character offset in the joined keys → index of the token that starts there."""
    places, offset = {0: first}, 0
    for index, token in enumerate(tokens, first + 1):
        offset += len(token.key)
        places[offset] = index
    return places
