"""What a reader is told of a result, apart from any format: names, rows, marks, remarks, legend and notes."""

from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run
from policydiff.synopsis.citations import Citations, SectionName
from policydiff.synopsis.comparison_table import ComparisonTable, LegendItem, TableRowView, table
from policydiff.synopsis.main_points import Highlights, Point, highlights
from policydiff.synopsis.marks import Mark
from policydiff.synopsis.note_texts import kind_name, note_text
from policydiff.synopsis.replaced_terms import Replacement, replacements
from policydiff.synopsis.row_remarks import remarks

__all__ = [
    "Cell",
    "CellTable",
    "Citations",
    "ComparisonTable",
    "Highlights",
    "LegendItem",
    "Mark",
    "Paragraph",
    "Point",
    "Replacement",
    "Run",
    "SectionName",
    "TableRowView",
    "highlights",
    "kind_name",
    "note_text",
    "remarks",
    "replacements",
    "table",
]
