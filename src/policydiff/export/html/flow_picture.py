"""Where text went, as bands between the sections of both documents (Sankey 1898), and the same as a table.

A section is as tall as its text is long; a band is as thick, at either end, as the text it stands for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.export.svg import clipped, element, escaped, number, one_line
from policydiff.messages import _
from policydiff.model import Comparison, Document, Section
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.sections import section_title

MOST_NODES = 30
"""Of a side; with more, sections are drawn with those above them."""

WIDTH, BAR, LABELS = 1000.0, 10.0, 300.0

LEAST_SLOT, GAP, TALL = 19.0, 5.0, 760.0

NAME_EM, FONT = 21.0, 13.0


class FlowLine(NamedTuple):
    """A line of the table: both sections as cited, their anchors, and the shares in per cent."""

    old: str
    new: str
    old_anchor: str
    new_anchor: str
    old_share: str
    new_share: str


def flow_lines(comparison: Comparison, sides: Sides) -> list[FlowLine]:
    """The flows as a table, in the old document's order."""
    return [
        FlowLine(
            sides.old.cite(flow.old),
            sides.new.cite(flow.new),
            f"old-{flow.old}",
            f"new-{flow.new}",
            f"{flow.old_share:.0%}",
            f"{flow.new_share:.0%}",
        )
        for flow in comparison.flows
    ]


@dataclass(slots=True)
class Node:
    """A section, or one with all below it: ``size`` characters, drawn from ``top``; ``used`` pixels have bands."""

    name: str
    size: int
    top: float = 0.0
    height: float = 0.0
    used: float = 0.0


def flow_picture(comparison: Comparison) -> str:
    """The picture as an ``svg`` element; empty where no text reappears."""
    if not comparison.flows:
        return ""
    old, new = _grouping(comparison.old), _grouping(comparison.new)
    bands: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    sizes = _sizes(comparison.old), _sizes(comparison.new)
    for flow in comparison.flows:
        ends = old.group.get(flow.old, ""), new.group.get(flow.new, "")
        if ends[0] in old.nodes and ends[1] in new.nodes:
            band = bands[ends]
            band[0] += flow.old_share * sizes[0].get(flow.old, 0)
            band[1] += flow.new_share * sizes[1].get(flow.new, 0)
    scale = TALL / max(1, *(sum(node.size for node in side.nodes.values()) for side in (old, new)))
    height = max(_placed(side.nodes, scale) for side in (old, new))
    content = [
        element("title", escaped(_("Where the text went"))),
        *_bands(bands, old.nodes, new.nodes, scale),
        *_nodes(old.nodes, LABELS, left=True),
        *_nodes(new.nodes, WIDTH - LABELS - BAR, left=False),
    ]
    return element(
        "svg",
        *content,
        class_="flow",
        viewBox=f"0 0 {number(WIDTH)} {number(height + 8)}",
        role="img",
        xmlns="http://www.w3.org/2000/svg",
    )


class Grouping(NamedTuple):
    """The nodes of a side by the id of their topmost section, and to which of them each section belongs."""

    nodes: Mapping[str, Node]
    group: Mapping[str, str]


def _grouping(document: Document) -> Grouping:
    """As fine as `MOST_NODES` allows; where even the topmost are more, so many neighbours make a node."""
    sections = list(document.walk())
    for depth in range(max((section.id.count(".") for section in sections), default=0), -1, -1):
        group = {section.id: _ancestor(section.id, depth) for section in sections}
        found = _nodes_of(sections, group)
        if len(found) <= MOST_NODES:
            return Grouping(found, group)
    return _in_runs(document)


def _ancestor(section_id: str, depth: int) -> str:
    return ".".join(section_id.split(".")[: depth + 1])


def _nodes_of(sections: Sequence[Section], group: Mapping[str, str]) -> dict[str, Node]:
    named = {section.id: section for section in sections}
    sizes: dict[str, int] = defaultdict(int)
    for section in sections:
        sizes[group[section.id]] += _size(section)
    return {name: Node(_name(named[name]), size) for name, size in sizes.items() if size}


def _in_runs(document: Document) -> Grouping:
    """Neighbouring topmost sections as one node: 第一条–第十条."""
    tops = document.sections
    count = -(-len(tops) // MOST_NODES)
    nodes: dict[str, Node] = {}
    group: dict[str, str] = {}
    for start in range(0, len(tops), count):
        run = tops[start : start + count]
        inside = [section for top in run for section in top.walk()]
        ends = dict.fromkeys(one_line(top.label or section_title(top)).strip() for top in (run[0], run[-1]))
        nodes[run[0].id] = Node(clipped("–".join(ends), NAME_EM), sum(map(_size, inside)))
        group |= {section.id: run[0].id for section in inside}
    return Grouping(nodes, group)


def _name(section: Section) -> str:
    return clipped(one_line(section_title(section)), NAME_EM)


def _sizes(document: Document) -> dict[str, int]:
    return {section.id: _size(section) for section in document.walk()}


def _size(section: Section) -> int:
    return len(section.heading) + len(section.text)


def _placed(nodes: Mapping[str, Node], scale: float) -> float:
    """Give every node its place, one under the other; the height of all."""
    y = 4.0
    for node in nodes.values():
        node.height = max(2.0, node.size * scale)
        slot = max(LEAST_SLOT, node.height)
        node.top = y + (slot - node.height) / 2
        y += slot + GAP
    return y


def _bands(
    bands: Mapping[tuple[str, str], Sequence[float]], old: Mapping[str, Node], new: Mapping[str, Node], scale: float
) -> Iterator[str]:
    places = {name: n for n, name in enumerate(old)}, {name: n for n, name in enumerate(new)}
    ordered = sorted(bands, key=lambda ends: (places[1].get(ends[1], 0), places[0].get(ends[0], 0)))
    starts: dict[tuple[str, str], tuple[float, float]] = {}
    for ends in ordered:
        starts[ends] = _taken(old[ends[0]], bands[ends][0], scale)
    x0, x1, middle = LABELS + BAR, WIDTH - LABELS - BAR, WIDTH / 2
    for ends in sorted(bands, key=lambda ends: (places[0].get(ends[0], 0), places[1].get(ends[1], 0))):
        (a, b), (c, d) = starts[ends], _taken(new[ends[1]], bands[ends][1], scale)
        path = f"M{_point(x0, a)}{_bow(middle, a, x1, c)}V{number(d)}{_bow(middle, d, x0, b)}Z"
        told = _("{old} → {new}: {old_share:.0%} of the old text, {new_share:.0%} of the new").format(
            old=old[ends[0]].name,
            new=new[ends[1]].name,
            old_share=min(1.0, bands[ends][0] / max(1, old[ends[0]].size)),
            new_share=min(1.0, bands[ends][1] / max(1, new[ends[1]].size)),
        )
        yield f'<path class="band" d="{path}"><title>{escaped(told)}</title></path>'


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _bow(middle: float, start: float, x: float, y: float) -> str:
    """A curve that leaves at height ``start`` and arrives at ``x``, ``y``, level at both ends."""
    return f"C{_point(middle, start)} {_point(middle, y)} {_point(x, y)}"


def _taken(node: Node, characters: float, scale: float) -> tuple[float, float]:
    """The next piece of a node's edge, at least a hair."""
    thickness = max(1.2, min(characters * scale, node.height - node.used))
    start = node.top + min(node.used, max(0.0, node.height - thickness))
    node.used += thickness
    return start, start + thickness


def _nodes(nodes: Mapping[str, Node], x: float, *, left: bool) -> Iterator[str]:
    """A frame as tall as the text, filled as far as the text stands on the other side too."""
    for node in nodes.values():
        lone = "" if node.used else "lone"
        told = element("title", escaped(_("{name}: {count} characters").format(name=node.name, count=node.size)))
        yield element("rect", told, class_="frame", x=x, y=node.top, width=BAR, height=node.height)
        if node.used:
            yield element("rect", class_="full", x=x, y=node.top, width=BAR, height=min(node.height, node.used))
        y = node.top + node.height / 2 + 0.36 * FONT
        at, align = (x - 8, "e") if left else (x + BAR + 8, "")
        marks = f"{align} {lone}".strip() or None
        yield element("text", escaped(node.name), class_=marks, x=at, y=y, font_size=FONT)
