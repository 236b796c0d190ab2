"""A matrix or a timeline as an XLSX workbook: numbers as numbers, a colour scale, frozen heads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from policydiff.errors import UsageError
from policydiff.export.heatmap.colours import light
from policydiff.export.heatmap.naming import full_name
from policydiff.export.printing import rounded
from policydiff.export.svg import one_line
from policydiff.messages import _
from policydiff.model import Matrix, Timeline
from policydiff.similarity import clustering, reordered

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 2_000
"""A sheet with more cells than the square of this opens slowly everywhere."""

CREATED = datetime(1980, 1, 1)
"""A workbook must have a date; the same one gives the same bytes."""

FONT = "宋体"

NAME_WIDTH, CELL_WIDTH = 46, 6.5


def matrix_xlsx(matrix: Matrix, *, order: str = "library") -> bytes:
    """The matrix with a colour scale, in ``order``; rows carry id and name, columns their numbers.

    Raises UsageError for more than `MOST_ROWS` rows, or for an unknown order.
    """
    count = len(matrix.labels)
    if count > MOST_ROWS:
        raise UsageError(
            _("A sheet of {count} rows and columns is too large.").format(count=count),
            cause=_("A workbook holds a matrix of {most} rows at most.").format(most=MOST_ROWS),
            fix=_("Choose fewer documents, or take --format csv."),
        )
    if order == "likeness":
        matrix = reordered(matrix, clustering(matrix).order)
    book, data = _book()
    sheet = book.add_worksheet(_("Similarity matrix"))
    head, text, figure = _formats(book)
    sheet.write_row(0, 0, [_("No."), "id", _("Title"), *range(1, count + 1)], head)
    for row, (label, values) in enumerate(zip(matrix.labels, matrix.values, strict=True), 1):
        sheet.write_number(row, 0, row)
        sheet.write_string(row, 1, one_line(label.id), text)
        sheet.write_string(row, 2, full_name(label), text)
        for column, value in enumerate(values, 3):
            sheet.write_number(row, column, rounded(value), figure)
    if count:
        scale = light().scale
        sheet.conditional_format(
            1,
            3,
            count,
            count + 2,
            {
                "type": "3_color_scale",
                "min_type": "num",
                "mid_type": "num",
                "max_type": "num",
                "min_value": 0,
                "mid_value": 0.5,
                "max_value": 1,
                "min_color": scale[0],
                "mid_color": scale[7],
                "max_color": scale[13],
            },
        )
    _finish(sheet, names=2, figures=(3, count + 2))
    return _closed(book, data)


def timeline_xlsx(timeline: Timeline) -> bytes:
    """A row per version."""
    book, data = _book()
    sheet = book.add_worksheet(_("Timeline"))
    head, text, figure = _formats(book)
    titles = [_("No."), "id", _("Title"), _("Date"), _("to the version before"), _("to the first version")]
    sheet.write_row(0, 0, titles, head)
    for row, step in enumerate(timeline.steps, 1):
        sheet.write_number(row, 0, row)
        for column, shown in enumerate((step.label.id, step.label.title, step.label.date or ""), 1):
            sheet.write_string(row, column, one_line(shown), text)
        for column, value in enumerate((step.to_previous, step.to_first), 4):
            if value is not None:
                sheet.write_number(row, column, rounded(value), figure)
    _finish(sheet, names=2, figures=(3, 5), width=16)
    return _closed(book, data)


def _book() -> tuple[Workbook, BytesIO]:
    from xlsxwriter import Workbook

    data = BytesIO()
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    return book, data


def _formats(book: Workbook) -> Sequence[Any]:
    font = {"font_name": FONT, "font_size": 10.5}
    return (
        book.add_format({**font, "bold": True, "bg_color": "#D9D9D9", "align": "center", "border": 1}),
        book.add_format(font),
        book.add_format({**font, "num_format": "0.00", "align": "center"}),
    )


def _finish(sheet: Worksheet, *, names: int, figures: tuple[int, int], width: float = CELL_WIDTH) -> None:
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, names - 1, 22)
    sheet.set_column(names, names, NAME_WIDTH)
    sheet.set_column(*figures, width)
    sheet.freeze_panes(1, names + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _closed(book: Workbook, data: BytesIO) -> bytes:
    book.close()
    return data.getvalue()
