"""The dendrogram beside a matrix ordered by likeness: the further right a joint, the less alike its branches."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from policydiff.export.heatmap.plan import Plan
from policydiff.export.svg import element, number

WIDTH = 130.0

LEAF = 14.0
"""Of a line before its first joint can come."""

TICKS = 3


def tree(plan: Plan) -> str:
    """The tree from the origin on, and its scale below; empty where there is none."""
    if plan.tree is None or not plan.tree.joints:
        return ""
    return element("g", *_branches(plan), *_scale(plan), class_="tree")


def _reach(plan: Plan) -> tuple[float, float]:
    """The distances at the ends of the scale: tenths between which all joints lie."""
    assert plan.tree is not None
    distances = [joint.distance for joint in plan.tree.joints]
    first = floor(round(10 * min(distances), 6)) / 10
    return first, max(first + 0.1, ceil(round(10 * max(distances), 6)) / 10)


def _branches(plan: Plan) -> Iterator[str]:
    assert plan.tree is not None
    size, (first, last) = plan.grain.cell, _reach(plan)
    at = {place: (0.0, (row + 0.5) * size) for row, place in enumerate(plan.places)}
    lines = []
    for joint_id, joint in enumerate(plan.tree.joints, plan.count):
        (x1, y1), (x2, y2) = sorted((at[joint.first], at[joint.second]), key=lambda point: point[1])
        x = LEAF + (joint.distance - first) / (last - first) * (WIDTH - LEAF)
        lines.append(f"M{number(x1)} {number(y1)}H{number(x)}V{number(y2)}H{number(x2)}")
        at[joint_id] = (x, (y1 + y2) / 2)
    yield element("path", class_="u", d="".join(lines))


def _scale(plan: Plan) -> Iterator[str]:
    (first, last), y = _reach(plan), plan.side + 8
    yield element("path", class_="u r", d=f"M{number(LEAF)} {number(y)}H{number(WIDTH)}")
    for tick in range(TICKS):
        share = tick / (TICKS - 1)
        x = LEAF + share * (WIDTH - LEAF)
        yield element("path", class_="u r", d=f"M{number(x)} {number(y)}v4")
        similarity = f"{100 * (1 - first - share * (last - first)):.0f}"
        yield element("text", similarity, class_="q m", x=x, y=y + 16, font_size=10.5)
