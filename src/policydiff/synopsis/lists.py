"""Items in a row, as the language parts them: A, B; 甲、乙."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from policydiff.messages import N_, _

PAIR = N_("{items}, {item}")


def listed(items: Iterable[str]) -> str:
    """``items`` as one text; empty ones are left out."""
    return reduce(_with, (item for item in items if item), "")


def _with(items: str, item: str) -> str:
    return _(PAIR).format(items=items, item=item) if items else item
