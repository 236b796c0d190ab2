"""A timeline as a table: a row per version, with bars for its similarity to the one before and to the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Timeline
from policydiff.report.comparison_head import bar
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import RenderableType


def timeline(found: Timeline) -> RenderableType:
    """The versions in order of time."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(_("Date"), no_wrap=True)
    table.add_column(_("Title"), overflow="fold", ratio=1)
    table.add_column(_("to the version before"), no_wrap=True)
    table.add_column(_("to the first version"), no_wrap=True)
    for step in found.steps:
        before = "" if step.to_previous is None else bar(step.to_previous)
        table.add_row(safe(step.label.date or ""), safe(step.label.title), before, bar(step.to_first))
    return table
