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
from policydiff.export.files import FORMATS, export
from policydiff.export.hits_json import hits_csv, hits_json, hits_value
from policydiff.export.matrix_json import matrix_csv, matrix_json, matrix_value

__all__ = [
    "FORMATS",
    "comparison_json",
    "comparison_value",
    "document_json",
    "document_value",
    "documents_json",
    "entries_csv",
    "entries_json",
    "export",
    "hits_csv",
    "hits_json",
    "hits_value",
    "matrix_csv",
    "matrix_json",
    "matrix_value",
    "parsed_value",
]
