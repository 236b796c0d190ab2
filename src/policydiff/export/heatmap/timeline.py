"""A timeline as an SVG chart: how alike each version is to the one before, and to the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from policydiff.export.heatmap.naming import full_name, short_title
from policydiff.export.heatmap.style import sheet
from policydiff.export.heatmap.svg import LEAST_WIDTH, MARGIN, TITLE_HEIGHT, measure_name
from policydiff.export.svg import clipped, element, em, escaped, number
from policydiff.messages import _, ngettext
from policydiff.model import MatrixLabel, Timeline

HEIGHT = 260.0

AXIS = 40.0

STEP = 150.0
"""Pixels a version takes on average."""

LEAST_STEP = 96.0
"""Between two versions, however close in time."""

NAME_EM, NAME_LINES, NAME_FONT = 11.0, 2, 12.0


def timeline_svg(timeline: Timeline) -> str:
    """The chart; versions stand as far apart as their dates, or evenly where a date is missing."""
    return chart(timeline)


def chart(timeline: Timeline, *, alone: bool = True) -> str:
    """The chart as an ``svg`` element; ``alone``, it has title, ground and style sheet, which a page has itself."""
    xs = places([step.label for step in timeline.steps])
    width = max(LEAST_WIDTH, AXIS + xs[-1] + NAME_EM * NAME_FONT + 2 * MARGIN)
    head = TITLE_HEIGHT if alone else 30.0
    height = MARGIN + head + HEIGHT + 84 + MARGIN
    content = [
        element("title", escaped(title(timeline))),
        *(_alone(timeline, width, height) if alone else ()),
        *_legend(MARGIN + 180 if alone else MARGIN, MARGIN + 34 if alone else MARGIN),
        f'<g transform="translate({number(MARGIN + AXIS + 40)} {number(MARGIN + head + 12)})">',
        *_grid(xs),
        *_lines(timeline, xs),
        *_versions(timeline, xs),
        "</g>",
    ]
    return element(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
    )


def title(timeline: Timeline) -> str:
    """What the chart shows."""
    count = len(timeline.steps)
    return ngettext("Similarity of {count} version", "Similarity of {count} versions", count).format(count=count)


def places(labels: Sequence[MatrixLabel]) -> list[float]:
    """Where the versions stand, in pixels from the first, as far apart as their dates and never too close."""
    days = [_day(label.date) for label in labels]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or known != sorted(known) or known[0] == known[-1]:
        return [STEP * n for n in range(len(labels))]
    scale = STEP * (len(known) - 1) / (known[-1] - known[0])
    found = [0.0]
    for before, day in pairwise(known):
        found.append(found[-1] + max(LEAST_STEP, (day - before) * scale))
    return found


def _day(text: str | None) -> int | None:
    """The day of an ISO date; of a month or a year, its middle."""
    if not text:
        return None
    year, month, day = (*text.split("-"), "", "")[:3]
    try:
        return date(int(year), int(month or 7), int(day or (15 if month else 1))).toordinal()
    except ValueError:
        return None


def _alone(timeline: Timeline, width: float, height: float) -> Iterator[str]:
    yield element("style", sheet())
    yield element("rect", class_="g", width=width, height=height)
    yield element("text", escaped(title(timeline)), class_="i b", x=MARGIN, y=MARGIN + 16, font_size=18.0)
    yield element("text", escaped(measure_name(timeline.measure)), class_="q", x=MARGIN, y=MARGIN + 38, font_size=12.5)


def _legend(x: float, y: float) -> Iterator[str]:
    for line, dot, name in (("p jl", "j", _("to the version before")), ("p kl z", "k", _("to the first version"))):
        yield element("path", class_=line, d=f"M{number(x)} {number(y)}h34")
        yield _dot(x + 17, y, dot)
        yield element("text", escaped(name), class_="i", x=x + 42, y=y + 4.3, font_size=12.5)
        x += 42 + 12.5 * em(name) + 24


def _dot(x: float, y: float, kind: str) -> str:
    """A round dot for the version before, a square one for the first."""
    if kind == "j":
        return element("circle", class_=kind, cx=x, cy=y, r=4.5)
    return element("rect", class_=kind, x=x - 4, y=y - 4, width=8.0, height=8.0)


def _grid(xs: Sequence[float]) -> Iterator[str]:
    for tick in range(6):
        y = HEIGHT * (1 - tick / 5)
        yield element("path", class_="u r", d=f"M-40 {number(y)}H{number(xs[-1] + 40)}")
        yield element("text", f"{20 * tick}", class_="q e", x=-48.0, y=y + 4, font_size=11.0)


def _lines(timeline: Timeline, xs: Sequence[float]) -> Iterator[str]:
    before = [(x, step.to_previous) for x, step in zip(xs, timeline.steps, strict=True)]
    first = [(x, step.to_first) for x, step in zip(xs, timeline.steps, strict=True)]
    names = [step.label for step in timeline.steps]
    for points, line, dot, lift, other in ((first, "p kl z", "k", 20.0, None), (before, "p jl", "j", -11.0, names)):
        known = [(n, x, y) for n, (x, y) in enumerate(points) if y is not None and n > 0]
        path = "L".join(f"{number(x)} {number(HEIGHT * (1 - y))}" for _n, x, y in known)
        yield element("path", class_=line, d=f"M{path}")
        for n, x, value in known:
            y = HEIGHT * (1 - value)
            told = _("{one} × {other}: {value:.2f}").format(
                one=full_name(names[n]), other=full_name(other[n - 1] if other else names[0]), value=value
            )
            yield f"<g>{element('title', escaped(told))}{_dot(x, y, dot)}</g>"
            if dot == "j" or round(value, 2) != round(before[n][1] or 0.0, 2):
                shown = f"{100 * value:.0f}"
                yield element("text", shown, class_=f"{dot} m b", x=x, y=y + lift, font_size=12.0)


def _versions(timeline: Timeline, xs: Sequence[float]) -> Iterator[str]:
    """Dates and names under the axis."""
    for x, step in zip(xs, timeline.steps, strict=True):
        yield element("path", class_="u", d=f"M{number(x)} {number(HEIGHT)}v6")
        yield element("text", escaped(step.label.date or "—"), class_="i m b", x=x, y=HEIGHT + 22, font_size=12.0)
        hover = element("title", escaped(full_name(step.label)))
        for line, name in enumerate(_name_lines(step.label)):
            y = HEIGHT + 40 + 16 * line
            yield element("text", hover, escaped(name), class_="q m", x=x, y=y, font_size=NAME_FONT)


def _name_lines(label: MatrixLabel) -> list[str]:
    """A name in at most `NAME_LINES` lines that fit between two versions."""
    width = LEAST_STEP / NAME_FONT - 0.5
    lines = [""]
    for char in clipped(short_title(label.title), width * NAME_LINES - 1):
        if em(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += char
    return lines
