"""Ruled tables: pdfplumber finds the cells from the ruled lines, the page's own characters fill them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policydiff.read.grid import Row
from policydiff.read.pdf.drawing import Rule
from policydiff.read.pdf.glyphs import Glyph
from policydiff.read.pdf.paragraphs import LABEL
from policydiff.read.pdf.parts import Region
from policydiff.read.pdf.rows import Line, baselines, line

MAX_RULES_OF_TABLE = 3_000
"""Ruled lines handed to the search for cells, whose time grows with their square."""
_SNAP = 3.0
"""Points within which lines are one, and ends meet."""
_FEWEST_CELLS = 2
_SLACK = 2.0


def regions(glyphs: Sequence[Glyph], rules: Sequence[Rule], *, page: int) -> list[Region]:
    """The tables of a page, from top to bottom, and single rows that may go on one; boxes around prose are none."""
    found = []
    for cells in _tables(rules):
        box = min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)
        edges = _steps([c[0] for c in cells] + [c[2] for c in cells])
        squares = _squares(cells, edges, [glyph for glyph in glyphs if _inside(glyph, box)])
        region = Region(page, *box, tuple(edges), tuple(squares))
        if region.grid is not None or (len(squares) == 1 and len(edges) > 2):
            found.append(region)
    return sorted(found, key=lambda region: region.top)


def holds(region: Region, glyph: Glyph) -> bool:
    """True where the glyph stands in the table."""
    return _inside(glyph, (region.x0, region.top, region.x1, region.bottom))


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


def _squares(
    cells: Sequence[tuple[float, float, float, float]], columns: Sequence[float], glyphs: Sequence[Glyph]
) -> list[Row]:
    """Texts by row and column; a cell that spans several is repeated in each."""
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
