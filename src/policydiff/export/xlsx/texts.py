"""What a cell can hold: no character that XML forbids or a reader acts on, and no more than Excel takes.

A text longer than `CELL_UNITS` is carried on in further cells; nothing of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.synopsis import Run
from policydiff.synopsis.printable import printable

CELL_UNITS = 32_767
"""Excel's limit, in UTF-16 code units."""

FORBIDDEN = re.compile("[\ufffe\uffff\U0001fffe-\U0001ffff]")
"""What `printable` leaves and XML or Excel's readers refuse."""

SHEET_NAME_UNITS = 31
SHEET_SIGNS = re.compile(r"[\[\]:*?/\\']")


def cell_text(text: str) -> str:
    """``text`` with what XML forbids, and what reorders what is read, as visible signs; as long as it was."""
    return FORBIDDEN.sub("\ufffd", printable(text))


def units(text: str) -> int:
    """UTF-16 code units, which Excel counts."""
    return len(text) + sum(char > "\uffff" for char in text)


def in_cells(runs: Iterable[Run]) -> list[list[Run]]:
    """``runs`` in as many cells as they need, each of at most `CELL_UNITS`; empty ones are dropped, neighbours with
    one mark joined."""
    cells: list[list[Run]] = [[]]
    room = CELL_UNITS
    for run in _joined(runs):
        rest = run.text
        while rest:
            head = _head(rest, room)
            if head:
                cells[-1].append(replace(run, text=head))
                rest, room = rest[len(head) :], room - units(head)
            if rest:
                cells.append([])
                room = CELL_UNITS
    return cells


def _head(text: str, room: int) -> str:
    """As much of ``text`` as ``room`` units hold."""
    if len(text) * 2 <= room or units(text) <= room:
        return text
    used = 0
    for place, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > room:
            return text[:place]
    return text


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        text = cell_text(run.text)
        if not text:
            continue
        if joined and joined[-1].mark is run.mark and joined[-1].common is run.common:
            joined[-1] = replace(run, text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    return joined


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name Excel takes for a sheet: no forbidden signs, 31 units, not ``taken`` (case apart)."""
    clean = SHEET_SIGNS.sub("_", " ".join(cell_text(wanted).split())) or "_"
    used = {name.lower() for name in taken} | {"history"}
    for number in range(1, len(used) + 2):
        tail = "" if number == 1 else f" ({number})"
        name = _head(clean, SHEET_NAME_UNITS - len(tail)) + tail
        if name.lower() not in used:
            return name
    raise AssertionError("there is always a free name")
