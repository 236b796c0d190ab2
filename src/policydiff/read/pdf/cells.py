"""Ruled tables: pdfplumber finds the cells from the ruled lines, the page's own characters fill them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.read.grid import Grid, Row, continued, grid
from policydiff.read.pdf.drawing import Rule
from policydiff.read.pdf.glyphs import Glyph
from policydiff.read.pdf.paragraphs import LABEL
from policydiff.read.pdf.rows import Line, baselines, line

MAX_RULES_OF_TABLE = 3_000
"""Ruled lines handed to the search for cells, whose time grows with their square."""
_SNAP = 3.0
"""Points within which lines are one, and ends meet."""
_FEWEST_CELLS = 4
_SAME_EDGES = 6.0
"""Points by which the edges of a table that goes on may differ between pages."""
_SLACK = 2.0


@dataclass(frozen=True, slots=True)
class Region:
    """A table's place on its page, its grid, its left and right end."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    grid: Grid
    squares: tuple[Row, ...]


def regions(glyphs: Sequence[Glyph], rules: Sequence[Rule], *, page: int) -> list[Region]:
    """The tables of a page, from top to bottom; boxes around prose are none."""
    found = []
    for cells in _tables(rules):
        box = min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)
        squares = _squares(cells, [glyph for glyph in glyphs if _inside(glyph, box)])
        made = grid(squares)
        if made is not None:
            found.append(Region(page, *box, made, tuple(squares)))
    return sorted(found, key=lambda region: region.top)


def holds(region: Region, glyph: Glyph) -> bool:
    """True where the glyph stands in the table."""
    return _inside(glyph, (region.x0, region.top, region.x1, region.bottom))


def joined(first: Region, rows: Grid, second: Region) -> Grid | None:
    """``rows``, begun in ``first``, with those of ``second`` where it goes on in the next page or column; else None."""
    next_page = second.page == first.page + 1 and abs(first.x0 - second.x0) <= _SAME_EDGES
    next_column = second.page == first.page and second.x0 > first.x1
    same = abs((first.x1 - first.x0) - (second.x1 - second.x0)) <= _SAME_EDGES
    if not same or not (next_page or next_column) or second.grid.above:
        return None
    columns = len((rows.header or rows.rows[0]) if rows.rows else rows.header)
    more = continued(second.grid.header, second.grid.rows, rows.header, columns=columns)
    if more is None:
        return None
    return Grid(rows.above, rows.header, _with_split_row(rows.rows, more), second.grid.below)


def _with_split_row(rows: tuple[Row, ...], more: tuple[Row, ...]) -> tuple[Row, ...]:
    """A row that the page break cut in two is one; a cell that reaches over the break is repeated."""
    if not rows or not more or more[0][0]:
        return rows + more
    last, head = rows[-1], more[0]
    numbered = last[0].strip("（）().、 ").isdigit()
    unfinished = not last[-1].endswith(("。", "；", "！"))
    if numbered or (unfinished and sum(map(bool, head)) < len(head) - 1):
        whole = tuple(f"{a}{b}" for a, b in zip(last, head, strict=True))
        return (*rows[:-1], whole, *more[1:])
    filled: list[Row] = []
    above = last
    for row in more:
        if row[0]:
            filled += more[len(filled) :]
            break
        above = tuple(
            cell or up if index == 0 else cell for index, (cell, up) in enumerate(zip(row, above, strict=True))
        )
        filled.append(above)
    return rows + tuple(filled)


def _tables(rules: Sequence[Rule]) -> list[list[tuple[float, float, float, float]]]:
    level = sum(rule.level for rule in rules)
    if level < 2 or len(rules) - level < 2 or len(rules) > MAX_RULES_OF_TABLE:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([_edge(rule) for rule in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP))
    return [table for table in cells_to_tables(cells) if len(table) >= _FEWEST_CELLS]


def _edge(rule: Rule) -> dict[str, object]:
    """A ruled line as pdfplumber describes edges: without thickness."""
    x0, top, x1, bottom = rule
    if rule.level:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if rule.level else "v",
    }


def _inside(glyph: Glyph, box: tuple[float, float, float, float]) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] - _SLACK <= x <= box[2] + _SLACK and box[1] - _SLACK <= y <= box[3] + _SLACK


def _squares(cells: Sequence[tuple[float, float, float, float]], glyphs: Sequence[Glyph]) -> list[Row]:
    """Texts by row and column; a cell that spans several is repeated in each."""
    columns = _steps([c[0] for c in cells] + [c[2] for c in cells])
    rows = _steps([c[1] for c in cells] + [c[3] for c in cells])
    texts = [(cell, _text([g for g in glyphs if _within(g, cell)])) for cell in cells]
    squares = []
    for top, bottom in pairwise(rows):
        squares.append(tuple(_at(texts, (a + b) / 2, (top + bottom) / 2) for a, b in pairwise(columns)))
    return squares


def _steps(values: Sequence[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _SNAP:
            steps.append(value)
    return steps


def _within(glyph: Glyph, cell: tuple[float, float, float, float]) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return cell[0] <= x < cell[2] and cell[1] <= y < cell[3]


def _at(texts: Sequence[tuple[tuple[float, float, float, float], str]], x: float, y: float) -> str:
    return next((text for cell, text in texts if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]), "")


def _text(glyphs: Sequence[Glyph]) -> str:
    """A cell's lines run together: a blank before a label, between Latin words, and nowhere else."""
    lines = [made for row in baselines(glyphs) if (made := line(row)) is not None]
    return run_together(lines)


def run_together(lines: Sequence[Line]) -> str:
    """Lines as one text, without the line breaks of the page."""
    text = ""
    for made in lines:
        latin = text[-1:].isascii() and text[-1:].isalnum() and made.text[:1].isascii() and made.text[:1].isalnum()
        text += (" " if text and (latin or LABEL.match(made.text)) else "") + made.text
    return text
