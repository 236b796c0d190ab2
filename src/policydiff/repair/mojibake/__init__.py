"""Text that was decoded wrongly (damage class D5): garbled GBK runs, and UTF-8 read as something else.

The invariant: a place is changed only where the reading is proven by damaging it again; all else is flagged.
"""

from __future__ import annotations

from policydiff.repair.finding import Finding
from policydiff.repair.mojibake import halved, reread

KIND = "mojibake"

NEAR = 12
"""Characters around a run that tell whether it stands in misread UTF-8."""


def find(text: str) -> list[Finding]:
    """The wrongly decoded places of ``text``, repaired or flagged with up to five candidates; sorted, disjoint."""
    misread = reread.find(text)
    found = [f for f in halved.find(text) if not _among_misread(text, f)]
    return sorted([*misread, *(f for f in found if all(f.end <= m.start or m.end <= f.start for m in misread))])


def _among_misread(text: str, finding: Finding) -> bool:
    """True where what looks like a garbled run is what misread UTF-8 lost."""
    return reread.SUSPECT.search(text[max(0, finding.start - NEAR) : finding.end + NEAR]) is not None


__all__ = ["KIND", "find"]
