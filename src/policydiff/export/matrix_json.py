"""``policydiff.matrix/1``: how alike texts are, and the same as a table."""

from __future__ import annotations

from typing import Any

from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model import Matrix

SCHEMA = "policydiff.matrix/1"


def matrix_json(matrix: Matrix) -> str:
    """The matrix as JSON."""
    return json_text(matrix_value(matrix))


def matrix_value(matrix: Matrix) -> dict[str, Any]:
    """The contract's value of a matrix."""
    return {
        "schema": SCHEMA,
        "by": matrix.by,
        "measure": matrix.measure,
        "labels": [{"id": label.id, "title": label.title} for label in matrix.labels],
        "values": [[rounded(value) for value in row] for row in matrix.values],
    }


def matrix_csv(matrix: Matrix, *, bom: bool = False, guard: bool = True) -> str:
    """A row per label: its id, its title, and its similarity to each; columns are named by id."""
    head = ("id", "title", *(label.id for label in matrix.labels))
    rows = zip(matrix.labels, matrix.values, strict=True)
    return csv_text([head, *((label.id, label.title, *map(rounded, row)) for label, row in rows)], bom=bom, guard=guard)
