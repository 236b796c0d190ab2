"""Terms that a version replaces throughout: 股东大会 → 股东会, told once instead of row by row.

A term counts as replaced throughout where the same replacement stands at `LEAST_COUNT` places in `LEAST_ROWS` rows
or more, and where of all places the old term has in compared text, `LEAST_SHARE` or more were replaced by it; places
that were deleted or rewritten along with other text say nothing either way. Numbers are never terms.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policydiff.model import Comparison, Edit, EditKind, Pair, Relation

LEAST_COUNT = 5

LEAST_ROWS = 3

LEAST_SHARE = 0.9

LONGEST_CHARACTERS = 12

TERM = re.compile(rf"[^\W\d_]{{1,{LONGEST_CHARACTERS}}}")

NUMERALS = re.compile("[〇零一二三四五六七八九十百千万亿两]*")

ALONE = frozenset({Relation.ONLY_OLD, Relation.ONLY_NEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """``old`` became ``new`` at ``count`` places; ``pairs`` are the indices of the rows they stand in."""

    old: str
    new: str
    count: int
    pairs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """What stands between two unchanged stretches: ``old`` became ``new``. ``pure`` unless part of it moved."""

    old: str
    new: str
    first: int
    last: int
    pure: bool


def replacements(comparison: Comparison) -> tuple[Replacement, ...]:
    """The terms replaced throughout, the most frequent first."""
    rows = [
        (place, edits)
        for place, pair in enumerate(comparison.pairs)
        if pair.relation not in ALONE
        for edits in _texts(pair)
        if edits
    ]
    found = [(place, hunk) for place, edits in rows for hunk in hunks(edits) if hunk.pure and hunk.old and hunk.new]
    kept = "\n".join(edit.text for _place, edits in rows for edit in edits if edit.kind is EditKind.EQUAL)
    told: list[Replacement] = []
    while (best := _best(found, kept)) is not None:
        told.append(best)
        found = [(place, hunk) for place, hunk in found if not explained(hunk, told)]
    return tuple(sorted(told, key=lambda item: (-item.count, item.old, item.new)))


def hunks(edits: Sequence[Edit]) -> Iterator[Hunk]:
    """The changed stretches of ``edits``; ``first`` and ``last`` bound them as a slice does."""
    start = None
    for place in range(len(edits) + 1):
        if place < len(edits) and edits[place].kind is not EditKind.EQUAL:
            start = place if start is None else start
        elif start is not None:
            changed = edits[start:place]
            pure = all(edit.move is None for edit in changed)
            yield Hunk("".join(e.old for e in changed), "".join(e.new for e in changed), start, place, pure)
            start = None


def explained(hunk: Hunk, told: Sequence[Replacement]) -> bool:
    """True where nothing but terms of ``told`` was replaced."""
    return hunk.pure and bool(hunk.old) and bool(told) and _replaced(hunk.old, tuple(told)) == hunk.new


def _replaced(text: str, told: tuple[Replacement, ...]) -> str:
    pattern, terms = _pattern(told)
    return pattern.sub(lambda found: terms[found[0]], text)


@lru_cache(maxsize=64)
def _pattern(told: tuple[Replacement, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    terms = {item.old: item.new for item in told}
    return re.compile("|".join(map(re.escape, sorted(terms, key=len, reverse=True)))), terms


def without(edits: Sequence[Edit], told: Sequence[Replacement]) -> tuple[Edit, ...]:
    """``edits`` in which what ``told`` explains is equal: each side still reads as it did."""
    if not told:
        return tuple(edits)
    result: list[Edit] = []
    done = 0
    for hunk in hunks(edits):
        if explained(hunk, told):
            result += [*edits[done : hunk.first], Edit(kind=EditKind.EQUAL, text=hunk.old, other=hunk.new)]
            done = hunk.last
    return (*result, *edits[done:])


def without_terms(pair: Pair, told: Sequence[Replacement]) -> Pair:
    """``pair`` with what ``told`` explains equal, in its text and its tables."""
    if not told:
        return pair

    def cells(found: Sequence[Sequence[Edit]]) -> tuple[tuple[Edit, ...], ...]:
        return tuple(without(cell, told) for cell in found)

    tables = (
        replace(table, header=cells(table.header), rows=tuple(replace(r, cells=cells(r.cells)) for r in table.rows))
        for table in pair.tables
    )
    return replace(pair, edits=without(pair.edits, told), tables=tuple(tables))


def told_in(pair: Pair, told: Sequence[Replacement]) -> bool:
    """True where the row holds a change that ``told`` explains."""
    return any(explained(hunk, told) for edits in _texts(pair) for hunk in hunks(edits))


def _texts(pair: Pair) -> Iterator[Sequence[Edit]]:
    """The row's text and the cells of its tables."""
    yield pair.edits
    for table in pair.tables:
        for cells in (table.header, *(row.cells for row in table.rows)):
            yield from cells


def _best(found: Sequence[tuple[int, Hunk]], kept: str) -> Replacement | None:
    """The replacement that explains the most of ``found``, or None."""
    counts: Counter[tuple[str, str]] = Counter()
    rows: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place, hunk in found:
        for term in _terms(hunk):
            counts[term] += max(1, hunk.old.count(term[0]))
            rows[term].add(place)
    ranked = sorted(counts, key=lambda term: (-counts[term], -len(term[0]), term))
    for old, new in ranked:
        count = counts[old, new]
        if count < LEAST_COUNT:
            return None
        lasting = kept.count(old) + sum(
            n for (other, made), n in counts.items() if other == old and new not in (made, other)
        )
        if len(rows[old, new]) >= LEAST_ROWS and count >= LEAST_SHARE * (count + lasting):
            return _counted(old, new, found)
    return None


def _counted(old: str, new: str, found: Sequence[tuple[int, Hunk]]) -> Replacement:
    told = Replacement(old=old, new=new, count=0, pairs=())
    places = [(place, hunk.old.count(old)) for place, hunk in found if explained(hunk, (told,))]
    return replace(told, count=sum(n for _, n in places), pairs=tuple(sorted({place for place, _ in places})))


def _terms(hunk: Hunk) -> set[tuple[str, str]]:
    """What may have been replaced in ``hunk``: all of it, and the middle that differs where that is words too."""
    old, new = hunk.old, hunk.new
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    room = min(len(old), len(new)) - start
    end = next((n for n in range(room) if old[-1 - n] != new[-1 - n]), room)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    if NUMERALS.fullmatch(middle[0]) and NUMERALS.fullmatch(middle[1]):
        return set()
    found = {(old, new)} if TERM.fullmatch(old) and TERM.fullmatch(new) else set()
    if min(map(len, middle)) > 1 and all(map(TERM.fullmatch, middle)):
        found.add(middle)
    return found
