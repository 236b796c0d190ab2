"""Our own formats: where each is made, loaded when it is first asked for."""

from __future__ import annotations

from policydiff.export import matrix_formats
from policydiff.export.format import Format
from policydiff.export.options import (
    AUTHOR,
    COLUMNS,
    DATE,
    DIM_BOILERPLATE,
    FULL,
    INLINE,
    LANDSCAPE,
    MARKS,
    NEW_FIRST,
    ONLY,
    RECORDS,
    ROWS,
    SPREADSHEET,
)
from policydiff.messages import N_
from policydiff.model import Comparison, Document, Hits, Matrix, Parsed

HOME = "policydiff.export"

COMPARISON = (
    Format(
        name="json",
        takes=Comparison,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render=f"{HOME}.comparison_json:comparison_json",
    ),
    Format(
        name="docx",
        takes=Comparison,
        suffixes=(".docx",),
        label=N_("Word, the comparison table"),
        render=f"{HOME}.docx:comparison_docx",
        options=(*ROWS, DIM_BOILERPLATE, NEW_FIRST, COLUMNS, LANDSCAPE, MARKS),
        binary=True,
    ),
    Format(
        name="tracked-docx",
        takes=Comparison,
        suffixes=(".tracked.docx",),
        label=N_("Word, the new text with tracked changes"),
        render=f"{HOME}.docx:comparison_tracked_docx",
        options=(AUTHOR, DATE),
        binary=True,
    ),
    Format(
        name="xlsx",
        takes=Comparison,
        suffixes=(".xlsx",),
        label=N_("Excel workbook, a sheet per question"),
        render=f"{HOME}.xlsx:comparison_xlsx",
        options=(*ROWS, DIM_BOILERPLATE, NEW_FIRST),
        binary=True,
    ),
    Format(
        name="html",
        takes=Comparison,
        suffixes=(".html", ".htm"),
        label=N_("HTML, one page that needs nothing else"),
        render=f"{HOME}.html.comparison:comparison_html",
        options=(*ROWS, DIM_BOILERPLATE, NEW_FIRST, INLINE),
    ),
    Format(
        name="markdown",
        takes=Comparison,
        suffixes=(".md", ".markdown"),
        label=N_("Markdown, the main points and the comparison table"),
        render=f"{HOME}.markdown:comparison_markdown",
        options=(*ROWS, NEW_FIRST),
    ),
    Format(
        name="csv",
        takes=Comparison,
        suffixes=(".csv",),
        label=N_("CSV, a line per change, for R and Stata"),
        render=f"{HOME}.comparison_csv:comparison_csv",
        options=(ONLY, FULL, RECORDS, *SPREADSHEET),
    ),
    Format(
        name="patch",
        takes=Comparison,
        suffixes=(".patch", ".diff"),
        label=N_("Patch (diff-match-patch), from the old text to the new"),
        render=f"{HOME}.patch:comparison_patch",
    ),
)

MATRIX = (
    Format(
        name="json",
        takes=Matrix,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render=f"{HOME}.matrix_json:matrix_json",
    ),
    Format(
        name="csv",
        takes=Matrix,
        suffixes=(".csv",),
        label=N_("CSV, a line per row"),
        render=f"{HOME}.matrix_json:matrix_csv",
        options=SPREADSHEET,
    ),
)

OTHERS = (
    Format(
        name="json",
        takes=Hits,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render=f"{HOME}.hits_json:hits_json",
    ),
    Format(
        name="csv",
        takes=Hits,
        suffixes=(".csv",),
        label=N_("CSV, a line per row"),
        render=f"{HOME}.hits_json:hits_csv",
        options=SPREADSHEET,
    ),
    Format(
        name="json",
        takes=Document,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render=f"{HOME}.documents_json:document_json",
    ),
    Format(
        name="markdown",
        takes=Document,
        suffixes=(".md", ".markdown"),
        label=N_("Markdown, as in a library"),
        render="policydiff.library.markdown:dump",
    ),
    Format(
        name="text",
        takes=Document,
        suffixes=(".txt",),
        label=N_("Plain text"),
        render=f"{HOME}.document_text:text",
    ),
    Format(
        name="json",
        takes=Parsed,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render=f"{HOME}.documents_json:documents_json",
    ),
)

BUILTIN: tuple[Format, ...] = (*COMPARISON, *MATRIX, *matrix_formats.MATRIX, *matrix_formats.TIMELINE, *OTHERS)
"""In the order in which a user is offered them."""
