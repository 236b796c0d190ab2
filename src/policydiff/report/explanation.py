"""Why a section was paired as it was: every candidate with its confidence, and what spoke for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.align.explain import in_common
from policydiff.align.values import Explanation, Weighing
from policydiff.messages import _
from policydiff.model import Document
from policydiff.report.evidence_words import grounds
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
        views += ["", *_candidate(weighing, found, own, other)]
    return Group(*views)


def _candidate(weighing: Weighing, found: Explanation, own: Document, other: Document) -> Iterator[RenderableType]:
    mine, counterpart = (weighing.old, weighing.new) if found.side == "old" else (weighing.new, weighing.old)
    verdict = _verdict(weighing, found.threshold)
    figures = _("confidence {confidence:.2f}, lead over the next {margin:+.2f}").format(
        confidence=weighing.confidence, margin=weighing.margin
    )
    head = safe(f"{'✓' if weighing.asserted else '✗'} {counterpart}  ", "bold" if weighing.asserted else "")
    head.append_text(safe(section_path(other, counterpart)))
    head.append_text(safe(f"  {verdict}: {figures}", "dim"))
    yield head
    passages = _in_common(mine, own, counterpart, other)
    if passages:
        yield safe("  " + _("both say: {passages}").format(passages=" … ".join(passages)))
    yield _votes(weighing)


def _verdict(weighing: Weighing, threshold: float) -> str:
    if weighing.asserted:
        return _("linked") if weighing.votes and weighing.confidence >= threshold else _("pinned by hand")
    return _("refused") if weighing.confidence < threshold else _("forbidden by hand")


def _in_common(mine: str, own: Document, theirs: str, other: Document) -> tuple[str, ...]:
    texts = [
        next((s.heading + "\n" + s.text for s in d.walk() if s.id == i), "") for d, i in ((own, mine), (other, theirs))
    ]
    return in_common(*texts)


def _votes(weighing: Weighing) -> Table:
    """Each ground: its name, what was measured, and what it added to the log odds."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column(width=2)
    table.add_column(_("evidence"), no_wrap=True)
    table.add_column(_("measured"), justify="right")
    table.add_column(_("vote"), justify="right")
    for ground in grounds(weighing.evidence, weighing.votes)[:VOTES_SHOWN]:
        measured = "" if ground.measured is None else f"{ground.measured:.2f}"
        table.add_row("", safe(ground.name), measured, f"{ground.vote:+.2f}")
    return table
