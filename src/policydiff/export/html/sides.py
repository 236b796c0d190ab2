"""One side of a row, or both in one column, as markup.

Invariant: the text of a side's paragraphs is that of its sections, labels and headings apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policydiff.export.html.dress import Dress
from policydiff.export.svg import escaped
from policydiff.model import Edit, EditKind, Pair, TablePair
from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run, in_lines
from policydiff.synopsis.dimming import dimmed_runs
from policydiff.synopsis.marks import mark_of

CHANGED_TO = " → "


def side(cell: Cell, dress: Dress) -> str:
    """The headings, paragraphs and tables of one side."""
    return "".join(
        _table((block.header, *block.rows), dress) if isinstance(block, CellTable) else _paragraph(block, dress)
        for block in cell.blocks
    )


def _paragraph(block: Paragraph, dress: Dress) -> str:
    text = dress.runs(block.runs)
    if block.heading:
        return f'<h4 data-node="{escaped(block.section)}">{escaped(block.label)}{text}</h4>'
    return f'<p data-node="{escaped(block.section)}">{_label(block.label)}{text}</p>'


def _label(text: str) -> str:
    return f"<b>{escaped(text.strip())}</b>\u3000" if text else ""


def _table(lines: Iterable[Sequence[Iterable[Run]]], dress: Dress) -> str:
    rows = []
    for place, line in enumerate(lines):
        tag = "td" if place else "th"
        rows.append("<tr>" + "".join(f"<{tag}>{dress.runs(cell)}</{tag}>" for cell in line) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


def merged(old: Cell | None, new: Cell | None, pair: Pair, dress: Dress, *, dim: bool = False) -> str:
    """Both sides of ``pair`` in one column: headings, the text with what went and what came, the tables; with ``dim``
    boilerplate is set back."""
    if old is None or new is None:
        return side(one, dress) if (one := old or new) else ""
    label = _label(_changed(_numbers(old), _numbers(new)))
    lines = [dress.runs(dimmed_runs(line) if dim else line) for line in in_lines(both(pair.edits)) if line]
    return "".join(
        (
            _headings(old, new, dress),
            *(f"<p>{label if place == 0 else ''}{line}</p>" for place, line in enumerate(lines or [""] * bool(label))),
            *(_table(_lines(table), dress) for table in pair.tables),
        )
    )


def both(edits: Iterable[Edit]) -> Iterator[Run]:
    """Edits as one text: what is on both sides as it reads on the new one."""
    for edit in edits:
        yield Run(edit.new if edit.kind is EditKind.EQUAL else edit.text, mark_of(edit), edit.move)


def _numbers(cell: Cell) -> str:
    """The numbers that lead a side's texts in."""
    return "、".join(p.label.strip() for p in cell.paragraphs if p.label and not p.heading)


def _headings(old: Cell, new: Cell, dress: Dress) -> str:
    """What the sections of both sides are called; once, where that is the same."""
    sides = ([p for p in cell.paragraphs if p.heading] for cell in (old, new))
    left, right = ([escaped(p.label) + dress.runs(p.runs) for p in found] for found in sides)
    text = _changed("、".join(left), "、".join(right))
    return f"<h4>{text}</h4>" if text else ""


def _changed(old: str, new: str) -> str:
    return CHANGED_TO.join(part for part in dict.fromkeys((old, new)) if part)


def _lines(table: TablePair) -> Iterator[Sequence[Iterable[Run]]]:
    for cells in (table.header, *(row.cells for row in table.rows)):
        yield [tuple(both(cell)) for cell in cells]
