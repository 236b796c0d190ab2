"""Cells of a table in lines: columns share the width, long cells take several lines, rules stand between them."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff_tui.typeset.cells import cell_width, set_lines, shares
from policydiff_tui.typeset.halves import Half, Span
from policydiff_tui.typeset.line import Piece

RULE, CROSS = " │ ", "─┼─"
LEAST_CELLS = 4
"""A column of less than two Chinese characters cannot be read; such a table is set as running text."""

DIVIDER = "divider"
"""The mark of rules: drawn quietly, no change."""


def widths(rows: Sequence[Sequence[Half]], width: int) -> list[int]:
    """The cells of each column where all are to fit into ``width``; none where they are too many for it."""
    count = max(map(len, rows), default=0)
    room = width - len(RULE) * (count - 1)
    if not count or room < LEAST_CELLS * count:
        return []
    wanted = [max((_widest(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]
    return [max(LEAST_CELLS, cells) for cells in shares([max(LEAST_CELLS, cells) for cells in wanted], room)]


def _widest(half: Half) -> int:
    return max(map(cell_width, half.text.split("\n")))


def row_lines(cells: Sequence[Half], columns: Sequence[int], width: int) -> list[Piece]:
    """A row in as many lines as its longest cell takes; without ``columns`` its cells one after the other."""
    if not columns:
        whole = _joined([Piece(cell, 0, len(cell.text)) for cell in cells], [])
        return [Piece(whole, start, end) for start, end in set_lines(whole.text, width)]
    set_ = [
        [Piece(cell, *cut) for cut in set_lines(cell.text, cells)] for cell, cells in zip(cells, columns, strict=False)
    ]
    lines = [[lines[n] if n < len(lines) else None for lines in set_] for n in range(max(map(len, set_), default=0))]
    return [Piece(half, 0, len(half.text)) for half in (_joined(line, columns) for line in lines)]


def rule_line(columns: Sequence[int]) -> list[Piece]:
    """What stands below a header."""
    text = CROSS.join("─" * cells for cells in columns)
    return [Piece(Half(text, (Span(0, len(text), DIVIDER),)), 0, len(text))] if text else []


def _joined(parts: Sequence[Piece | None], columns: Sequence[int]) -> Half:
    """Pieces side by side, each filled up to its column, marks kept."""
    text, spans = "", []
    for n, piece in enumerate(parts):
        if n:
            spans.append(Span(len(text), len(text) + len(RULE), DIVIDER))
            text += RULE
        shift = len(text)
        if piece is not None:
            for span in piece.half.spans:
                start, end = max(span.start, piece.start), min(span.end, piece.end)
                if start < end:
                    spans.append(Span(start - piece.start + shift, end - piece.start + shift, span.mark, span.move))
            text += piece.text
        if n < len(columns) - 1:
            text += " " * (columns[n] - cell_width(text[shift:]))
    return Half(text, tuple(spans))
