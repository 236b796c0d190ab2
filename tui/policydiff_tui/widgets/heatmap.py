"""A similarity matrix as a heat map: the fuller and brighter a cell, the more alike; numbers on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from policydiff.model import Matrix
from policydiff_tui.typeset.cells import cell_width, pad
from policydiff_tui.widgets.lined import LinedView

SHADES = " ·░▒▓█"
"""By tenths of likeness: the shape tells it without colour."""

CELL, NUMBER_CELL, WIDE_CELL = 2, 4, 6
LABEL_CELLS = 44
HEAD_LINES = 1


class HeatMap(LinedView):
    """Draws a `Matrix` in a given order; the cursor is a cell."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1,0)", show=False),
        Binding("down,j", "move(1,0)", show=False),
        Binding("left,h", "move(0,-1)", show=False),
        Binding("right,l", "move(0,1)", show=False),
        Binding("pageup", "move(-10,0)", show=False),
        Binding("pagedown", "move(10,0)", show=False),
        Binding("home", "move(-100000,-100000)", show=False),
        Binding("end", "move(100000,100000)", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heat--label", "heat--hot", "heat--cursor", "heat--cross"}

    DEFAULT_CSS = """
    HeatMap {
        background: $background;
        scrollbar-size: 1 1;
        & > .heat--label { color: $quiet; }
        & > .heat--hot { color: $accent; background: $accent; }
        & > .heat--cursor { background: $warning; color: $background; text-style: bold; }
        & > .heat--cross { color: $foreground; background: $panel; text-style: bold; }
    }
    """

    row: reactive[int] = reactive(0)
    column: reactive[int] = reactive(0)
    numbers: reactive[bool] = reactive(False)

    @dataclass
    class Moved(Message):
        """The cursor is on another cell (places in the matrix, not on the screen)."""

        row: int
        column: int

    @dataclass
    class Chosen(Message):
        """A cell was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self._matrix: Matrix | None = None
        self._order: Sequence[int] = ()
        self._heats: dict[tuple[int, bool], Style] = {}
        self._longest = 0

    def show(self, matrix: Matrix, order: Sequence[int]) -> None:
        """Draw this; the cursor stays on its two rows, or goes to the likeliest two."""
        before = self.places
        fresh = self._matrix is not matrix
        self._matrix, self._order = matrix, order
        self._longest = max((cell_width(label.title) for label in matrix.labels), default=0)
        where = {place: n for n, place in enumerate(order)}
        if fresh:
            before = best(matrix)
        self.row, self.column = where.get(before[0], 0), where.get(before[1], 0)
        self._measure()

    @property
    def places(self) -> tuple[int, int]:
        """Row and column of the matrix under the cursor."""
        if not self._order:
            return 0, 0
        last = len(self._order) - 1
        return self._order[min(self.row, last)], self._order[min(self.column, last)]

    @property
    def cell(self) -> int:
        """Cells a value takes."""
        room = (self.size.width - LABEL_CELLS - 1) // max(1, len(self._order))
        return max(NUMBER_CELL if self.numbers else CELL, min(room, WIDE_CELL))

    @property
    def label(self) -> int:
        """Cells of the titles on the left: as long as they are, where the map leaves room; else a third."""
        room = self.size.width - len(self._order) * self.cell - 2
        wanted = self._longest + NUMBER_CELL + 1
        return max(12, min(wanted, max(room, min(LABEL_CELLS, self.size.width // 3))))

    def _measure(self) -> None:
        count = len(self._order)
        self.virtual_size = Size(self.label + count * self.cell, count + HEAD_LINES)
        self.refresh()

    def on_resize(self) -> None:
        """Titles take a share of the width."""
        self._measure()

    def watch_numbers(self) -> None:
        """Wider cells."""
        self._measure()
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """The head, or a row."""
        width, base = self.scrollable_content_region.width, self.base
        number = y - HEAD_LINES + round(self.scroll_y)
        if self._matrix is None or number >= len(self._order):
            return Strip.blank(max(0, width), base)
        first = round(self.scroll_x) // self.cell
        last = min(len(self._order), first + max(0, width - self.label) // self.cell)
        segments = self._head(first, last, base) if y < HEAD_LINES else self._row(number, first, last, base)
        return Strip(segments).adjust_cell_length(max(0, width), base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"heat--{name}", partial=True)

    def _head(self, first: int, last: int, base: Style) -> list[Segment]:
        segments = [Segment(" " * self.label, base)]
        for n in range(first, last):
            style = base + self._style("cross" if n == self.column else "label")
            segments.append(Segment(f"{(n + 1) % 10 ** (self.cell - 1):>{self.cell - 1}} ", style))
        return segments

    def _row(self, number: int, first: int, last: int, base: Style) -> list[Segment]:
        assert self._matrix is not None
        place = self._order[number]
        title = f"{number + 1:>3} {self._matrix.labels[place].title}"
        style = base + self._style("cross") if number == self.row else base
        segments = [Segment(pad(title, self.label - 1) + " ", style)]
        values = self._matrix.values[place]
        for n in range(first, last):
            value = values[self._order[n]]
            style = self._cursor(number, n, base) or self._heat(value, base)
            segments.append(Segment(self._shown(value), style))
        return segments

    def _cursor(self, row: int, column: int, base: Style) -> Style | None:
        return base + self._style("cursor") if (row, column) == (self.row, self.column) else None

    def _shown(self, value: float) -> str:
        if self.numbers:
            return f"{round(100 * value):>{self.cell - 1}} "
        return SHADES[min(len(SHADES) - 1, int(value * len(SHADES)))] * self.cell

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        self._heats.clear()
        super().notify_style_update()

    def _heat(self, value: float, base: Style) -> Style:
        """The style of a value: there are a hundred of them."""
        key = round(100 * value), self.numbers
        if key not in self._heats:
            self._heats[key] = base + self._blended(key[0] / 100, base)
        return self._heats[key]

    def _blended(self, value: float, base: Style) -> Style:
        """Between the ground's colour and the hot one, with a text colour that can be read on it."""
        cold = Color.from_rich_color(base.bgcolor) if base.bgcolor else Color(0, 0, 0)
        style = self._style("hot")
        hot = Color.from_rich_color(style.color) if style.color else Color(255, 255, 255)
        ground = cold.blend(hot, min(1.0, 0.75 * value**0.7))
        ink = hot if not self.numbers else ground.get_contrast_text()
        return Style(color=ink.rich_color, bgcolor=ground.rich_color)

    def action_move(self, down: int, right: int) -> None:
        """Another cell."""
        last = len(self._order) - 1
        if last >= 0:
            self.row = max(0, min(last, self.row + down))
            self.column = max(0, min(last, self.column + right))
            self._told()

    def _told(self) -> None:
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(*self.places))

    def _reveal(self) -> None:
        lines = max(1, self.size.height - HEAD_LINES - 1)
        cells = max(1, (self.size.width - self.label - 1) // self.cell)
        top, first = round(self.scroll_y), round(self.scroll_x) // self.cell
        y = min(self.row, max(top, self.row - lines + 1))
        x = min(self.column, max(first, self.column - cells + 1))
        if (x, y) != (first, top):
            self.scroll_to(x * self.cell, y, animate=False, force=True, immediate=True)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Titles stay where they are, so everything is drawn anew."""
        super().watch_scroll_x(old_value, new_value)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """The cell under the mouse."""
        row = event.y - HEAD_LINES + round(self.scroll_y)
        column = (event.x - self.label) // self.cell + round(self.scroll_x) // self.cell
        if 0 <= row < len(self._order) and 0 <= column < len(self._order) and event.x >= self.label:
            self.row, self.column = row, column
            self._told()
            if event.chain > 1:
                self.post_message(self.Chosen())


def best(matrix: Matrix) -> tuple[int, int]:
    """The two rows most alike."""
    count = len(matrix.labels)
    pairs = ((matrix.values[i][j], -i, -j) for i in range(count) for j in range(i + 1, count))
    found = max(pairs, default=(0.0, 0, 0))
    return -found[1], -found[2]
