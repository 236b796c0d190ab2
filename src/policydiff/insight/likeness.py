"""How alike short names are: indicators, scopes, tasks, titles, by their characters two by two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policydiff.keys import key

_MARKS = re.compile(r"[^\w]+")


@lru_cache(maxsize=20_000)
def pairs_of(text: str) -> frozenset[str]:
    """The character pairs of a name, marks apart; of a single character, itself."""
    bare = _MARKS.sub("", key(text))
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1)) or frozenset((bare,) if bare else ())


def alike(left: str, right: str) -> float:
    """Between 0 and 1: Dice's coefficient of the character pairs, or nine tenths of the share that the shorter has in
    the longer where that is more (智慧社区 in 新建智慧社区)."""
    a, b = pairs_of(left), pairs_of(right)
    if not a or not b:
        return 0.0
    common = len(a & b)
    if not common:
        return 0.0
    if a == b:
        return 1.0
    inside = common / min(len(a), len(b)) if min(len(a), len(b)) > 1 else 0.0
    return max(2 * common / (len(a) + len(b)), 0.9 * inside if inside > 0.99 else 0.0)


MOST_PLACES = 64
"""Places a character pair is looked up in at most: those nearest to the same place of the other document. Real
documents stay below it; without it the work would grow with the square of their length."""


def neighbours(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which of ``left`` and ``right`` (by number) share a character pair and so may be alike."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(right):
        for pair in pairs_of(name):
            places[pair].append(number)
    for number, name in enumerate(left):
        here = number * len(right) // max(1, len(left))
        found = {other for pair in pairs_of(name) for other in _nearest(places.get(pair, ()), here)}
        yield from ((number, other) for other in sorted(found))


def _nearest(places: Sequence[int], here: int) -> Sequence[int]:
    if len(places) <= MOST_PLACES:
        return places
    first = min(max(0, bisect_left(places, here) - MOST_PLACES // 2), len(places) - MOST_PLACES)
    return places[first : first + MOST_PLACES]
