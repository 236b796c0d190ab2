"""A matrix as an SVG heat map."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from policydiff.export.heatmap.cells import cells
from policydiff.export.heatmap.colours import GROUPS, STEPS
from policydiff.export.heatmap.naming import full_name, runs
from policydiff.export.heatmap.plan import HEAD_EM, Plan, plan
from policydiff.export.heatmap.style import sheet
from policydiff.export.heatmap.tree import WIDTH, tree
from policydiff.export.svg import clipped, element, em, escaped, number
from policydiff.messages import _, ngettext
from policydiff.model import Matrix

MARGIN = 24.0

TITLE_HEIGHT = 58.0

HEAD_ANGLE = 52.0
"""Degrees by which column names rise."""

LEGEND_HEIGHT = 58.0

BAR = 220.0

LEAST_WIDTH = 560.0


def matrix_svg(matrix: Matrix, *, order: str = "library") -> str:
    """The heat map of ``matrix`` in ``order`` (``library``, or ``likeness`` with its dendrogram).

    Values are read by pointing; names of free and of usual fonts are given, so that Chinese is legible anywhere.
    Raises UsageError for more rows than can be drawn.
    """
    return picture(plan(matrix, order))


def picture(drawn: Plan, *, alone: bool = True) -> str:
    """``drawn`` as an ``svg`` element; ``alone``, it has title, ground and style sheet, which a page has itself."""
    box = Box(drawn, TITLE_HEIGHT if alone else 0.0)
    content = [
        element("title", escaped(title(drawn))),
        *(_alone(drawn, box) if alone else ()),
        *(_moved(box.left, box.top, part) for part in (cells(drawn), "".join(_heads(drawn)))),
        "".join(_moved(x, box.top, part) for x, part in _left(drawn, box)),
        _moved(box.left + drawn.side + 10, box.top, tree(drawn)),
        _moved(MARGIN, box.bottom + 26, "".join(_legend(drawn, box.width - 2 * MARGIN))),
    ]
    return element(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(box.width)} {number(box.height)}",
        width=box.width,
        height=box.height,
        role="img",
    )


class Box:
    """Where the parts of a picture stand, in pixels."""

    def __init__(self, drawn: Plan, head: float) -> None:
        strip = drawn.grain.strip + 6 if drawn.groups else 0.0
        rise = _head_rise(drawn)
        tree_width = WIDTH + 24 if drawn.tree is not None and drawn.tree.joints else 0.0
        overhang = max(tree_width, rise / sin(radians(HEAD_ANGLE)) * cos(radians(HEAD_ANGLE)) if rise else 0.0)
        self.left = MARGIN + strip + drawn.label_width
        self.top = MARGIN + head + rise
        self.bottom = self.top + drawn.side + (18 if tree_width else 0)
        self.width = max(LEAST_WIDTH, self.left + drawn.side + overhang + MARGIN)
        self.height = self.bottom + 26 + LEGEND_HEIGHT + 22 * len(_lines(drawn, self.width - 2 * MARGIN)) + MARGIN


def title(drawn: Plan) -> str:
    """What the picture shows."""
    count = drawn.count
    if drawn.matrix.by == "section":
        return ngettext("Similarity of {count} section", "Similarity of {count} sections", count).format(count=count)
    return ngettext("Similarity of {count} document", "Similarity of {count} documents", count).format(count=count)


def subtitle(drawn: Plan) -> str:
    """How it was measured, and in which order it stands."""
    order = _("like beside like") if drawn.order == "likeness" else _("in the library's order")
    return _(" · ").join((measure_name(drawn.matrix.measure), order))


def measure_name(measure: str) -> str:
    """What was counted."""
    names = {"tfidf-word": _("by words"), "tfidf-char": _("by pairs of characters")}
    return names.get(measure, measure)


def _alone(drawn: Plan, box: Box) -> Iterator[str]:
    yield element("style", sheet())
    yield element("rect", class_="g", width=box.width, height=box.height)
    yield element("text", escaped(title(drawn)), class_="i b", x=MARGIN, y=MARGIN + 16, font_size=18.0)
    yield element("text", escaped(subtitle(drawn)), class_="q", x=MARGIN, y=MARGIN + 38, font_size=12.5)


def _moved(x: float, y: float, content: str) -> str:
    return f'<g transform="translate({number(x)} {number(y)})">{content}</g>' if content else ""


def _head_rise(drawn: Plan) -> float:
    """Pixels the column names take above the cells."""
    if not drawn.count or not drawn.grain.labels:
        return drawn.grain.strip if drawn.groups else 0.0
    if not drawn.grain.heads:
        return 16.0
    widest = max(em(name) for name in _head_names(drawn))
    return (widest + 0.6) * drawn.grain.labels * sin(radians(HEAD_ANGLE)) + drawn.grain.labels


def _head_names(drawn: Plan) -> list[str]:
    return [f"{row} {clipped(name, HEAD_EM)}" for row, name in enumerate(drawn.names, 1)]


def _heads(drawn: Plan) -> Iterator[str]:
    """Column names, or numbers where names have no room, or groups where numbers have none."""
    size, font = drawn.grain.cell, drawn.grain.labels
    if not font:
        for run in runs(drawn.groups):
            yield from _strip(drawn, run.first, run.end, run.group.sign, run.group.tint, down=False)
    elif drawn.grain.heads:
        for column, name in enumerate(_head_names(drawn)):
            place = f"translate({number((column + 0.62) * size)} -6) rotate(-{number(HEAD_ANGLE)})"
            yield element("text", escaped(name), class_="i", transform=place, font_size=font)
    else:
        for column in range(0, drawn.count, 5):
            shown = str(column + 1)
            yield element("text", shown, class_="q m", x=(column + 0.5) * size, y=-5.0, font_size=font)


def _left(drawn: Plan, box: Box) -> Iterator[tuple[float, str]]:
    for run in runs(drawn.groups):
        strip = "".join(_strip(drawn, run.first, run.end, run.group.sign, run.group.tint, down=True))
        yield box.left - drawn.label_width - drawn.grain.strip - 6, strip
    if drawn.grain.labels:
        yield box.left, "".join(_names(drawn))


def _names(drawn: Plan) -> Iterator[str]:
    size, font = drawn.grain.cell, drawn.grain.labels
    for row, (name, label) in enumerate(zip(drawn.names, drawn.matrix.labels, strict=True)):
        y = (row + 0.5) * size + 0.36 * font
        hover = element("title", escaped(full_name(label)))
        yield element("text", hover, escaped(name), class_="i e", x=-8 - 2.2 * font, y=y, font_size=font)
        yield element("text", str(row + 1), class_="q e", x=-8.0, y=y, font_size=font * 0.92)


def _strip(drawn: Plan, first: int, end: int, sign: str, tint: int, *, down: bool) -> Iterator[str]:
    """A group's stretch along the rows (``down``) or the columns, its sign in the middle where it fits."""
    size, strip = drawn.grain.cell, drawn.grain.strip
    gap = 1.0 if size > 8 else 0.0
    at, length = first * size, (end - first) * size - gap
    marks = f"t{tint % GROUPS}"
    font = min(12.0, strip * 0.62)
    if down:
        yield element("rect", class_=marks, y=at, width=strip - 4, height=length, rx=2.0)
        x, y = (strip - 4) / 2, at + length / 2 + 0.36 * font
    else:
        yield element("rect", class_=marks, x=at, y=-strip, width=length, height=strip - 4, rx=2.0)
        x, y = at + length / 2, -strip / 2 - 2 + 0.36 * font
    if length >= em(sign) * font:
        yield element("text", escaped(sign), class_="i m", x=x, y=y, font_size=font)


def _legend(drawn: Plan, width: float) -> Iterator[str]:
    """The scale with its values, and what the groups' signs mean."""
    step = BAR / STEPS
    for shade in range(STEPS):
        yield element("rect", class_=f"c{shade}", x=shade * step, width=step + 0.4, height=14.0)
    yield element("rect", class_="u r", width=BAR, height=14.0)
    ticks = round(drawn.top * 10)
    for tick in range(ticks + 1):
        x = BAR * tick / ticks
        yield element("path", class_="u r", d=f"M{number(x)} 14v4")
        yield element("text", f"{10 * tick}", class_="q m", x=x, y=30.0, font_size=10.5)
    note = _("Similarity in hundredths; 100 would be the same words in the same proportions.")
    yield element("text", escaped(note), class_="q", y=50.0, font_size=12.0)
    for line, items in enumerate(_lines(drawn, width)):
        x = 0.0
        for sign, name, tint in items:
            y = 78.0 + 22 * line
            yield element("rect", class_=f"t{tint % GROUPS}", x=x, y=y - 13, width=18.0, height=17.0, rx=2.0)
            yield element("text", escaped(sign), class_="i m", x=x + 9, y=y, font_size=11.5)
            yield element("text", escaped(name), class_="i", x=x + 24, y=y, font_size=12.0)
            x += _item_width(name)


def _item_width(name: str) -> float:
    return 24 + 12.0 * em(name) + 18


def _lines(drawn: Plan, width: float) -> list[list[tuple[str, str, int]]]:
    """The groups' signs, names and tints in lines of ``width`` pixels."""
    found = {group.tint: group for group in drawn.groups}
    lines: list[list[tuple[str, str, int]]] = []
    used = width
    for _tint, group in sorted(found.items()):
        name = clipped(group.name, 28.0)
        if used + _item_width(name) > width:
            lines.append([])
            used = 0.0
        lines[-1].append((group.sign, name, group.tint))
        used += _item_width(name)
    return lines
