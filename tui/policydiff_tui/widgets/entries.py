"""The table of the library's documents: any number of them, only the visible lines are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.text import Text
from textual.widget import Widget

from policydiff.messages import _
from policydiff_tui.desk.shelves import EntryLine
from policydiff_tui.typeset.cells import cell_width, clip, pad
from policydiff_tui.widgets.linelist import LineList, Part


class Columns(NamedTuple):
    """Cells of each column; 0 leaves it out."""

    title: int
    number: int
    region: int
    date: int
    sections: int
    characters: int


MARK_CELLS = 3
TITLE_LEAST_CELLS = 28
OPTIONAL = (("date", 11), ("region", 8), ("number", 23), ("characters", 8), ("sections", 6))
"""Columns that are shown where there is room, the more telling first, each with the blank before it."""


def columns(width: int) -> Columns:
    """The widths of the columns in a table of ``width`` cells."""
    room = width - MARK_CELLS - TITLE_LEAST_CELLS
    cells = dict.fromkeys(Columns._fields, 0)
    for name, wanted in OPTIONAL:
        if room >= wanted:
            cells[name] = wanted
            room -= wanted
    cells["title"] = max(4, width - MARK_CELLS - sum(cells.values()))
    return Columns(**cells)


class EntryTable(LineList):
    """Draws entries by way of ``describe``, which makes the line of one."""

    def show(self, entries: Sequence[Any], describe: Callable[[Any], EntryLine], cursor: int) -> None:
        """Draw these."""
        self._entries, self._describe = entries, describe
        self.renew(len(entries), cursor)

    def parts(self, index: int, width: int) -> list[Part]:
        """The cells of a line."""
        cells, found = columns(self.outer_size.width - 1), self._describe(self._entries[index])
        return [
            (f" {found.mark:<{MARK_CELLS - 1}}", "accent"),
            (pad(found.title, cells.title), ""),
            (_cell(found.number, cells.number), "dim"),
            (_cell(found.region, cells.region), ""),
            (_cell(found.date, cells.date), ""),
            (_number(found.sections, cells.sections), "dim"),
            (_number(found.characters, cells.characters), "dim"),
        ]


class EntryHead(Widget):
    """The names of the columns."""

    DEFAULT_CSS = """
    EntryHead { height: 1; background: $surface; color: $quiet; }
    """

    def render(self) -> Text:
        """A line above the table."""
        cells = columns(self.outer_size.width - 1)
        parts = (
            " " * MARK_CELLS,
            pad(_("Title"), cells.title),
            _cell(_("Number"), cells.number),
            _cell(_("Region"), cells.region),
            _cell(_("Date"), cells.date),
            _number(_("Sections"), cells.sections),
            _number(_("Characters"), cells.characters),
        )
        return Text("".join(parts), no_wrap=True)


def _cell(text: str, cells: int) -> str:
    return " " + pad(text, cells - 1) if cells else ""


def _number(text: str, cells: int) -> str:
    shown = clip(text, cells - 1)
    return " " * (cells - cell_width(shown)) + shown if cells else ""
