"""Page numbers left inside the text (damage class D3).

A page number is a digit run whose value rises with its place: numbers are taken out only as a long chain of
values one page apart, so that no figure of the document itself can be mistaken for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from policydiff.model import PageMark
from policydiff.repair.finding import Finding

KIND = "page_number"

PAGE_CHARS = (120, 2600)
"""Fewest and most characters of a page (a 公文 page holds 22 lines of 28)."""
_MAX_STEP = 8
_MIN_CHAIN = 8
_MIN_COVERAGE = 0.8
_STEP_COST = 0.3


class Number(NamedTuple):
    """A page number as printed: its place, its value (negative for Roman front matter), how sure."""

    start: int
    end: int
    value: int
    confidence: float


_GLUED = re.compile(
    r"(?<![\d.,，.．A-Za-z+\-—_/:~(（《〈 \u3000])(\d{1,4})(?![\d%％‰.．])(?![,，]\d)(?![A-Za-z+\-—_/:~ \u3000])"
)
_OWN_LINE = re.compile(r"^[ \t\u3000]*(?:[—－\-–·•]+[ \t]*(\d{1,4})[ \t]*[—－\-–·•]+|第[ \t]*(\d{1,4})[ \t]*页(?:[ \t]*[共/／][ \t]*\d+[ \t]*页)?|(\d{1,4}))[ \t\u3000]*$", re.M)  # fmt: skip
_ROMAN = re.compile(r"(?<![A-Za-z])([IVX]{1,5})(?![A-Za-z])")
_ROMAN_VALUES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def find(text: str) -> tuple[list[Finding], list[PageMark]]:
    """Findings that take the numbers out, and where each page begins (offsets of ``text``)."""
    chain = _own_lines(text) or _inside(text)
    if not chain:
        return [], []
    chain = _front_matter(text, chain) + chain
    findings = [Finding(n.start, n.end, "", n.confidence) for n in chain]
    return findings, _marks(chain, len(text))


def _marks(chain: list[Number], length: int) -> list[PageMark]:
    """A number opens its page where text follows the last one; at the foot it closes its page."""
    arabic = [n for n in chain if n.value > 0]
    gap = median(b.start - a.start for a, b in zip(arabic, arabic[1:], strict=False)) if len(arabic) > 1 else 600
    at_foot = length - chain[-1].end < 0.15 * gap
    if not at_foot:
        return [PageMark(offset=n.start, number=n.value) for n in chain]
    following = [PageMark(offset=n.end, number=n.value + 1) for n in chain[:-1] if n.value > 0]
    return [PageMark(offset=0, number=arabic[0].value), *following]


def _own_lines(text: str) -> list[Number]:
    """Numbers that have a line to themselves."""
    found = []
    for m in _OWN_LINE.finditer(text):
        value = int(m[1] or m[2] or m[3])
        bare = m[3] is not None
        found.append(Number(max(0, m.start() - 1), m.end(), value, 0.9 if bare else 0.98))
    dashed = [n for n in found if n.confidence > 0.9]
    if len(dashed) >= 3 and _rising(dashed):
        return dashed
    return _best_chain(found, minimum=5)


def _rising(numbers: list[Number]) -> bool:
    steps = [b.value - a.value for a, b in zip(numbers, numbers[1:], strict=False)]
    return sum(0 < step <= 2 for step in steps) >= 0.8 * len(steps)


def _inside(text: str) -> list[Number]:
    """Numbers glued into sentences: a strict chain first, then what it lacks, looked for where it must be."""
    strict = [Number(m.start(), m.end(), int(m[1]), 0.97) for m in _GLUED.finditer(text) if m[1][0] != "0"]
    chain = _best_chain(strict, minimum=_MIN_CHAIN)
    return _completed(text, chain) if chain else []


class _Link(NamedTuple):
    score: float
    length: int
    number: Number
    before: _Link | None


def _best_chain(numbers: list[Number], *, minimum: int) -> list[Number]:
    """The chain of rising values at page distance with the highest score (dynamic programming over values)."""
    ending: dict[int, list[_Link]] = defaultdict(list)
    best: _Link | None = None
    for number in numbers:
        link = _Link(1.0, 1, number, None)
        for step in range(1, _MAX_STEP + 1):
            for before in reversed(ending[number.value - step][-40:]):
                gap = number.start - before.number.start
                if gap > PAGE_CHARS[1] * step:
                    break
                score = before.score + 1 - _STEP_COST * (step - 1)
                if gap >= PAGE_CHARS[0] * step and score > link.score:
                    link = _Link(score, before.length + 1, number, before)
        ending[number.value].append(link)
        if best is None or link.score > best.score:
            best = link
    chain = list(_unwound(best))[::-1]
    if len(chain) < minimum or len(chain) < _MIN_COVERAGE * (chain[-1].value - chain[0].value + 1):
        return []
    return chain


def _unwound(link: _Link | None) -> Iterator[Number]:
    while link is not None:
        yield link.number
        link = link.before


def _completed(text: str, chain: list[Number]) -> list[Number]:
    """The chain with its gaps filled and its ends drawn out."""
    gap = median(b.start - a.start for a, b in zip(chain, chain[1:], strict=False))
    full = [chain[0]]
    for number in chain[1:]:
        while full[-1].value + 1 < number.value:
            missing = _lacking(text, full[-1].value + 1, full[-1].end, number.start, gap)
            if missing is None:
                break
            full.append(missing)
        full.append(number)
    while full[0].value > 1:
        window = max(0, full[0].start - int(2.2 * gap))
        missing = _lacking(text, full[0].value - 1, window, full[0].start, gap, from_end=True)
        if missing is None:
            break
        full.insert(0, missing)
    while (missing := _lacking(text, full[-1].value + 1, full[-1].end, full[-1].end + int(1.8 * gap), gap)) is not None:
        full.append(missing)
    return full


def _lacking(text: str, value: int, start: int, end: int, gap: float, *, from_end: bool = False) -> Number | None:
    """Page ``value`` between ``start`` and ``end``, possibly glued to other digits; nearest to a page's length."""
    sign = str(value)
    expected = end - gap if from_end else start + gap
    candidates = []
    for m in re.finditer(r"\d+", text[start:end]):
        run, place = m[0], start + m.start()
        for inner in {0, len(run) - len(sign)}:
            if inner < 0 or run[inner : inner + len(sign)] != sign:
                continue
            at = place + inner
            cost = _glue_cost(text, place, run, inner, sign) + abs(at - expected) / gap
            candidates.append((cost, Number(at, at + len(sign), value, 0.9)))
    best = min(candidates, default=None)
    return best[1] if best and best[0] < 2.0 else None


def _glue_cost(text: str, place: int, run: str, inner: int, sign: str) -> float:
    """How odd it would be for ``sign`` to be a page number here; 0 is plain, 1 and more a figure of the text."""
    before = text[place - 1] if place else "\n"
    after = text[place + len(run)] if place + len(run) < len(text) else "\n"
    counts = after in " %％‰.．号號年月日个個"
    if run == sign:
        return 1.2 if counts or before in " .．" or (before.isascii() and before.isalpha()) else 0.0
    rest = run[:inner] + run[inner + len(sign) :]
    clear = len(rest) <= 2 or re.fullmatch(r"(?:19|20)\d\d", rest) is not None
    if inner == 0:
        clear = len(rest) <= 2 and after in "、.．)）"
    return (0.3 if clear else 1.0) + (1.0 if counts and inner else 0.0)


def _front_matter(text: str, chain: list[Number]) -> list[Number]:
    """Roman numbers I, II, III … before page 1."""
    if chain[0].value != 1:
        return []
    found: list[Number] = []
    for m in _ROMAN.finditer(text, 0, chain[0].start):
        value = _ROMAN_VALUES.get(m[1])
        room = not found or m.start() - found[-1].start >= PAGE_CHARS[0]
        if value == len(found) + 1 and room:
            found.append(Number(m.start(), m.end(), -value, 0.9))
    return found if found and chain[0].start - found[-1].start <= PAGE_CHARS[1] else []
