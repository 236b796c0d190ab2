"""The tables of one side of a row, each cell with its changes marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.model import Edit, Table, TablePair
from policydiff.synopsis.cells import Run, Runs, side_runs
from policydiff.synopsis.marks import Mark


class SideTable(NamedTuple):
    """The runs of a table's cells."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


def side_tables(pairs: Sequence[TablePair], tables: Sequence[Table], plain: Mark, *, old: bool) -> Iterator[SideTable]:
    """The old or the new side's ``tables``, marked as ``pairs`` have them; ``plain`` is what is unmarked marked as.

    A table that no pair names is unmarked.
    """
    compared = {number: pair for pair in pairs if (number := pair.old if old else pair.new) is not None}
    return (_table(compared.get(number), table, plain, old=old) for number, table in enumerate(tables))


def _table(pair: TablePair | None, table: Table, plain: Mark, *, old: bool) -> SideTable:
    header, *rows = [[_whole(cell, plain) for cell in row] for row in (table.header, *table.rows)]
    if pair is not None:
        side = 0 if old else 1
        places = [columns[side] for columns in pair.columns]
        _put(header, pair.header, places, plain, old=old)
        for row in pair.rows:
            number = row.old if old else row.new
            if number is not None and number < len(rows):
                _put(rows[number], row.cells, places, plain, old=old)
    return SideTable(tuple(header), tuple(map(tuple, rows)))


def _put(
    cells: list[Runs], found: Sequence[Sequence[Edit]], places: Sequence[int | None], plain: Mark, *, old: bool
) -> None:
    """Replace ``cells`` by what ``found`` says of the columns at ``places``."""
    for place, edits in zip(places, found, strict=False):
        if place is not None and place < len(cells):
            cells[place] = tuple(run for run in side_runs(edits, old=old, plain=plain) if run.text)


def _whole(text: str, plain: Mark) -> Runs:
    return (Run(text, plain),) if text else ()
