"""Compared tables as lines of text: a row a line, TAB between cells, for views that set text and no grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from policydiff.model import Edit, EditKind, Relation, TablePair

Cells = Sequence[Sequence[Edit]]


def flat(tables: Iterable[TablePair]) -> tuple[Edit, ...]:
    """The edits of all cells, rows and tables in the order of `policydiff.model.TablePair`."""
    lines = [line for table in tables for line in _lines(table)]
    found: list[Edit] = []
    for (kind, cells), following in zip_longest(lines, lines[1:]):
        found += _line(cells)
        if following is not None:
            found.append(Edit(kind=_shared(kind, following[0]), text="\n"))
    return tuple(found)


def _lines(table: TablePair) -> Iterator[tuple[EditKind, Cells]]:
    alone = EditKind.INSERT if table.old is None else EditKind.DELETE if table.new is None else EditKind.EQUAL
    if any(table.header):
        yield alone, table.header
    kinds = {Relation.ONLY_OLD: EditKind.DELETE, Relation.ONLY_NEW: EditKind.INSERT}
    for row in table.rows:
        yield kinds.get(row.relation, alone), row.cells


def _line(cells: Cells) -> Iterator[Edit]:
    kinds = [_kind(cell) for cell in cells]
    for number, cell in enumerate(cells):
        if number:
            yield Edit(kind=_shared(kinds[number - 1], kinds[number]), text="\t")
        yield from cell


def _kind(cell: Sequence[Edit]) -> EditKind:
    """The side that a cell stands on; EQUAL for both."""
    kinds = {edit.kind for edit in cell}
    return kinds.pop() if len(kinds) == 1 else EditKind.EQUAL


def _shared(before: EditKind, after: EditKind) -> EditKind:
    """The side of what stands between two things: one's own where both are on one side only."""
    return before if before is after else EditKind.EQUAL
