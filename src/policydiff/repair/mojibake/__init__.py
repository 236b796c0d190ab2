"""Text that was decoded wrongly (damage class D5): garbled GBK runs, and UTF-8 read as something else.

The invariant: a place is changed only where the reading is proven by damaging it again; all else is flagged.
"""

from __future__ import annotations

from policydiff.repair.finding import Finding
from policydiff.repair.mojibake import halved, reread

KIND = "mojibake"


def find(text: str) -> list[Finding]:
    """The wrongly decoded places of ``text``, repaired or flagged with up to five candidates; sorted, disjoint."""
    misread = reread.find(text)
    found = [f for f in halved.find(text) if all(f.end <= m.start or m.end <= f.start for m in misread)]
    return sorted([*misread, *found])


__all__ = ["KIND", "find"]
