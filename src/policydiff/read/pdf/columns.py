"""A page's lines in the order they are read: two columns one after the other, what runs across both in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from policydiff.read.pdf.glyphs import Glyph
from policydiff.read.pdf.rows import Line, line, moved, segments

_NARROWEST_GUTTER = 1.0
"""Width of the space between columns, in sizes of the print."""
_FEWEST_ROWS = 6
"""Rows with text on either side of a gutter that make two columns."""
_FULL_SHARE = 0.75
"""Of its column's width: a line of running text is so long, a table's cell is not."""
_FULL_LINES = 0.55
"""Share of a column's lines that are full, of running text."""
_FLUSH_SHARE, _FULL_SHARE_OF_ITEMS, _FEWEST_FULL = 0.8, 0.3, 3
"""The same for columns of short items: share that begins at the margins, share and number of full lines."""
_MOST_CROSSING = 0.25
_EDGE_SHARE = 0.2
"""No gutter stands nearer to the text's edge than this share of its width."""
_DEEPEST = 3


class _Row(NamedTuple):
    glyphs: Sequence[Glyph]
    parts: list[list[Glyph]]


def in_order(rows: Sequence[Sequence[Glyph]], *, page: int, plain: int, usual: float | None = None) -> list[Line]:
    """The lines of ``rows`` (from top to bottom) in reading order; lines of a column bear its number, from 1.

    What is heavier than ``plain`` is bold; ``usual`` is where other pages have their gutter (see `gutter`).
    """
    prepared = _prepared(rows)
    found: list[Line] = []
    for column, part in _ordered(prepared, 0, _DEEPEST, usual):
        made = line(part, page=page, plain=plain)
        if made is not None:
            found.append(moved(made, page=page, column=column))
    return found


def gutter(rows: Sequence[Sequence[Glyph]]) -> float | None:
    """The middle of the space between a page's two columns; None where it has one."""
    return _gutter(_prepared(rows))


def _prepared(rows: Sequence[Sequence[Glyph]]) -> list[_Row]:
    return [_Row(row, parts) for row in rows if (parts := segments(row))]


def _ordered(
    rows: Sequence[_Row], column: int, depth: int, usual: float | None = None
) -> list[tuple[int, Sequence[Glyph]]]:
    found = _gutter(rows) if depth else None
    if found is None and usual is not None and _leaves_free(rows, usual):
        found = usual
    if found is None:
        return [(column, row.glyphs) for row in rows]
    result: list[tuple[int, Sequence[Glyph]]] = []
    band: list[_Row] = []
    for row in [*rows, None]:
        if row is not None and not _crosses(row, found):
            band.append(row)
            continue
        if band:
            for side in (0, 1):
                halves = [_side(r, found, side) for r in band]
                result += _ordered([half for half in halves if half.parts], 2 * column + 1 + side, depth - 1)
            band = []
        if row is not None:
            result.append((column, row.glyphs))
    return result


def _leaves_free(rows: Sequence[_Row], x: float) -> bool:
    """Hardly a row runs across ``x``: a page with little text of a document in columns."""
    across = sum(_crosses(row, x) for row in rows)
    return bool(rows) and across <= max(1, _MOST_CROSSING * len(rows)) and across < len(rows)


def _gutter(rows: Sequence[_Row]) -> float | None:
    """The middle of the space between two columns of running text; None where there is none."""
    if len(rows) < _FEWEST_ROWS:
        return None
    left = min(row.parts[0][0].x0 for row in rows)
    right = max(row.parts[-1][-1].x1 for row in rows)
    size = median(row.parts[0][0].size for row in rows)
    low, high = left + _EDGE_SHARE * (right - left), right - _EDGE_SHARE * (right - left)
    starts = {round(part[0].x0 - _NARROWEST_GUTTER * size / 2) for row in rows for part in row.parts}
    candidates = sorted(x for x in starts if low <= x <= high)
    best = max(candidates, key=lambda x: (_support(rows, x), -abs(x - (left + right) / 2)), default=None)
    if best is None or _support(rows, best) < _FEWEST_ROWS:
        return None
    return best if _is_running_text(rows, best) else None


def _support(rows: Sequence[_Row], x: float) -> int:
    """Rows with text on the rarer side of ``x``; 0 where too many run across it among them."""
    kept = [(i, row) for i, row in enumerate(rows) if not _crosses(row, x)]
    left = [i for i, row in kept if row.parts[0][0].x0 < x]
    right = [i for i, row in kept if row.parts[-1][-1].x1 > x]
    both = min(len(left), len(right))
    if both < _FEWEST_ROWS:
        return 0
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    across = sum(_crosses(row, x) for row in rows[first : last + 1])
    return both if across <= _MOST_CROSSING * both else 0


def _crosses(row: _Row, x: float) -> bool:
    return any(part[0].x0 < x < part[-1].x1 for part in row.parts)


def _side(row: _Row, x: float, side: int) -> _Row:
    parts = [part for part in row.parts if (part[0].x0 >= x) == bool(side)]
    return _Row([glyph for glyph in row.glyphs if (glyph.x0 >= x) == bool(side)], parts)


def _is_running_text(rows: Sequence[_Row], x: float) -> bool:
    """Both sides are columns of text: lines of one piece that often reach across, or that begin at the same margin."""
    for side in (0, 1):
        halves = [half for row in rows if not _crosses(row, x) and (half := _side(row, x, side)).parts]
        whole = sum(len(half.parts) == 1 for half in halves)
        if len(halves) < _FEWEST_ROWS - 1 or whole < _FULL_LINES * len(halves):
            return False
        full = _full(halves)
        flush = _flush(halves) >= _FLUSH_SHARE * len(halves) and full >= max(
            _FEWEST_FULL, _FULL_SHARE_OF_ITEMS * len(halves)
        )
        if full < _FULL_LINES * len(halves) and not flush:
            return False
    return True


def _full(halves: Sequence[_Row]) -> int:
    """Lines that fill most of their column."""
    first = min(half.parts[0][0].x0 for half in halves)
    last = max(half.parts[-1][-1].x1 for half in halves)
    return sum(half.parts[-1][-1].x1 - half.parts[0][0].x0 >= _FULL_SHARE * (last - first) for half in halves)


def _flush(halves: Sequence[_Row]) -> int:
    """Lines that begin at one of the two commonest places: the margin, and where paragraphs begin."""
    starts = Counter(round(half.parts[0][0].x0 / 2) for half in halves)
    return sum(times for _, times in starts.most_common(2))
