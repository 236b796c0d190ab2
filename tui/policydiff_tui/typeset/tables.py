"""The lines of a row's tables, their rows level; rows that are the same on both sides fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from policydiff.model import Edit, EditKind, Pair, Relation, TablePair
from policydiff.synopsis.marks import Mark, mark_of
from policydiff_tui.typeset.dimming import Dressed
from policydiff_tui.typeset.grids import row_lines, rule_line, widths
from policydiff_tui.typeset.halves import Half, half_of
from policydiff_tui.typeset.line import BOTH_SIGN, NEW_SIGN, OLD_SIGN, Arrangement, Kind, Line, Piece, Setting, marked

Cells = tuple[tuple[Edit, ...], ...]
OLD, NEW, BOTH = 0, 1, 2


def table_lines(pair: Pair, setting: Setting) -> Iterator[Line]:
    """Every table of ``pair``."""
    plain = not (pair.old and pair.new)
    for table in pair.tables:
        yield Line(Kind.TABLE)
        yield from _table(table, setting, plain=plain)


def _table(table: TablePair, setting: Setting, *, plain: bool) -> Iterator[Line]:
    merged = setting.arrangement is Arrangement.MERGED and not plain
    grids = [_Grid(table, side, setting, plain=plain) for side in ((BOTH,) if merged else (OLD, NEW))]
    fold = setting.fold and not plain
    if table.header and (not fold or table.differs):
        yield from _lines([grid.row(table.header) for grid in grids], setting, plain=plain)
        yield from _lines([rule_line(grid.widths) for grid in grids], setting, plain=plain)
    for same, group in groupby(table.rows, key=lambda row: row.relation is Relation.UNCHANGED):
        found = list(group)
        if same and fold:
            yield Line(Kind.ROWS, left_out=len(found))
            continue
        for row in found:
            pieces = [grid.row(row.cells) if grid.holds(row.relation) else [] for grid in grids]
            yield from _lines(pieces, setting, plain=plain)


class _Grid:
    """One side's table, or both in one: its columns and their widths."""

    def __init__(self, table: TablePair, side: int, setting: Setting, *, plain: bool) -> None:
        self._side, self._setting, self._plain = side, setting, plain
        first = table.header or (table.rows[0].cells if table.rows else ())
        places = table.columns or [(n, n) for n in range(len(first))]
        self._columns = [n for n, place in enumerate(places) if side == BOTH or place[side] is not None]
        rows = [table.header, *(row.cells for row in table.rows if self.holds(row.relation))]
        self.widths = widths([self._halves(cells) for cells in rows if cells], setting.column)

    def holds(self, relation: Relation) -> bool:
        """True where rows of the relation stand in the table of this side."""
        return relation is not {OLD: Relation.ONLY_NEW, NEW: Relation.ONLY_OLD}.get(self._side)

    def row(self, cells: Cells) -> list[Piece]:
        """A row of the table in lines."""
        return row_lines(self._halves(cells), self.widths, self._setting.column)

    def _halves(self, cells: Cells) -> list[Half]:
        return [self._half(cells[n]) for n in self._columns if n < len(cells)]

    def _half(self, edits: Sequence[Edit]) -> Half:
        unwanted = {OLD: EditKind.INSERT, NEW: EditKind.DELETE}.get(self._side)
        own = [edit for edit in edits if edit.kind is not unwanted]
        texts = [edit.old if self._side == OLD else edit.new or edit.old for edit in own]
        marks = [Mark.PLAIN if self._plain else mark_of(edit) for edit in own]
        return half_of(map(Dressed, texts, marks, (edit.move for edit in own)), self._setting.signs)


def _lines(columns: list[list[Piece]], setting: Setting, *, plain: bool) -> Iterator[Line]:
    """Pieces side by side, or one column's below the other's; what is the same stands once."""
    if len(columns) == 1:
        yield from (Line(Kind.TEXT, piece, None, (BOTH_SIGN if marked(piece) else "", "")) for piece in columns[0])
        return
    left, right = columns
    if setting.arrangement is Arrangement.BESIDE:
        for old, new in zip_longest(left, right):
            yield Line(Kind.TEXT, old, new, (_sign(old, OLD_SIGN, plain=plain), _sign(new, NEW_SIGN, plain=plain)))
        return
    changed = any(map(marked, (*left, *right)))
    for column, sign in ((left, OLD_SIGN), (right if changed or not left else [], NEW_SIGN)):
        yield from (Line(Kind.TEXT, piece, None, (sign if plain or changed else "", "")) for piece in column)


def _sign(piece: Piece | None, sign: str, *, plain: bool) -> str:
    return sign if piece is not None and (plain or marked(piece)) else ""
