"""Targets, deadlines, responsible bodies and citations as tables: of one document, or of two with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from policydiff.insight.joining import Reason, TargetChange, TargetPair
from policydiff.insight.overview import Overview
from policydiff.insight.records import Comparator, DeadlineFrom, Due, Facts, Period, Target
from policydiff.messages import N_, _
from policydiff.report.parts import safe

if TYPE_CHECKING:
    from rich.console import RenderableType

CHANGES = {
    TargetChange.NEW: (N_("new"), "green"),
    TargetChange.DROPPED: (N_("no longer set"), "red"),
    TargetChange.RAISED: (N_("raised"), "bold"),
    TargetChange.LOWERED: (N_("lowered"), "bold"),
    TargetChange.SAME: (N_("kept"), "dim"),
    TargetChange.EARLIER: (N_("earlier"), "bold"),
    TargetChange.LATER: (N_("later"), "bold"),
    TargetChange.SCOPE: (N_("scope changed"), "bold"),
    TargetChange.UNQUANTIFIED: (N_("no longer quantified"), "bold"),
    TargetChange.INCOMPARABLE: (N_("not comparable"), "yellow"),
}
"""What a change is called, and how it is set."""

CITATION_CHANGES = {
    "added": N_("added"),
    "replaced": N_("replaced"),
    "dropped": N_("no longer cited"),
    "same": N_("still cited"),
}

REASONS = {
    Reason.UNIT: N_("the units differ"),
    Reason.LEVEL_AND_CHANGE: N_("one is a level, the other a change"),
    Reason.PERIOD: N_("one is per year, the other is not"),
    Reason.BASE_YEAR: N_("the base years differ"),
    Reason.BOUND: N_("only the bound moved"),
    Reason.QUANTIFIED: N_("had no figure before"),
}

PERIODS = {
    Period.ANNUAL_AVERAGE: N_("annual average"),
    Period.CUMULATIVE: N_("cumulative"),
    Period.EACH_YEAR: N_("each year"),
}

SOURCES = {DeadlineFrom.SECTION: N_("from the section"), DeadlineFrom.PARENT: N_("from above")}


def targets(found: Overview) -> RenderableType:
    """The tables, one below the other; what there is none of is said in a line."""
    from rich.console import Group

    return Group(*(_pairs(found) if found.joined else _single(found.facts[0])))


def figure(target: Target) -> str:
    """The figure as one would say it: as printed, with the sign of a comparator that stands before it."""
    sign = "" if target.comparator is Comparator.EQUAL else str(target.comparator)
    bound = target.value_text.endswith(("以上", "以下", "以内", "左右", "之内", "上下"))
    text = target.value_text if bound or not sign else f"{sign} {target.value_text}"
    if target.delta and target.direction:
        text = f"{'+' if target.direction == 'up' else '−'} {text}"
    if target.base_value is not None:
        text = f"{target.base_value:g} → {text}"
    return text


def remarks(target: Target) -> str:
    """What else is said of the figure: modality, period, attribute; that it is a whole without a figure."""
    parts = [target.modality, _(PERIODS[target.period]) if target.period else None, target.attribute]
    if target.implicit:
        parts.append(_("100 %, not in figures"))
    if target.base_year is not None:
        parts.append(_("against {year}").format(year=target.base_year))
    return _("; ").join(part for part in parts if part)


def _single(facts: Facts) -> Iterator[RenderableType]:
    yield safe(_("Targets ({count})").format(count=len(facts.targets)), "bold")
    yield _grid(
        (_("Section"), _("Indicator"), _("Scope"), _("Figure"), _("Deadline"), _("Remarks")),
        ((t.where.section, t.indicator, t.scope or "", figure(t), _deadline(t.due), remarks(t)) for t in facts.targets),
    )
    yield ""
    yield safe(_("Deadlines without a figure ({count})").format(count=len(facts.deadlines)), "bold")
    yield _grid(
        (_("Section"), _("Task"), _("Who"), _("Deadline")),
        ((d.where.section, d.task, d.scope or "", _deadline(d.due)) for d in facts.deadlines),
    )
    yield ""
    yield safe(_("Responsible bodies ({count})").format(count=len(facts.responsibilities)), "bold")
    yield _grid(
        (_("Section"), _("Lead"), _("Bodies")),
        (
            (r.where.section, "、".join(r.lead), "、".join((*r.bodies, *r.local)) + ("等" if r.and_others else ""))
            for r in facts.responsibilities
        ),
    )
    yield ""
    yield safe(_("Documents cited ({count})").format(count=len(facts.citations)), "bold")
    yield _grid(
        (_("Section"), _("Title"), _("Number"), _("As")),
        ((c.where.section, c.title, c.doc_number or "", c.verb or "") for c in facts.citations),
    )


def _pairs(found: Overview) -> Iterator[RenderableType]:
    left, right = found.facts
    yield safe(_("Targets ({old} and {new})").format(old=len(left.targets), new=len(right.targets)), "bold")
    yield _grid(
        (_("Change"), _("Indicator"), _("Scope"), _("Old"), _("New"), _("Remarks")),
        (_pair_row(pair, left, right) for pair in found.targets),
        styles=[CHANGES[pair.change][1] for pair in found.targets],
    )
    yield ""
    yield safe(_("Deadlines without a figure"), "bold")
    yield _grid(
        (_("Change"), _("Task"), _("Old"), _("New")),
        (
            (
                _(CHANGES[pair.change][0]),
                (right.deadlines[pair.new] if pair.new is not None else left.deadlines[pair.old or 0]).task,
                "" if pair.old is None else _deadline(left.deadlines[pair.old].due),
                "" if pair.new is None else _deadline(right.deadlines[pair.new].due),
            )
            for pair in found.deadlines
        ),
        styles=[CHANGES[pair.change][1] for pair in found.deadlines],
    )
    yield ""
    yield safe(_("Responsible bodies that changed"), "bold")
    yield _grid(
        (_("Old"), _("New"), _("Added"), _("Dropped"), _("Lead")),
        (
            (
                " ".join(row.old),
                " ".join(row.new),
                "、".join(row.change.added),
                "、".join(row.change.dropped),
                f"{'、'.join(row.change.lead_old)} → {'、'.join(row.change.lead_new)}"
                if row.change.lead_changed
                else "",
            )
            for row in found.bodies
        ),
    )
    yield ""
    yield safe(_("Documents cited"), "bold")
    yield _grid(
        (_("Change"), _("Old"), _("New")),
        (
            (
                _(CITATION_CHANGES[pair.change]),
                "" if pair.old is None else left.citations[pair.old].title,
                "" if pair.new is None else right.citations[pair.new].title,
            )
            for pair in found.citations
        ),
    )


def _pair_row(pair: TargetPair, left: Facts, right: Facts) -> tuple[str, ...]:
    old = None if pair.old is None else left.targets[pair.old]
    new = None if pair.new is None else right.targets[pair.new]
    named = new or old
    return (
        _(CHANGES[pair.change][0]),
        named.indicator if named else "",
        _scopes(old, new),
        _side(old, pair, missing=new is not None),
        _side(new, pair, missing=old is not None),
        _pair_remarks(pair),
    )


def _scopes(old: Target | None, new: Target | None) -> str:
    found = [target.scope or "" for target in (old, new) if target]
    return found[0] if len(set(found)) == 1 else " → ".join(found).strip(" →")


def _side(target: Target | None, pair: TargetPair, *, missing: bool) -> str:
    if target is None:
        return f"“{pair.passage.text}”#{pair.passage.section}" if pair.passage and missing else ""
    return f"{figure(target)}  {_deadline(target.due)}  #{target.where.section}".replace("    ", "  ")


def _pair_remarks(pair: TargetPair) -> str:
    parts = []
    if pair.time is not None and pair.change is not pair.time:
        parts.append(_(CHANGES[pair.time][0]))
    if pair.stricter is not None and pair.change in (TargetChange.RAISED, TargetChange.LOWERED):
        parts.append(_("asks more") if pair.stricter else _("asks less"))
    if pair.reason is not None:
        parts.append(_(REASONS[pair.reason]))
    return _("; ").join(parts)


def _deadline(due: Due | None) -> str:
    if due is None:
        return ""
    iso = due.iso or due.text
    return f"{iso} ({_(SOURCES[due.source])})" if due.source in SOURCES else iso


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]], styles: Sequence[str] | None = None) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    for name in header:
        table.add_column(name, overflow="fold")
    count = 0
    for number, row in enumerate(rows):
        table.add_row(*(safe(cell) for cell in row), style=styles[number] if styles else None)
        count += 1
    return table if count else safe(_("None."), "dim")
