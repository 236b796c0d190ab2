"""Decimal numbering (``1　总则``, ``1.1　编制目的``, ``1.1.1``), as emergency plans and standards have it.

A figure at a line's beginning is a label only in a chain: each number follows the one before it, goes one level deeper
at 1, or counts on a level above.
"""

from __future__ import annotations

import re

from policydiff.outline.labels import Label, Style

_STYLES = (Style.ARABIC, Style.DECIMAL, Style.SUBDECIMAL, Style.SUBSUBDECIMAL)
_FEWEST = 3
"""Numbers with a point that make a text one of decimal numbering."""
_UNITS = "亿万千百十个家项米元公倍吨升度年月日人次台套辆名所处条号％%℃‰~～—-"
LINE = re.compile(
    r"^[ \t\u3000]*(?P<printed>"
    r"(?P<many>\d{1,2}(?:[.．]\d{1,2}){1,3})(?:[.．、]?[ \t\u3000]+|(?=[\u4e00-\u9fff“《]))"
    r"|(?P<one>\d{1,2})[ \t\u3000]*(?=[^\n。；，：]{2,24}$)"  # a short line: 1　总则
    rf")(?=[\u4e00-\u9fff“《])(?![{_UNITS}])",
    re.M,
)
"""A line that begins with such a number."""


def labels(text: str, start: int, end: int) -> list[Label]:
    """The labels of the chain in ``[start, end)``; nothing where the text is not numbered so."""
    chain: list[tuple[tuple[int, ...], re.Match[str]]] = []
    for m in LINE.finditer(text, start, end):
        number = tuple(map(int, re.split(r"[.．]", m["many"] or m["one"])))
        if _follows(number, chain[-1][0] if chain else ()):
            chain.append((number, m))
    if sum(len(number) > 1 for number, _ in chain) < _FEWEST:
        return []
    return [_label(number, m) for number, m in chain]


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """``number`` may stand next behind ``before``; the first of all ends in 1, as does one that begins anew."""
    if number in ((1,), (1, 1)) or (not before and len(number) > 1 and number[-1] == 1):
        return True
    if number == (*before, 1):
        return True
    for level in range(len(before)):
        counted = (*before[:level], before[level] + 1)
        if number in (counted, (*counted, 1)):
            return True
    return False


def _label(number: tuple[int, ...], match: re.Match[str]) -> Label:
    printed = match["many"] or match["one"]
    start = match.start("printed")
    return Label(_STYLES[len(number) - 1], number[-1], 0, printed, start, start + len(printed))
