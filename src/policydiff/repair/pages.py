"""Page numbers left inside the text (damage class D3).

A page number is a digit run whose value rises with its place: numbers are taken out only as a long chain of values
one page apart, so that no figure of the document itself can be mistaken for one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policydiff.model import PageMark
from policydiff.repair.finding import Finding
from policydiff.repair.numberchain import PAGE_CHARS, Number, longest, usual_gap

KIND = "page_number"

_FEWEST_INSIDE, _FEWEST_ON_LINES, _FEWEST_DASHED = 8, 5, 3
"""Numbers a chain needs: glued into sentences, on lines of their own, on such lines between dashes."""
_UNKNOWN_GAP_CHARS = 600.0
_FOOT_SHARE = 0.15
"""Less text than this share of a page behind the last number: numbers stand at the foot of their pages."""
_RISING_SHARE = 0.8

_NOT_BEFORE = r"第栏欄图圖表件\d.．A-Za-z+\-—_/:~(（《〈 \u3000"
_NOT_AFTER = r"、)）\d%％‰.．A-Za-z+\-—_/:~ \u3000"
_GLUED = re.compile(rf"(?<![{_NOT_BEFORE}])(?<!\d[,，])([1-9]\d{{0,3}})(?![{_NOT_AFTER}])(?![,，]\d)")
"""``措11施``: figures of the document have a blank, a unit or a sign beside them, or are labels (第1条, 1、, 专栏1)."""
_DASH = r"[—－\-–·•]"
_OWN_LINE = re.compile(
    r"^[ \t\u3000]*(?:"
    rf"{_DASH}+[ \t]*(?P<dashed>\d{{1,4}})[ \t]*{_DASH}+"  # — 3 —
    r"|第[ \t]*(?P<worded>\d{1,4})[ \t]*页(?:[ \t]*[共/／][ \t]*\d+[ \t]*页)?"  # 第 3 页 共 9 页
    r"|(?P<bare>\d{1,4})"
    r")[ \t\u3000]*$",
    re.M,
)
_ROMAN = re.compile(r"(?<![A-Za-z])([IVX]{1,5})(?![A-Za-z])")
_ROMAN_VALUES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

_BEHIND_GAPS, _BEFORE_GAPS = 1.8, 2.2
"""How many usual pages a missing number is looked for behind a chain, and before it."""
_DEAREST = 2.0
"""Cost from which on a figure is no page number; see `_glue_cost`."""
_UNSURE = 0.9


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
    gap = usual_gap(arabic) if len(arabic) > 1 else _UNKNOWN_GAP_CHARS
    if length - chain[-1].end >= _FOOT_SHARE * gap:
        return [PageMark(offset=n.start, number=n.value) for n in chain]
    following = [PageMark(offset=n.end, number=n.value + 1) for n in chain[:-1] if n.value > 0]
    return [PageMark(offset=0, number=arabic[0].value), *following]


def _own_lines(text: str) -> list[Number]:
    """Numbers that have a line to themselves."""
    found = []
    for m in _OWN_LINE.finditer(text):
        value = int(m["dashed"] or m["worded"] or m["bare"])
        found.append(Number(max(0, m.start() - 1), m.end(), value, _UNSURE if m["bare"] else 0.98))
    dashed = [n for n in found if n.confidence > _UNSURE]
    if len(dashed) >= _FEWEST_DASHED and _rising(dashed):
        return dashed
    return longest(found, fewest=_FEWEST_ON_LINES)


def _rising(numbers: list[Number]) -> bool:
    steps = [after.value - before.value for before, after in pairwise(numbers)]
    return sum(0 < step <= 2 for step in steps) >= _RISING_SHARE * len(steps)


def _inside(text: str) -> list[Number]:
    """Numbers glued into sentences: a strict chain first, then what it lacks, looked for where it must be."""
    strict = [Number(m.start(), m.end(), int(m[1]), 0.97) for m in _GLUED.finditer(text)]
    chain = longest(strict, fewest=_FEWEST_INSIDE)
    return _completed(text, chain) if chain else []


def _completed(text: str, chain: list[Number]) -> list[Number]:
    """The chain with its gaps filled and its ends drawn out."""
    gap = usual_gap(chain)
    full = [chain[0]]
    for number in chain[1:]:
        while full[-1].value + 1 < number.value:
            missing = _lacking(text, full[-1].value + 1, full[-1].end, number.start, gap)
            if missing is None:
                break
            full.append(missing)
        full.append(number)
    while full[0].value > 1:
        window = max(0, full[0].start - int(_BEFORE_GAPS * gap))
        missing = _lacking(text, full[0].value - 1, window, full[0].start, gap, from_end=True)
        if missing is None:
            break
        full.insert(0, missing)
    reach = int(_BEHIND_GAPS * gap)
    while (missing := _lacking(text, full[-1].value + 1, full[-1].end, full[-1].end + reach, gap)) is not None:
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
            if inner >= 0 and run.startswith(sign, inner):
                at = place + inner
                cost = _glue_cost(text, place, run, inner, sign) + abs(at - expected) / gap
                candidates.append((cost, Number(at, at + len(sign), value, _UNSURE)))
    best = min(candidates, default=None)
    return best[1] if best and best[0] < _DEAREST else None


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
            found.append(Number(m.start(), m.end(), -value, _UNSURE))
    return found if found and chain[0].start - found[-1].start <= PAGE_CHARS[1] else []
