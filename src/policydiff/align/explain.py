"""Why a section was paired as it was."""

from __future__ import annotations

from policydiff.align.values import Alignment, Explanation


def explain(alignment: Alignment, section: str, *, side: str = "old") -> Explanation:
    """Every candidate weighed for ``section`` of the ``side`` document (``old`` or ``new``), best first."""
    weighed = [w for w in alignment.weighed.values() if (w.old if side == "old" else w.new) == section]
    return Explanation(
        section=section,
        side=side,
        threshold=alignment.threshold,
        weighed=tuple(sorted(weighed, key=lambda w: (-w.asserted, -w.confidence))),
    )
