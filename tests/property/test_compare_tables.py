"""Whatever the tables: nothing is lost, nothing stands twice, cells rebuild."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.compare.tables import table_pairs
from policydiff.edits import Unit
from policydiff.model import Table, TablePair

CELLS = st.text("甲乙丙12%，", max_size=4)
TABLES = st.builds(
    lambda header, rows: Table(at=0, header=tuple(header), rows=tuple(map(tuple, rows))),
    st.lists(CELLS, max_size=3),
    st.lists(st.lists(CELLS, max_size=4), max_size=5),
)


@given(st.lists(TABLES, max_size=3), st.lists(TABLES, max_size=3))
def test_both_sides_rebuild(old: list[Table], new: list[Table]) -> None:
    found = table_pairs(old, new, Unit.CHAR)
    for side, (name, tables) in enumerate((("old", old), ("new", new))):
        assert sorted(n for pair in found if (n := getattr(pair, name)) is not None) == list(range(len(tables)))
        for pair in found:
            if (number := getattr(pair, name)) is not None:
                assert rebuilt(pair, name, side) == padded(tables[number])


@given(st.lists(TABLES, max_size=3))
def test_a_table_does_not_differ_from_itself(tables: list[Table]) -> None:
    assert not any(pair.differs for pair in table_pairs(tables, tables, Unit.CHAR))


def rebuilt(pair: TablePair, name: str, side: int) -> list[list[str]]:
    """Header and rows of one side, in that table's own order."""
    columns = sorted((ends[side], place) for place, ends in enumerate(pair.columns) if ends[side] is not None)
    rows = sorted((n, row.cells) for row in pair.rows if (n := getattr(row, name)) is not None)
    assert [n for n, _ in columns] == list(range(len(columns)))
    assert [n for n, _ in rows] == list(range(len(rows)))
    return [
        ["".join(getattr(edit, name) for edit in cells[place]) for _, place in columns]
        for cells in (pair.header, *(cells for _, cells in rows))
    ]


def padded(table: Table) -> list[list[str]]:
    width = max(len(table.header), *map(len, table.rows), 0, 0)
    return [list(row) + [""] * (width - len(row)) for row in (table.header, *table.rows)]
