"""Our own formats: where each is made, loaded when it is first asked for."""

from __future__ import annotations

from policydiff.export import matrix_formats
from policydiff.export.format import Format
from policydiff.export.options import FULL, ONLY, RECORDS, SPREADSHEET
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
