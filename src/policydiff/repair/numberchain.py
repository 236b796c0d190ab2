"""The longest chain of rising page numbers in a row of candidates.

The invariant: a chain's values rise, each next one stands as far behind the last as pages are long, and few values
are left out, so that no figure of the document itself can make one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

PAGE_CHARS = (120, 2600)
"""Fewest and most characters of a page (a 公文 page holds 22 lines of 28)."""
_MAX_STEP = 8
_STEP_COST = 0.3
"""What leaving out one value costs a chain, against one point for each number in it."""
_MIN_COVERAGE = 0.8
"""Share of the values between a chain's ends that must be in it."""
_LOOKED_BACK = 40
"""Candidates of one value that are tried as predecessors, the nearest first."""


class Number(NamedTuple):
    """A page number as printed: its place, its value (negative for Roman front matter), how sure."""

    start: int
    end: int
    value: int
    confidence: float


class _Link(NamedTuple):
    score: float
    number: Number
    before: _Link | None


def longest(numbers: list[Number], *, fewest: int) -> list[Number]:
    """The best chain in ``numbers`` (in order of place); nothing below ``fewest`` numbers.

    Dynamic programming: a number's best chain is the best one that ends some values lower at page distance.
    """
    ending: dict[int, list[_Link]] = defaultdict(list)
    best: _Link | None = None
    for number in numbers:
        link = _linked(number, ending)
        ending[number.value].append(link)
        if best is None or link.score > best.score:
            best = link
    chain = list(_unwound(best))[::-1]
    if len(chain) < fewest or len(chain) < _MIN_COVERAGE * (chain[-1].value - chain[0].value + 1):
        return []
    return chain


def _linked(number: Number, ending: dict[int, list[_Link]]) -> _Link:
    link = _Link(1.0, number, None)
    for step in range(1, _MAX_STEP + 1):
        for before in reversed(ending[number.value - step][-_LOOKED_BACK:]):
            gap = number.start - before.number.start
            if gap > PAGE_CHARS[1] * step:
                break
            score = before.score + 1 - _STEP_COST * (step - 1)
            if gap >= PAGE_CHARS[0] * step and score > link.score:
                link = _Link(score, number, before)
    return link


def _unwound(link: _Link | None) -> Iterator[Number]:
    while link is not None:
        yield link.number
        link = link.before


def usual_gap(chain: list[Number]) -> float:
    """Median distance in characters between one number of a chain (two at least) and the next."""
    return median(after.start - before.start for before, after in pairwise(chain))
