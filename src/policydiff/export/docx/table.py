"""A comparison table's rows as a Word table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.export.docx.marks import SHADE, STYLE_IDS
from policydiff.export.docx.wml import attribute, paragraph, run
from policydiff.messages import _
from policydiff.synopsis import Cell, CellTable, ComparisonTable, Paragraph, Run, TableRowView

NUMBER_WIDTH, REMARKS_WIDTH = 720, 2552

CELL_MARGIN = 85

LEAST_CELL_WIDTH = 300
"""Of a column of a table inside a cell."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns there are, how wide they are, and in which order the texts stand."""

    numbers: bool
    remarks: bool
    new_first: bool
    room: int

    @property
    def widths(self) -> list[int]:
        """Left to right."""
        sides = self.room - NUMBER_WIDTH * self.numbers - REMARKS_WIDTH * self.remarks
        return [NUMBER_WIDTH] * self.numbers + [sides // 2, sides - sides // 2] + [REMARKS_WIDTH] * self.remarks

    def arranged(self, number: str, old: str, new: str, remarks: str) -> list[str]:
        """What belongs into a row, left to right."""
        sides = [new, old] if self.new_first else [old, new]
        return [number] * self.numbers + sides + [remarks] * self.remarks


def word_table(table: ComparisonTable, columns: Columns) -> Iterator[str]:
    """The table piece by piece."""
    borders = _borders("top", "left", "bottom", "right", "insideH", "insideV")
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{columns.room}" w:type="dxa"/><w:jc w:val="center"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{_cell_margins()}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(table.title)}/></w:tblPr>{_grid(columns.widths)}"
    )
    yield _head(table, columns)
    for row in table.rows:
        yield _row(row, columns)
    yield "</w:tbl>"


def _head(table: ComparisonTable, columns: Columns) -> str:
    names = columns.arranged(_("No."), *table.headings, _("Remarks"))
    cells = (
        _tc(width, paragraph([run(name)], "HeadCell"), f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>')
        for width, name in zip(columns.widths, names, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: TableRowView, columns: Columns) -> str:
    numbered = len({found.move for side in (row.old, row.new) if side for found in side.runs} - {None}) > 1
    inner = columns.widths[columns.numbers] - 2 * CELL_MARGIN
    old, new = (_cell(side, row.absent, inner, numbered) for side in (row.old, row.new))
    number = paragraph([run(str(row.number))], "CellCentred")
    remarks = "".join(paragraph([run(line)], "Remark") for line in row.remarks) or paragraph([], "Remark")
    cells = zip(columns.widths, columns.arranged(number, old, new, remarks), strict=True)
    return f"<w:tr>{''.join(_tc(width, body) for width, body in cells)}</w:tr>"


def _cell(cell: Cell | None, absent: str, width: int, numbered: bool) -> str:
    """The paragraphs and tables of a side; a table is followed by a paragraph, as the format demands."""
    if cell is None:
        return paragraph([run(absent)], "CellCentred")
    body = [
        _table(block, width, numbered) if isinstance(block, CellTable) else _paragraph(block, numbered)
        for block in cell.blocks
    ]
    if not cell.blocks or isinstance(cell.blocks[-1], CellTable):
        body.append(paragraph([], "CellText"))
    return "".join(body)


def _paragraph(block: Paragraph, numbered: bool) -> str:
    style = "CellHeading" if block.heading else "CellText"
    return paragraph((run(block.label), *_runs(block.runs, numbered)), style)


def _runs(runs: Iterable[Run], numbered: bool) -> Iterator[str]:
    for item in runs:
        if numbered and item.move is not None:
            yield run(str(item.move), "MoveNumber")
        yield run(item.text, STYLE_IDS.get(item.mark, ""), extra=DIM if item.common else "")


DIM = '<w:color w:val="8C8C8C"/>'
"""How boilerplate is set back; its marks stay."""


def _table(table: CellTable, width: int, numbered: bool) -> str:
    count = max(map(len, (table.header, *table.rows)))
    if not count:
        return ""
    widths = [max(LEAST_CELL_WIDTH, width // count)] * count
    lines = [
        "".join(_small_cells(line, widths, style, numbered))
        for style, line in (("SmallHead", table.header), *(("SmallCell", row) for row in table.rows))
    ]
    borders = _borders("top", "left", "bottom", "right", "insideH", "insideV")
    head = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"{_cell_margins()}</w:tblPr>{_grid(widths)}"
    )
    return head + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def _small_cells(line: Sequence[tuple[Run, ...]], widths: Sequence[int], style: str, numbered: bool) -> Iterator[str]:
    for place, width in enumerate(widths):
        runs = _runs(line[place], numbered) if place < len(line) else ()
        yield _tc(width, paragraph(runs, style))


def _tc(width: int, body: str, extra: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{body}</w:tc>'


def _grid(widths: Iterable[int]) -> str:
    columns = (f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{''.join(columns)}</w:tblGrid>"


def _borders(*edges: str) -> str:
    lines = (f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def _cell_margins() -> str:
    return (
        f'<w:tblCellMar><w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )
