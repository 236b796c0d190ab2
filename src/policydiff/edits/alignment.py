"""Which sentences of the old text became which of the new: identical ones first, then the most alike, in order.

Invariant: the steps returned cover all sentences of both sides in order; an equal step holds one sentence a side,
the same on both. Time grows near-linearly for near-identical texts: identical sentences that occur once anchor the
rest, and only what stands between two anchors is compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.edits.chain import Bead, chain
from policydiff.edits.script import Step
from policydiff.edits.sentences import Sentence

ALIKE_SHARE = 0.4
"""Sentences that share less than this of their words have been replaced, not changed (delta's rule: 60 %)."""

ALL_PAIRS_LIMIT = 400
"""Up to so many sentence pairs between two anchors are all compared; beyond, those that share rare words."""

RARE_WORD_SENTENCES = 16
CANDIDATES_PER_SENTENCE = 6


class Shape(NamedTuple):
    """Sentences ``[old_start, old_end)`` of the one side against ``[new_start, new_end)`` of the other."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def align(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Step]:
    """Steps over the sentences: equal ones, replaced ones (one or two against one or two), removed, added ones."""
    steps: list[Step] = []
    here = there = 0
    for anchor in [*chain(_unique_twins(old, new)), Bead(len(old), len(old), len(new), len(new), 0)]:
        steps.extend(_Gap(old, new, Shape(here, anchor.old_start, there, anchor.new_start)).steps())
        if anchor.old_end > anchor.old_start:
            steps.append(Step(True, *anchor[:4]))
        here, there = anchor.old_end, anchor.new_end
    return steps


def _unique_twins(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Bead]:
    counts = Counter(s.key for s in old), Counter(s.key for s in new)
    places = {s.key: index for index, s in enumerate(new)}
    return [
        Bead(index, index + 1, places[s.key], places[s.key] + 1, len(s.key))
        for index, s in enumerate(old)
        if counts[0][s.key] == 1 == counts[1][s.key]
    ]


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two anchors: ``span`` of the sentences."""

    old: Sequence[Sentence]
    new: Sequence[Sentence]
    span: Shape

    def steps(self) -> Iterator[Step]:
        """Equal sentences at both ends, and between them the best pairings."""
        head, tail = self._head(), 0
        core = Shape(self.span.old_start + head, self.span.old_end, self.span.new_start + head, self.span.new_end)
        while core.old_end > core.old_start and core.new_end > core.new_start:
            if self.old[core.old_end - 1].key != self.new[core.new_end - 1].key:
                break
            core, tail = core._replace(old_end=core.old_end - 1, new_end=core.new_end - 1), tail + 1
        yield from _twins(self.span.old_start, self.span.new_start, head)
        yield from _Gap(self.old, self.new, core)._paired()
        yield from _twins(core.old_end, core.new_end, tail)

    def _head(self) -> int:
        room = min(self.span.old_end - self.span.old_start, self.span.new_end - self.span.new_start)
        pairs = (self.old[self.span.old_start + k].key == self.new[self.span.new_start + k].key for k in range(room))
        return next((k for k, same in enumerate(pairs) if not same), room)

    def _paired(self) -> Iterator[Step]:
        here, there = self.span.old_start, self.span.new_start
        end = Bead(self.span.old_end, self.span.old_end, self.span.new_end, self.span.new_end, 0)
        for bead in [*chain(self._beads()), end]:
            if bead.old_start > here or bead.new_start > there:
                yield Step(False, here, bead.old_start, there, bead.new_start)
            if bead.old_end > bead.old_start:
                single = bead.old_end - bead.old_start == 1 == bead.new_end - bead.new_start
                yield Step(single and self.old[bead.old_start].key == self.new[bead.new_start].key, *bead[:4])
            here, there = bead.old_end, bead.new_end

    def _beads(self) -> list[Bead]:
        """Every pairing of one or two sentences with one or two that share enough words."""
        found: dict[Shape, float] = {}
        for i, j in self._candidates():
            for shape in _shapes(i, j):
                if shape not in found and self._holds(shape):
                    found[shape] = self._score(shape)
        return [Bead(*shape, score) for shape, score in found.items() if score > 0]

    def _holds(self, shape: Shape) -> bool:
        rows = self.span.old_start <= shape.old_start and shape.old_end <= self.span.old_end
        return rows and self.span.new_start <= shape.new_start and shape.new_end <= self.span.new_end

    def _score(self, shape: Shape) -> float:
        from rapidfuzz.distance import LCSseq

        left = [word for s in self.old[shape.old_start : shape.old_end] for word in s.content]
        right = [word for s in self.new[shape.new_start : shape.new_end] for word in s.content]
        return 2 * LCSseq.similarity(left, right) - ALIKE_SHARE * (len(left) + len(right))

    def _candidates(self) -> Iterable[tuple[int, int]]:
        rows = range(self.span.old_start, self.span.old_end)
        columns = range(self.span.new_start, self.span.new_end)
        if len(rows) * len(columns) <= ALL_PAIRS_LIMIT:
            return [(i, j) for i in rows for j in columns]
        return list(self._sharing_rare_words(rows, columns))

    def _sharing_rare_words(self, rows: range, columns: range) -> Iterator[tuple[int, int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for j in columns:
            for word in set(self.new[j].content):
                holders[word].append(j)
        for i in rows:
            votes: Counter[int] = Counter()
            for word in set(self.old[i].content):
                found = holders.get(word, ())
                if len(found) <= RARE_WORD_SENTENCES:
                    votes.update(found)
            level = i - rows.start + columns.start
            ranked = sorted((-count, abs(j - level), j) for j, count in votes.items())
            yield from ((i, j) for _, _, j in ranked[:CANDIDATES_PER_SENTENCE])


def _twins(here: int, there: int, count: int) -> Iterator[Step]:
    for k in range(count):
        yield Step(True, here + k, here + k + 1, there + k, there + k + 1)


def _shapes(i: int, j: int) -> Iterator[Shape]:
    """Sentence ``i`` against ``j``, and either with the one before or after it."""
    yield Shape(i, i + 1, j, j + 1)
    for k in (i - 1, i):
        yield Shape(k, k + 2, j, j + 1)
    for k in (j - 1, j):
        yield Shape(i, i + 1, k, k + 2)


def as_tokens(steps: Iterable[Step], old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Step]:
    """Steps over sentences as steps over tokens."""
    left = [*(s.start for s in old), old[-1].end if old else 0]
    right = [*(s.start for s in new), new[-1].end if new else 0]
    return [Step(s.equal, left[s.old_start], left[s.old_end], right[s.new_start], right[s.new_end]) for s in steps]

