"""Results as files and texts: pure functions of one value to one format, a module per format."""

from policydiff.export.comparison_json import comparison_json, comparison_value
from policydiff.export.documents_json import (
    document_json,
    document_value,
    documents_json,
    entries_csv,
    entries_json,
    parsed_value,
)
from policydiff.export.files import export, render
from policydiff.export.format import Format, Option
from policydiff.export.hits_json import hits_csv, hits_json, hits_value
from policydiff.export.matrix_json import matrix_csv, matrix_json, matrix_value
from policydiff.export.registry import format_named, format_of, formats_for, troubles

__all__ = [
    "Format",
    "Option",
    "comparison_json",
    "comparison_value",
    "document_json",
    "document_value",
    "documents_json",
    "entries_csv",
    "entries_json",
    "export",
    "format_named",
    "format_of",
    "formats_for",
    "hits_csv",
    "hits_json",
    "hits_value",
    "matrix_csv",
    "matrix_json",
    "matrix_value",
    "parsed_value",
    "render",
    "troubles",
]
