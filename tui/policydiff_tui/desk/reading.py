"""A section as a block of lines for reading: its title with its page, its text with indented paragraphs, its tables."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Section, Table
from policydiff.synopsis.printable import printable
from policydiff_tui.desk.boilerplate import common_places
from policydiff_tui.desk.naming import Names
from policydiff_tui.typeset.grids import row_lines, rule_line, widths
from policydiff_tui.typeset.halves import Half, dim_spans
from policydiff_tui.typeset.line import GAP, Kind, Line, Piece, Setting, pieces

INDENT = "　　"
"""Chinese paragraphs begin two characters in."""


def section_block(section: Section, names: Names, setting: Setting, *, dim: bool = False) -> tuple[Line, ...]:
    """Title, paragraphs (their boilerplate ``dim``), tables, an empty line."""
    title = names.heading(section.id)
    lines = [Line(Kind.HEAD, Piece(Half(title), 0, len(title)))]
    paragraphs = "\n".join(INDENT + line.strip() for line in printable(section.text).split("\n") if line.strip())
    spans = dim_spans(common_places(paragraphs)) if dim else ()
    lines += _text(Half(paragraphs, spans), setting)
    for table in section.tables:
        lines.append(Line(Kind.TABLE))
        lines += _table(table, setting)
    return (*lines, GAP)


def _text(half: Half, setting: Setting) -> Iterator[Line]:
    for piece in pieces(half, setting.column):
        yield Line(Kind.TEXT, piece)


def _table(table: Table, setting: Setting) -> Iterator[Line]:
    """A header, a rule, the rows."""
    rows = [[Half(printable(cell)) for cell in row] for row in (table.header, *table.rows) if row]
    columns = widths(rows, setting.column)
    for number, row in enumerate(rows):
        yield from (Line(Kind.TEXT, piece) for piece in row_lines(row, columns, setting.column))
        if number == 0 and table.header:
            yield from (Line(Kind.TEXT, piece) for piece in rule_line(columns))
