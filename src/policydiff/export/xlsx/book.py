"""A workbook of plain tables: a head that stays in sight, filters, widths, numbers as numbers, texts as texts.

Invariant: no text becomes a formula, a link or a number, and the same sheets give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import ceil, isfinite
from typing import TYPE_CHECKING, Any

from policydiff.export.xlsx.texts import CELL_UNITS, cell_text, in_cells, sheet_name, units
from policydiff.messages import _
from policydiff.model import Mode
from policydiff.synopsis import Mark, Run

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

UNDATED = datetime(1980, 1, 1)
"""A workbook must have a date; the same one gives the same bytes."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

TEXT_FONT, HEAD_FONT, SIZE, HEAD_COLOUR, DIM = "宋体", "黑体", 10.5, "#D9D9D9", "#8C8C8C"

MARKS: dict[Mark, dict[str, Any]] = {
    Mark.INSERTED: {"bold": True, "font_color": "#1F5C99"},
    Mark.DELETED: {"font_strikeout": True, "font_color": "#B3261E"},
    Mark.MOVED_AWAY: {"underline": 2, "font_color": "#6B4E9B"},
    Mark.MOVED_HERE: {"underline": 2, "font_color": "#6B4E9B"},
}
"""Bold, struck through, doubly underlined: told apart without colour too."""

NOT_DELETED: dict[str, Any] = {"underline": 1, "font_color": "#B3261E"}
"""Between regions, what only the left has was not deleted and is not struck through."""

TEXT, WHOLE, DECIMAL, PERCENT = "text", "whole", "decimal", "percent"

NUMBER_FORMATS = {WHOLE: "#,##0", DECIMAL: "0.00", PERCENT: "0.0%"}

A4 = 9

HIGHEST, LINE_HEIGHT = 409.0, 13.5
"""Points; Excel draws no row higher."""

MOST_LINES = int(HIGHEST / LINE_HEIGHT)

Value = str | int | float | bool | None | Sequence[Run]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, width in characters, and how its numbers are shown."""

    title: str
    width: float = 10
    shown: str = TEXT


def created(*dates: str | None) -> datetime:
    """The latest of ISO dates that are known to the day, for properties that need one."""
    return max((day for date in dates if (day := _day(date or "")) is not None), default=UNDATED)


def _day(date: str) -> datetime | None:
    if DAY.fullmatch(date) is None:
        return None
    try:
        return max(datetime.fromisoformat(date), UNDATED)
    except ValueError:
        return None


class Book:
    """A workbook that is being written."""

    def __init__(self, date: datetime = UNDATED, title: str = "", mode: Mode = Mode.VERSION) -> None:
        from xlsxwriter import Workbook

        self._data = BytesIO()
        safely = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book: Workbook = Workbook(self._data, {"in_memory": True, **safely})
        self._book.set_properties({"created": date, "title": cell_text(title)[:255]})
        self._names: list[str] = []
        font = {"font_name": TEXT_FONT, "font_size": SIZE, "valign": "top"}
        self._head = self._book.add_format(
            {**font, "font_name": HEAD_FONT, "bold": True, "bg_color": HEAD_COLOUR, "border": 1, "text_wrap": True}
            | {"valign": "vcenter", "align": "center"}
        )
        self._text = self._book.add_format({**font, "text_wrap": True})
        self.strong = self._book.add_format({**font, "font_name": HEAD_FONT, "bold": True})
        self._numbers = {
            shown: self._book.add_format({**font, "num_format": code}) for shown, code in NUMBER_FORMATS.items()
        }
        self._left = {
            shown: self._book.add_format({**font, "num_format": code, "align": "left"})
            for shown, code in (*NUMBER_FORMATS.items(), (TEXT, "General"))
        }
        looks = MARKS if mode is Mode.VERSION else {**MARKS, Mark.DELETED: NOT_DELETED}
        self._run_formats = {
            mark: self._book.add_format({"font_name": TEXT_FONT, "font_size": SIZE, **look})
            for mark, look in looks.items()
        }
        self._cells = {mark: self._book.add_format({**font, "text_wrap": True, **look}) for mark, look in looks.items()}
        self._dim_formats = {
            mark: self._book.add_format({"font_name": TEXT_FONT, "font_size": SIZE, **look, "font_color": DIM})
            for mark, look in {Mark.PLAIN: {}, **looks}.items()
        }
        self._plain = self._book.add_format({"font_name": TEXT_FONT, "font_size": SIZE})

    def sheet(self, name: str) -> Worksheet:
        """An empty sheet."""
        self._names.append(sheet_name(name, self._names))
        sheet = self._book.add_worksheet(self._names[-1])
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C— &P —")
        return sheet

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
        *,
        said: Sequence[str] = (),
        frozen: int = 1,
        printed: int = 0,
    ) -> tuple[Worksheet, int, int]:
        """A sheet with a line for each of ``said``, the head and ``rows``; the first ``frozen`` columns stay in sight,
        and the first ``printed`` ones are printed (0: all).

        A row with a text too long for a cell is carried on in further rows; its other cells are repeated, so that
        filters and sorting keep the parts together. Gives the sheet, and the first and last row of figures.
        """
        sheet = self.sheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        head = len(said)
        for line, text in enumerate(said):
            sheet.write_string(line, 0, cell_text(text)[:CELL_UNITS], self._plain)
        for place, column in enumerate(columns):
            sheet.write_string(head, place, cell_text(column.title), self._head)
        self.set_height(sheet, head, [(column.title, column.width) for column in columns])
        last = head
        for row in rows:
            for part in in_rows(row):
                last += 1
                for place, (column, value) in enumerate(zip(columns, part, strict=True)):
                    self.write(sheet, last, place, value, column.shown)
                self.set_height(sheet, last, [(plain(v), c.width) for v, c in zip(part, columns, strict=True)])
        sheet.freeze_panes(head + 1, frozen)
        sheet.autofilter(head, 0, max(last, head), len(columns) - 1)
        sheet.repeat_rows(head)
        if printed:
            sheet.print_area(0, 0, last, printed - 1)
        return sheet, head + 1, last

    def set_height(self, sheet: Worksheet, row: int, cells: Iterable[tuple[str, float]]) -> None:
        """Room for the texts of a row, each in a column of a width: no program but Excel finds the height itself."""
        count = max((lines(text, width) for text, width in cells), default=1)
        sheet.set_row(row, min(HIGHEST, count * LINE_HEIGHT + 2))

    def note(self, sheet: Worksheet, row: int, columns: tuple[int, int], width: float, text: str) -> None:
        """A text across several columns, ``width`` together."""
        sheet.merge_range(row, columns[0], row, columns[1], "", self._text)
        sheet.write_string(row, columns[0], cell_text(text)[:CELL_UNITS], self._text)
        self.set_height(sheet, row, [(text, width)])

    def write(
        self, sheet: Worksheet, row: int, column: int, value: Value, shown: str = TEXT, *, left: bool = False
    ) -> None:
        """One cell."""
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_string(row, column, _("yes") if value else _("no"), self._text)
        elif isinstance(value, int | float) and isfinite(value):
            look = self._left if left else self._numbers
            sheet.write_number(row, column, value, look.get(shown, self._text))
        elif isinstance(value, str | int | float):
            sheet.write_string(row, column, cell_text(str(value))[:CELL_UNITS], self._text)
        else:
            self._rich(sheet, row, column, value)

    def _rich(self, sheet: Worksheet, row: int, column: int, runs: Sequence[Run]) -> None:
        if len(runs) == 1:
            sheet.write_string(row, column, runs[0].text, self._cells.get(runs[0].mark, self._text))
            return
        parts: list[str | Format] = []
        for run in runs:
            looks = self._dim_formats if run.common else self._run_formats
            parts += [looks.get(run.mark, self._plain), run.text]
        sheet.write_rich_string(row, column, *parts, self._text)

    def scale(self, sheet: Worksheet, rows: tuple[int, int], columns: tuple[int, int]) -> None:
        """Shade figures from 0, white, to 1."""
        look = {"type": "2_color_scale", "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
        colours = {"min_color": "#FFFFFF", "max_color": "#2F6DA8"}
        sheet.conditional_format(rows[0], columns[0], rows[1], columns[1], look | colours)

    def closed(self) -> bytes:
        """The file."""
        self._book.close()
        return self._data.getvalue()


def plain(value: Value) -> str:
    """What takes room in a cell."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, int | float):
        return ""
    return "".join(run.text for run in value)


def lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` digits wide, as far as the highest row shows them."""
    shown = text[: int(MOST_LINES * width)]
    return sum(max(1, ceil(cells(line) / max(1.0, width - 1))) for line in shown.split("\n")[:MOST_LINES])


def cells(text: str) -> int:
    """Digits' widths: East Asian characters take two."""
    return sum(1 + (char > "\u2e7f" or char in "“”‘’—…·") for char in text)


def in_rows(row: Sequence[Value]) -> Iterable[list[Value]]:
    """``row`` in as many rows as its longest text needs cells."""
    split = [_parts(value) for value in row]
    count = max((len(parts) for parts in split), default=1)
    for number in range(count):
        yield [
            parts[number] if number < len(parts) else (parts[0] if len(parts) == 1 and not _long(value) else None)
            for value, parts in zip(row, split, strict=True)
        ]


def _long(value: Value) -> bool:
    """True for texts with marks, which stand once."""
    return not isinstance(value, str | int | float | None)


def _parts(value: Value) -> list[Value]:
    if isinstance(value, str):
        if len(value) * 2 <= CELL_UNITS or units(value) <= CELL_UNITS:
            return [value]
        return ["".join(run.text for run in cell) for cell in in_cells([Run(value)])]
    if value is None or isinstance(value, int | float):
        return [value]
    return list(in_cells(value))
