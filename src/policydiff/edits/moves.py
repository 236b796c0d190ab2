"""Sentences and clauses that changed place inside a section.

Invariant: the texts a move numbers on the old side, joined, have the same key as those it numbers on the new side.
What was changed inside a moved sentence stands between its numbered pieces, unnumbered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.edits.script import Step, merged
from policydiff.edits.sentences import SENTENCE_ENDS
from policydiff.edits.side import Side
from policydiff.edits.words import word_steps
from policydiff.tokens import AtomKind

CLAUSE_ENDS = SENTENCE_ENDS | frozenset("，,：:")

MOVED_PASSAGE_CHARACTERS = 8
"""A shorter passage found elsewhere is a turn of phrase, not one that moved."""

MOVED_CLAUSE_CHARACTERS = 12
"""A clause out of the middle of removed text must be longer: 依法追究刑事责任 is stock, not cargo."""

MOVED_SENTENCE_CHARACTERS = 12
"""A sentence that also changed must be at least so long to be recognised."""

MOVED_SENTENCE_SHARE = 0.8
"""So much of both must be the same (as Docxodus asks of a moved block)."""

SENTENCES_LIMIT = 200
"""Beyond so many removed or added sentences, only unchanged ones are looked for."""


class Piece(NamedTuple):
    """Tokens ``[start, end)`` that change ``step`` removes or adds; ``key`` without the marks around them.

    ``full`` where it is a whole sentence, or all that the change removes or adds.
    """

    start: int
    end: int
    step: int
    key: str
    full: bool


class Moved(NamedTuple):
    """Tokens ``[start, end)`` of a side belong to move ``number``."""

    start: int
    end: int
    number: int


Match = tuple[Step, ...]
"""The equal stretches of one moved passage: where they stood, where they stand."""


def moves(steps: Sequence[Step], old: Side, new: Side, *, changed: bool) -> tuple[list[Moved], list[Moved]]:
    """What moved, as ranges of the old side's tokens and of the new side's, each in order.

    With ``changed``, sentences that were also changed on their way are recognised.
    """
    finder = _Finder(steps, old, new)
    finder.unchanged(SENTENCE_ENDS)
    if changed:
        finder.changed()
    finder.unchanged(CLAUSE_ENDS)
    matches = sorted(_joined(finder.found))
    left = [Moved(p.old_start, p.old_end, number) for number, match in enumerate(matches, 1) for p in match]
    right = [Moved(p.new_start, p.new_end, number) for number, match in enumerate(matches, 1) for p in match]
    return left, sorted(right)


class _Finder:
    """Looks for moves among what ``steps`` remove and add, each place taken once."""

    def __init__(self, steps: Sequence[Step], old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self._removed = [(index, s.old_start, s.old_end) for index, s in enumerate(steps) if not s.equal]
        self._added = [(index, s.new_start, s.new_end) for index, s in enumerate(steps) if not s.equal]
        self.found: list[Match] = []

    def unchanged(self, ends: frozenset[str]) -> None:
        """Pieces that occur once among the removed and once among the added ones."""
        removed, added = list(_pieces(self._old, self._removed, ends)), list(_pieces(self._new, self._added, ends))
        counts = Counter(p.key for p in removed), Counter(p.key for p in added)
        places = {p.key: p for p in added}
        for piece in removed:
            twin = places.get(piece.key)
            if (
                twin is not None
                and twin.step != piece.step
                and len(piece.key) >= _least_length(piece, twin)
                and counts[0][piece.key] == 1 == counts[1][piece.key]
            ):
                            self._take((_trimmed(piece, twin, self._old, self._new),))

    def changed(self) -> None:
        """Sentences most of whose words are found again elsewhere."""
        removed = [p for p in _pieces(self._old, self._removed, SENTENCE_ENDS) if _long(p)]
        added = [p for p in _pieces(self._new, self._added, SENTENCE_ENDS) if _long(p)]
        if max(len(removed), len(added)) > SENTENCES_LIMIT:
            return
        scored = [
            (-share, p, q)
            for p in removed
            for q in added
            if p.step != q.step and (share := _shared(p.key, q.key)) >= MOVED_SENTENCE_SHARE
        ]
        for _, p, q in sorted(scored):
            span = Step(False, p.start, p.end, q.start, q.end)
            match = tuple(step for step in word_steps(self._old, self._new, span) if step.equal)
            if match and self._free(match):
                self._take(match)

    def _free(self, match: Match) -> bool:
        return any(s <= match[0].old_start and match[-1].old_end <= e for _, s, e in self._removed) and any(
            s <= match[0].new_start and match[-1].new_end <= e for _, s, e in self._added
        )

    def _take(self, match: Match) -> None:
        self.found.append(match)
        self._removed = list(_without(self._removed, match[0].old_start, match[-1].old_end))
        self._added = list(_without(self._added, match[0].new_start, match[-1].new_end))


def _least_length(piece: Piece, twin: Piece) -> int:
    return MOVED_PASSAGE_CHARACTERS if piece.full and twin.full else MOVED_CLAUSE_CHARACTERS


def _long(piece: Piece) -> bool:
    return len(piece.key) >= MOVED_SENTENCE_CHARACTERS


def _without(places: Sequence[tuple[int, int, int]], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    for step, first, last in places:
        if last <= start or first >= end:
            yield step, first, last
            continue
        if first < start:
            yield step, first, start
        if end < last:
            yield step, end, last


def _pieces(side: Side, places: Sequence[tuple[int, int, int]], ends: frozenset[str]) -> Iterator[Piece]:
    """The stretches between marks of ``ends`` in the given places, each with the mark that closes it."""
    for step, first, last in places:
        start = first
        for index in range(first, last):
            if side.tokens[index].key in ends or index == last - 1:
                full = ends is SENTENCE_ENDS or (start, index + 1) == (first, last)
                if (piece := _piece(side, start, index + 1, step, full)) is not None:
                    yield piece
                start = index + 1


def _piece(side: Side, start: int, end: int, step: int, full: bool) -> Piece | None:
    inner = [i for i in range(start, end) if side.tokens[i].kind is not AtomKind.MARK]
    if not inner:
        return None
    return Piece(start, end, step, side.key[side.ends(inner[0]) : side.tokens[inner[-1]].end], full)


def _trimmed(piece: Piece, twin: Piece, old: Side, new: Side) -> Step:
    """The tokens the two pieces share: all of them, but for marks at the ends that differ."""
    left = [i for i in range(piece.start, piece.end) if old.tokens[i].kind is not AtomKind.MARK]
    right = [i for i in range(twin.start, twin.end) if new.tokens[i].kind is not AtomKind.MARK]
    old_end, new_end = left[-1] + 1, right[-1] + 1
    while old_end < piece.end and new_end < twin.end and old.tokens[old_end].key == new.tokens[new_end].key:
        old_end, new_end = old_end + 1, new_end + 1
    return Step(True, left[0], old_end, right[0], new_end)


def _shared(before: str, after: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(before, after, score_cutoff=MOVED_SENTENCE_SHARE)


def _joined(matches: Sequence[Match]) -> Iterator[Match]:
    """Matches that follow each other on both sides as one."""
    pending: Match = ()
    for match in sorted(matches):
        if pending and pending[-1].old_end == match[0].old_start and pending[-1].new_end == match[0].new_start:
            pending = tuple(merged([*pending, *match]))
            continue
        if pending:
            yield pending
        pending = match
    if pending:
        yield pending
