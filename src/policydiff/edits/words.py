"""The changes between two passages, token by token: a minimal script, then what a careful reader makes of it.

Invariant: a step's borders are borders of tokens on both sides, and equal steps have equal keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from policydiff.edits.islands import LANDMARK_WEIGHT, swallowed
from policydiff.edits.rejoining import rejoined
from policydiff.edits.script import Step, compact, merged
from policydiff.edits.side import Side, Token
from policydiff.tokens import AtomKind

PASSAGE_LIMIT_TOKENS = 2_000
"""Longest passage compared in one call, which grows with the product of the lengths. Sentences are shorter; a run of
them as long as this in which none found its like has been rewritten."""

CHANGED_SHARE_LIMIT = 0.6
"""A passage of which more than this has changed is shown whole, old and new (delta's line-distance rule)."""

LETTERS, MARKS = 0x20000, 0xE000
"""Code points that stand for tokens: ideographs (letters to the clean-up) for words, private ones for marks."""


def word_steps(old: Side, new: Side, span: Step) -> list[Step]:
    """The script for the tokens of ``span``; one whole replacement where too little stays the same."""
    left, right = old.tokens[span.old_start : span.old_end], new.tokens[span.new_start : span.new_end]
    if not left or not right:
        return [span._replace(equal=False)]
    if max(len(left), len(right)) > PASSAGE_LIMIT_TOKENS:
        return whole(old, new, span)
    steps = [_shifted(step, span) for step in _cleaned(_minimal(left, right), left, right)]
    steps = swallowed(rejoined(steps, old, new), old, new)
    return whole(old, new, span) if _changed_share(steps, old, new) > CHANGED_SHARE_LIMIT else steps


def whole(old: Side, new: Side, span: Step) -> list[Step]:
    """``span`` as one replacement, all but an item's label at its head and the stop at its end."""
    left, right = old.tokens[span.old_start : span.old_end], new.tokens[span.new_start : span.new_end]
    room = min(len(left), len(right))
    head = int(room > 0 and left[0].key == right[0].key and left[0].kind is AtomKind.LABEL)
    tail = 0
    while tail < room - head and left[-1 - tail].key == right[-1 - tail].key and left[-1 - tail].kind is AtomKind.MARK:
        tail += 1
    borders = (span.old_start + head, span.old_end - tail), (span.new_start + head, span.new_end - tail)
    return compact(
        [
            Step(True, span.old_start, borders[0][0], span.new_start, borders[1][0]),
            Step(False, *borders[0], *borders[1]),
            Step(True, borders[0][1], span.old_end, borders[1][1], span.new_end),
        ]
    )


def _shifted(step: Step, span: Step) -> Step:
    return Step(
        step.equal,
        step.old_start + span.old_start,
        step.old_end + span.old_start,
        step.new_start + span.new_start,
        step.new_end + span.new_start,
    )


def _minimal(left: Sequence[Token], right: Sequence[Token]) -> list[Step]:
    from rapidfuzz.distance import Indel

    codes: dict[str, str] = {}
    texts = ["".join(codes.setdefault(t.key, chr(LETTERS + len(codes))) for t in side) for side in (left, right)]
    return merged(
        Step(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(texts[0], texts[1])
    )


@cache
def _engine() -> Any:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def _cleaned(steps: Sequence[Step], left: Sequence[Token], right: Sequence[Token]) -> list[Step]:
    """The steps after diff-match-patch's semantic clean-up.

    A token stands there as so many characters as it weighs, each of them its own, so that lengths are those the
    reader sees and no token can be cut: a stretch the clean-up finds on both sides starts and ends with whole ones.
    """
    result: list[Step] = []
    pending: list[Step] = []
    for step in steps:
        if step.equal and sum(token.weight for token in left[step.old_start : step.old_end]) >= LANDMARK_WEIGHT:
            result.extend([*_semantic(pending, left, right), step])
            pending = []
        else:
            pending.append(step)
    return merged([*result, *_semantic(pending, left, right)])


def _semantic(steps: Sequence[Step], left: Sequence[Token], right: Sequence[Token]) -> Sequence[Step]:
    if len(steps) < 2:
        return steps
    book = _Codebook()
    diffs: list[tuple[int, str]] = []
    for step in steps:
        before, after = book.text(left[step.old_start : step.old_end]), book.text(right[step.new_start : step.new_end])
        diffs += [(0, before)] if step.equal else [(-1, before)] * bool(before) + [(1, after)] * bool(after)
    _engine().diff_cleanupSemantic(diffs)
    if any(book.cuts(text) for _, text in diffs):
        return steps
    return list(_as_steps(diffs, book, steps[0].old_start, steps[0].new_start))


class _Codebook:
    """Token keys as strings of characters that belong to no other token."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._next = {True: MARKS, False: LETTERS}
        self.firsts: set[str] = set()

    def text(self, tokens: Iterable[Token]) -> str:
        return "".join(self._code(token) for token in tokens)

    def _code(self, token: Token) -> str:
        known = self._codes.get(token.key)
        if known is None:
            mark = token.kind is AtomKind.MARK and self._next[True] + token.weight <= 0xF8FF
            first = self._next[mark]
            self._next[mark] = first + token.weight
            known = self._codes[token.key] = "".join(map(chr, range(first, first + token.weight)))
            self.firsts.add(known[0])
        return known

    def count(self, text: str) -> int:
        """How many tokens ``text`` stands for."""
        return sum(letter in self.firsts for letter in text)

    def cuts(self, text: str) -> bool:
        """True where ``text`` does not begin with a whole token."""
        return text[:1] not in self.firsts


def _as_steps(diffs: Iterable[tuple[int, str]], book: _Codebook, here: int, there: int) -> Iterator[Step]:
    for kind, text in diffs:
        count = book.count(text)
        old_end, new_end = here + count * (kind <= 0), there + count * (kind >= 0)
        yield Step(kind == 0, here, old_end, there, new_end)
        here, there = old_end, new_end


def _changed_share(steps: Iterable[Step], old: Side, new: Side) -> float:
    changed = total = 0
    for step in steps:
        size = old.weight(step.old_start, step.old_end) + new.weight(step.new_start, step.new_end)
        total += size
        changed += 0 if step.equal else size
    return changed / total if total else 0.0
