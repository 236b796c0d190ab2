"""The formats results can be written in, and the writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from policydiff.errors import UnreadableFile
from policydiff.messages import N_, _
from policydiff.model import Comparison, Matrix

Formats = Mapping[str, Callable[[], bytes]]
"""File name endings, and how to make what stands in such a file."""

FORMAT_NAMES = {
    ".json": N_("JSON, everything, for programs"),
    ".html": N_("Web page, one file"),
    ".docx": N_("Word, comparison table"),
    ".tracked.docx": N_("Word, tracked changes"),
    ".xlsx": N_("Excel workbook"),
    ".md": N_("Markdown"),
    ".csv": N_("CSV, a line per row"),
    ".svg": N_("Picture (SVG)"),
    ".png": N_("Picture (PNG)"),
}


def comparison_formats(comparison: Comparison) -> Formats:
    """Every format the program writes comparisons in."""
    from policydiff.export import FORMATS

    return {ending: partial(render, comparison) for ending, render in FORMATS.items()}


def matrix_formats(matrix: Matrix) -> Formats:
    """Every format the program writes matrices in."""
    from policydiff.export import matrix_csv, matrix_json

    return {
        ".json": lambda: matrix_json(matrix).encode("utf-8"),
        ".csv": lambda: matrix_csv(matrix).encode("utf-8-sig"),
    }


def write(path: Path, make: Callable[[], bytes]) -> Path:
    """Write whole or not at all; UnreadableFile where that cannot be."""
    from policydiff import atomic

    data = make()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, data)
    except OSError as error:
        raise UnreadableFile(
            _("Cannot write {path}: {reason}").format(path=path, reason=error.strerror or error),
            cause=_("The folder is missing or not writable, or the disk is full."),
            fix=_("Choose another place."),
        ) from error
    return path
