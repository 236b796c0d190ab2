"""The square of cells: each by itself where there is room, strokes of one shade where there are very many."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.export.heatmap.colours import step_of
from policydiff.export.heatmap.naming import full_name, runs
from policydiff.export.heatmap.plan import HOVER_ROWS, Plan
from policydiff.export.svg import element, escaped, number
from policydiff.messages import _

GAP = 1.0
"""Between cells that are drawn one by one, in pixels."""


def cells(plan: Plan) -> str:
    """The cells with their numbers, from the origin on."""
    square = _single(plan) if plan.count <= HOVER_ROWS else _dense(plan)
    return element("g", *square, *_borders(plan), class_="cells")


def _single(plan: Plan) -> Iterator[str]:
    size, grain = plan.grain.cell, plan.grain
    names = [escaped(full_name(label)) for label in plan.matrix.labels]
    side, said = number(size - GAP), _("{one} × {other}: {value:.2f}")
    for row, values in enumerate(plan.matrix.values):
        y = number(row * size)
        for column, value in enumerate(values):
            if column == row:
                yield f'<rect class="x" x="{number(column * size)}" y="{y}" width="{side}" height="{side}"/>'
                continue
            told = said.format(one=names[row], other=names[column], value=value)
            yield (
                f'<rect class="c{step_of(value, plan.top)}" x="{number(column * size)}" y="{y}" width="{side}" '
                f'height="{side}"><title>{told}</title></rect>'
            )
        if grain.numbers:
            yield from _numbers(plan, row)


def _numbers(plan: Plan, row: int) -> Iterator[str]:
    size, font = plan.grain.cell, plan.grain.numbers
    for column, value in enumerate(plan.matrix.values[row]):
        if column != row:
            x, y = number((column + 0.5) * size - GAP / 2), number((row + 0.5) * size - GAP / 2 + 0.36 * font)
            shade = step_of(value, plan.top)
            yield f'<text class="n m v{shade}" x="{x}" y="{y}" font-size="{number(font)}">{hundredths(value)}</text>'


def hundredths(value: float) -> str:
    """A similarity as it stands in a cell; two texts that are not the same are never 100."""
    return str(min(99, round(100 * value))) if value < 1 else "100"


def _dense(plan: Plan) -> Iterator[str]:
    """A path a shade, its strokes one row high; and a row's nearest when it is pointed at."""
    strokes: list[list[str]] = [[] for _step in range(step_of(1.0, plan.top) + 1)]
    diagonal: list[str] = []
    for row, values in enumerate(plan.matrix.values):
        start, shade = 0, -1
        for column in range(plan.count + 1):
            here = -2 if column == plan.count else -3 if column == row else step_of(values[column], plan.top)
            if here != shade and column > start:
                (diagonal if shade == -3 else strokes[shade]).append(f"M{start} {row}h{column - start}")
                start = column
            shade = here
    scale = f"scale({number(plan.grain.cell)}) translate(0 .5)"
    yield f'<g class="d" transform="{scale}" fill="none" stroke-width="1">'
    yield element("path", class_="r", d="".join(diagonal))
    for shade, found in enumerate(strokes):
        if found:
            yield element("path", class_=f"s{shade}", d="".join(found))
    yield "</g>"
    yield from _row_hovers(plan)


def _row_hovers(plan: Plan) -> Iterator[str]:
    names = [full_name(label) for label in plan.matrix.labels]
    size, side = number(plan.grain.cell), number(plan.side)
    for row, values in enumerate(plan.matrix.values):
        nearest = max((n for n in range(plan.count) if n != row), key=lambda n: values[n])
        told = _("{name}: nearest is {other} ({value:.2f})").format(
            name=names[row], other=names[nearest], value=values[nearest]
        )
        yield (
            f'<rect class="h" x="0" y="{number(row * plan.grain.cell)}" width="{side}" height="{size}">'
            f"<title>{escaped(told)}</title></rect>"
        )


def _borders(plan: Plan) -> Iterator[str]:
    """Lines between groups, where groups stand together."""
    if plan.order != "library":
        return
    width = 3 if plan.grain.cell > 12 else 1
    for run in runs(plan.groups)[1:]:
        at, end = number(run.first * plan.grain.cell - GAP / 2 * (plan.count <= HOVER_ROWS)), number(plan.side)
        yield element("path", class_="w n", d=f"M0 {at}H{end}M{at} 0V{end}", stroke_width=float(width))
