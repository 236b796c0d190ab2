"""Why a section was paired as it was: every candidate with its confidence, and what spoke for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.align.values import Explanation, Weighing
from policydiff.messages import _
from policydiff.model import Document
from policydiff.report.parts import safe
from policydiff.synopsis.sections import section_path

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

VOTES_SHOWN = 8
"""The strongest votes of a candidate; the rest hardly moved it."""


def explanation(found: Explanation, own: Document, other: Document) -> RenderableType:
    """``own`` holds the section asked about, ``other`` its candidates."""
    from rich.console import Group

    views: list[RenderableType] = [
        safe(f"{found.section}  {section_path(own, found.section)}", "bold"),
        safe(_("A link needs a confidence of {threshold:.2f}.").format(threshold=found.threshold), "dim"),
    ]
    if not found.weighed:
        views.append(safe(_("No section of the other document came into question.")))
    for weighing in found.weighed:
        views += ["", *_candidate(weighing, found.side, other)]
    return Group(*views)


def _candidate(weighing: Weighing, side: str, other: Document) -> tuple[RenderableType, RenderableType]:
    counterpart = weighing.new if side == "old" else weighing.old
    verdict = _("linked") if weighing.asserted else _("refused")
    figures = _("confidence {confidence:.2f}, lead over the next {margin:+.2f}").format(
        confidence=weighing.confidence, margin=weighing.margin
    )
    head = safe(f"{'✓' if weighing.asserted else '✗'} {counterpart}  ", "bold" if weighing.asserted else "")
    head.append_text(safe(section_path(other, counterpart)))
    head.append_text(safe(f"  {verdict}: {figures}", "dim"))
    return head, _votes(weighing)


def _votes(weighing: Weighing) -> Table:
    """Each piece of evidence: its name, what was measured, and what it added to the log odds."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column(width=2)
    table.add_column(_("evidence"), no_wrap=True)
    table.add_column(_("measured"), justify="right")
    table.add_column(_("vote"), justify="right")
    for name, vote in weighing.votes[:VOTES_SHOWN]:
        measured = weighing.evidence.get(name)
        table.add_row("", safe(name), "" if measured is None else f"{measured:.2f}", f"{vote:+.2f}")
    return table
