"""A comparison as one page: side by side and merged, with an outline, filters, keys, search, and where text went.

Without its script everything is there to read; printed, it is the comparison table that the DOCX is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from policydiff.export.html.dress import CLASSES
from policydiff.export.html.environment import page
from policydiff.export.html.flow_picture import flow_lines, flow_picture
from policydiff.export.html.inline import inline_html
from policydiff.export.html.kinds import kinds_in
from policydiff.export.html.rows import Row, Rows, Target, outline
from policydiff.messages import N_, _
from policydiff.model import Comparison
from policydiff.synopsis import ComparisonTable, LegendItem, Point, Run, highlights, replacements, table

FLAGS = {
    "moved": N_("moved"),
    "renumbered": N_("renumbered"),
    "pinned": N_("pinned"),
    "unsure": N_("doubtful"),
}

POINTS_SHOWN = 6


def comparison_html(
    comparison: Comparison,
    *,
    full: bool = False,
    only: Collection[str] = (),
    keep_replacements: bool = False,
    dim_boilerplate: bool = False,
    new_first: bool = False,
    inline_style: bool = False,
) -> str:
    """The page of ``comparison``; ``full`` has unchanged rows too, ``only`` rows of these kinds.

    ``keep_replacements`` marks terms replaced throughout wherever they stand, ``dim_boilerplate`` sets boilerplate
    back; with ``new_first`` the new text stands
    on the left. ``inline_style`` gives the table alone, dressed by itself, to be pasted into an editor.
    """
    shown = table(
        comparison, full=full, only=only, keep_replacements=keep_replacements, dim_boilerplate=dim_boilerplate
    )
    if inline_style:
        return inline_html(shown, comparison.mode, new_first=new_first)
    told = () if keep_replacements else replacements(comparison)
    maker = Rows.of(comparison, shown, told, dim=dim_boilerplate)
    rows = maker.rows()
    return page(
        "comparison.html.j2",
        script="comparison.js",
        styles=("base.css", "comparison.css"),
        mode=str(comparison.mode),
        **_head(shown, new_first),
        **_summary(comparison, maker),
        kinds=_kinds(comparison, shown),
        flags=_flags(rows),
        rows=rows,
        entries=outline(rows),
        anchors=maker.anchors,
        flows=flow_lines(comparison, maker.sides),
        picture=_markup(flow_picture(comparison)),
        markup=_markup,
    )


def _markup(text: str) -> Any:
    """``text`` as markup, for it is ours and escaped where it was made."""
    from markupsafe import Markup

    return Markup(text)


def _head(shown: ComparisonTable, new_first: bool) -> dict[str, Any]:
    """Title, columns, legend and notes."""
    sides = [("old", shown.headings[0]), ("new", shown.headings[1])]
    return {
        "title": shown.title,
        "subtitle": shown.subtitle,
        "sides": sides[::-1] if new_first else sides,
        "legend": [{"sample": _sample(item), "text": item.text} for item in shown.legend],
        "notes": shown.notes,
        "hidden": sum(shown.hidden.values()),
    }


def _sample(item: LegendItem) -> Any:
    """A word in the dress of a mark."""
    return _markup(CLASSES.runs([Run(_("text"), item.mark)]))


def _summary(comparison: Comparison, maker: Rows) -> dict[str, Any]:
    found = highlights(comparison)

    def points(items: Sequence[Point]) -> list[tuple[str, Target | None]]:
        return [
            (item.text, next(iter(maker.targets((), item.new) + maker.targets(item.old, ())), None)) for item in items
        ]

    groups = [
        (_("Changed most"), points(found.largest)),
        (_("Newly added") if comparison.mode == "version" else _("Only in B"), points(found.added)),
        (_("Removed") if comparison.mode == "version" else _("Only in A"), points(found.removed)),
        (_("Moved"), points(found.moved)),
    ]
    return {
        "counts": found.counts,
        "share": f"{found.changed_share:.0%}",
        "substance": "" if found.substantive_share is None else f"{found.substantive_share:.0%}",
        "points": [(name, items[:POINTS_SHOWN], items[POINTS_SHOWN:]) for name, items in groups if items],
    }


def _kinds(comparison: Comparison, shown: ComparisonTable) -> list[dict[str, Any]]:
    """The kinds of rows on the page with their counts."""
    counts = Counter(row.pair.relation if row.pair else None for row in shown.rows)
    found = kinds_in(comparison, set(counts))
    numbers = {str(relation) if relation else "replaced": count for relation, count in counts.items()}
    return [{"kind": kind, "count": numbers[kind.id]} for kind in found]


def _flags(rows: Sequence[Row]) -> list[dict[str, Any]]:
    counts = Counter(flag for row in rows for flag in row.flags)
    return [{"id": flag, "name": _(name), "count": counts[flag]} for flag, name in FLAGS.items() if counts[flag]]
