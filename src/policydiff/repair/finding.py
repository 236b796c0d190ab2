"""What a repair module reports: a place, what it should read, and how sure it is."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """``[start, end)`` of the text at hand should read ``after``.

    Where ``after`` equals what stands there, the place is only flagged, with its ``candidates`` (each a reading
    of the whole range), best first. ``confidence`` is between 0 and 1.
    """

    start: int
    end: int
    after: str
    confidence: float
    candidates: tuple[str, ...] = ()
