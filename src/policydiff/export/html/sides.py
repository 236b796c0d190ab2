"""One side of a row, or both in one column, as markup.

Invariant: the text of a side's paragraphs, joined, is the text of its sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from policydiff.export.html.dress import Dress
from policydiff.export.svg import escaped
from policydiff.model import Edit, EditKind, Relation, TablePair
from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run, in_lines
from policydiff.synopsis.marks import mark_of
from policydiff.synopsis.relations import changes

Blocks = Sequence[Paragraph | CellTable]


def side(cell: Cell, dress: Dress) -> str:
    """The headings, paragraphs and tables of one side; a number without a heading runs into the text after it."""
    return "".join(_blocks(cell.blocks, dress))


def _blocks(blocks: Blocks, dress: Dress) -> Iterator[str]:
    label = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, CellTable):
            yield _table((block.header, *block.rows), dress)
        elif block.heading and not block.runs and _runs_on(block, after):
            label = f"<b>{escaped(block.label.strip())}</b>\u3000"
        else:
            yield _paragraph(block, dress, label)
            label = ""


def _runs_on(block: Paragraph, after: Paragraph | CellTable | None) -> bool:
    return isinstance(after, Paragraph) and not after.heading and after.section == block.section


def _paragraph(block: Paragraph, dress: Dress, label: str) -> str:
    tag = "h4" if block.heading else "p"
    text = escaped(block.label) + dress.runs(block.runs)
    return f'<{tag} data-node="{escaped(block.section)}">{label}{text}</{tag}>'


def _table(lines: Sequence[Sequence[Iterable[Run]]], dress: Dress) -> str:
    rows = []
    for place, line in enumerate(lines):
        tag = "td" if place else "th"
        rows.append("<tr>" + "".join(f"<{tag}>{dress.runs(cell)}</{tag}>" for cell in line) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


Cells = tuple[Cell | None, Cell | None]
"""The old and the new side of a row."""


def merged(sides: Cells, text: Sequence[Edit], tables: Sequence[TablePair], cells: Sequence[Edit], dress: Dress) -> str:
    """Both sides of a row in one column: headings, the text with what went and what came, the tables."""
    old, new = sides
    if old is None or new is None:
        return side(one, dress) if (one := old or new) else ""
    head, label = _merged_headings(old, new, dress)
    lines = [f"<p>{dress.runs(line)}</p>" for line in in_lines(both(text)) if line]
    if label:
        lines[:1] = [f"<p>{label}{lines[0].removeprefix('<p>')}"] if lines else [f"<h4>{label}</h4>"]
    return head + "".join(lines) + "".join(_merged_tables(old, new, tables, cells, dress))


def both(edits: Iterable[Edit]) -> Iterator[Run]:
    """Edits as one text: what is on both sides as it reads on the new one."""
    for edit in edits:
        yield Run(edit.new if edit.kind is EditKind.EQUAL else edit.text, mark_of(edit), edit.move)


def _merged_headings(old: Cell, new: Cell, dress: Dress) -> tuple[str, str]:
    """What both sides are called, if that differs one after the other: as a line, or, where there are only numbers,
    as what the text begins with."""
    left, right = ([p for p in cell.paragraphs if p.heading] for cell in (old, new))
    if [p.text for p in left] == [p.text for p in right]:
        left = []
    names = [
        "、".join(escaped(p.label.strip()) + dress.runs(p.runs) for p in found) for found in (left, right) if found
    ]
    text = " → ".join(names)
    if any(p.runs for p in (*left, *right)):
        return f"<h4>{text}</h4>", ""
    return "", f"<b>{text}</b>\u3000" if text else ""


def _merged_tables(
    old: Cell, new: Cell, tables: Sequence[TablePair], cells: Sequence[Edit], dress: Dress
) -> Iterator[str]:
    """Tables aligned row by row where they were; else the new ones, after the old ones where they differ."""
    if tables:
        for pair in tables:
            yield _table([[tuple(both(cell)) for cell in line] for line in _lines(pair)], dress)
        return
    sides = (old, new) if changes(cells) else (new,)
    for block in (block for found in sides for block in found.blocks if isinstance(block, CellTable)):
        yield _table((block.header, *block.rows), dress)


def _lines(pair: TablePair) -> Iterator[Sequence[Sequence[Edit]]]:
    yield pair.header
    for row in pair.rows:
        kind = {Relation.ONLY_OLD: EditKind.DELETE, Relation.ONLY_NEW: EditKind.INSERT}.get(row.relation)
        yield row.cells if kind is None else [[Edit(kind=kind, text=e.text) for e in cell] for cell in row.cells]
