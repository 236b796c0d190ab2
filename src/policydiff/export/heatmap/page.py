"""Matrices and timelines as pages: the picture in both orders, a read-out, and the values as a table."""

from __future__ import annotations

from typing import Any, NamedTuple

from policydiff.export.heatmap.naming import full_name
from policydiff.export.heatmap.plan import ORDERS, Plan, plan
from policydiff.export.heatmap.style import page_sheet
from policydiff.export.heatmap.svg import measure_name, picture, title
from policydiff.export.heatmap.timeline import chart
from policydiff.export.heatmap.timeline import title as timeline_title
from policydiff.export.html.environment import data, page
from policydiff.export.svg import number, one_line
from policydiff.messages import _
from policydiff.model import Matrix, Timeline

TABLE_ROWS = 60
"""Up to so many rows all values stand in a table; above, the nearest of each row."""

NEAREST = 5

STYLES = ("base.css", "heat.css")

SCRIPT = "heat.js"


class Near(NamedTuple):
    """A row near to another."""

    name: str
    value: str


def matrix_html(matrix: Matrix, *, order: str = "library") -> str:
    """The heat map of ``matrix`` as a page that needs nothing else; it begins in ``order``, the other is a click away.

    Raises UsageError for more rows than can be drawn.
    """
    plans = [plan(matrix, name) for name in (ORDERS if len(matrix.labels) > 2 else ORDERS[:1])]
    first = plans[0]
    names = [full_name(label) for label in matrix.labels]
    small = len(names) <= TABLE_ROWS
    return page(
        "matrix.html.j2",
        script=SCRIPT,
        styles=STYLES,
        extra_style=page_sheet(),
        title=title(first),
        measure=measure_name(matrix.measure),
        order=order if len(plans) > 1 else ORDERS[0],
        maps=[_map(drawn) for drawn in plans],
        rows=[
            {"name": name, "cells": [f"{value:.2f}" for value in row]}
            for name, row in zip(names, matrix.values, strict=True)
        ]
        if small
        else [],
        nearest=[] if small else _nearest(matrix, names),
        data=data(
            {"names": names, "values": [[round(1000 * v) for v in row[:n]] for n, row in enumerate(matrix.values)]}
        ),
    )


def _map(drawn: Plan) -> dict[str, Any]:
    from markupsafe import Markup

    order_names = {"library": _("In the library's order"), "likeness": _("Like beside like")}
    return {
        "order": drawn.order,
        "name": order_names[drawn.order],
        "places": " ".join(map(str, drawn.places)),
        "cell": number(drawn.grain.cell),
        "svg": Markup(picture(drawn, alone=False)),
    }


def _nearest(matrix: Matrix, names: list[str]) -> list[dict[str, Any]]:
    rows = []
    for place, values in enumerate(matrix.values):
        others = sorted((n for n in range(len(names)) if n != place), key=lambda n: (-values[n], n))[:NEAREST]
        near = [Near(names[n], f"{values[n]:.2f}") for n in others]
        rows.append({"number": place + 1, "name": names[place], "near": near})
    return rows


def timeline_html(timeline: Timeline) -> str:
    """The chart of ``timeline`` as a page that needs nothing else, with its values as a table."""
    from markupsafe import Markup

    return page(
        "timeline.html.j2",
        script=SCRIPT,
        styles=STYLES,
        extra_style=page_sheet(),
        title=timeline_title(timeline),
        measure=measure_name(timeline.measure),
        svg=Markup(chart(timeline, alone=False)),
        rows=[
            {
                "name": one_line(step.label.title),
                "date": step.label.date or "",
                "to_previous": "" if step.to_previous is None else f"{step.to_previous:.2f}",
                "to_first": f"{step.to_first:.2f}",
            }
            for step in timeline.steps
        ],
    )
