"""From one text to another as a diff-match-patch patch.

Invariant: the patch, applied to the old text by diff-match-patch, gives the new text exactly, whatever the texts. It is
made line by line and inside changed lines character by character: nobody reads it, so no word is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

CHARACTERS_LIMIT = 20_000
"""So much of one changed stretch is compared character by character, a side; memory grows with the product."""

LINES = re.compile(r"[^\n]*\n|[^\n]+")

Step = tuple[int, str]
"""What diff-match-patch calls a diff: -1 removed, 0 kept, 1 put in; and the text."""


def patch(old: str, new: str) -> str:
    """The patch from ``old`` to ``new``; empty where they are equal. Offsets in it count code points."""
    from diff_match_patch import diff_match_patch

    if old == new:
        return ""
    engine = diff_match_patch()
    made: str = engine.patch_toText(engine.patch_make(old, _joined(_by_lines(old, new))))
    return made


def _by_lines(old: str, new: str) -> Iterator[Step]:
    left, right = LINES.findall(old), LINES.findall(new)
    for kind, one, other in _opcodes(left, right):
        before, after = "".join(left[one[0] : one[1]]), "".join(right[other[0] : other[1]])
        if kind == "equal":
            yield 0, before
        elif max(len(before), len(after)) > CHARACTERS_LIMIT:
            yield -1, before
            yield 1, after
        else:
            yield from _by_characters(before, after)


def _by_characters(old: str, new: str) -> Iterator[Step]:
    for kind, one, other in _opcodes(old, new):
        if kind == "equal":
            yield 0, old[one[0] : one[1]]
            continue
        yield -1, old[one[0] : one[1]]
        yield 1, new[other[0] : other[1]]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Equal and changed stretches in turn, as ranges of both sides."""
    from rapidfuzz.distance import Indel

    here = there = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if (here, there) != (op.src_start, op.dest_start):
                yield "changed", (here, op.src_start), (there, op.dest_start)
            here, there = op.src_end, op.dest_end
            yield "equal", (op.src_start, here), (op.dest_start, there)
    if (here, there) != (len(old), len(new)):
        yield "changed", (here, len(old)), (there, len(new))


def _joined(steps: Iterator[Step]) -> list[Step]:
    """``steps`` without empty ones; between two kept stretches, one removal and one insertion at most."""
    joined: list[Step] = []
    changed = {-1: "", 1: ""}
    for kind, text in (*steps, (0, "")):
        if kind:
            changed[kind] += text
            continue
        joined += [(side, part) for side, part in changed.items() if part]
        changed = {-1: "", 1: ""}
        if joined and joined[-1][0] == 0:
            joined[-1] = (0, joined[-1][1] + text)
        elif text:
            joined.append((0, text))
    return joined
