"""The two texts of a comparison: lines are drawn on demand, so the cost follows the screen, not the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from policydiff.messages import _, ngettext
from policydiff_tui.typeset.cells import cell_width, clip
from policydiff_tui.typeset.finding import place_in
from policydiff_tui.typeset.line import GUTTER_CELLS, Arrangement, Kind, Line, Piece, Setting
from policydiff_tui.typeset.page import Page
from policydiff_tui.widgets.lined import LinedView

DIVIDER = "│"
BORDER = "▌"
"""Beside every line of the block under the cursor."""

GUTTERS = {"-": "gutter-old", "+": "gutter-new", "~": "gutter-new"}

LINES_ABOVE = 2
"""What is kept above a place that was jumped to."""


class DiffView(LinedView):
    """Draws a `Page`; ``block`` is the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_by(-1)", show=False),
        Binding("down,j", "scroll_by(1)", show=False),
        Binding("pageup,ctrl+b", "scroll_page(-1)", show=False),
        Binding("pagedown,ctrl+f,space", "scroll_page(1)", show=False),
        Binding("home", "scroll_edge(0)", show=False),
        Binding("end,G", "scroll_edge(1)", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "diff--deleted",
        "diff--inserted",
        "diff--moved_away",
        "diff--moved_here",
        "diff--shared",
        "diff--dim",
        "diff--head",
        "diff--head-cursor",
        "diff--quiet",
        "diff--gutter-old",
        "diff--gutter-new",
        "diff--divider",
        "diff--border",
        "diff--hit",
        "diff--note",
    }

    DEFAULT_CSS = """
    DiffView {
        background: $background;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .diff--deleted { color: $text-error; background: $del-ground; text-style: strike; }
        & > .diff--inserted { color: $text-success; background: $ins-ground; text-style: bold underline; }
        & > .diff--moved_away { color: $text-accent; background: $move-ground; text-style: strike; }
        & > .diff--moved_here { color: $text-accent; background: $move-ground; text-style: underline; }
        & > .diff--shared { color: $text-accent; text-style: bold; }
        & > .diff--dim { text-style: dim; }
        & > .diff--head { background: $panel; text-style: bold; }
        & > .diff--head-cursor { background: $primary; color: $primary-ink; text-style: bold; }
        & > .diff--note { color: $text-warning; }
        & > .diff--quiet { color: $quiet; }
        & > .diff--gutter-old { color: $text-error; text-style: bold; }
        & > .diff--gutter-new { color: $text-success; text-style: bold; }
        & > .diff--divider { color: $rule; }
        & > .diff--border { color: $primary; }
        & > .diff--hit { background: $warning; color: $background; text-style: bold; }
    }
    """

    block: reactive[int] = reactive(0, repaint=True)
    word: reactive[str] = reactive("", repaint=True)

    @dataclass
    class Seen(Message):
        """Scrolling brought another block under the cursor."""

        block: int

    @dataclass
    class Clicked(Message):
        """A line of a block was clicked; ``head`` says whether it was its title, ``twice`` a double click."""

        block: int
        head: bool
        twice: bool

    @dataclass
    class Resized(Message):
        """There is another width to set the lines for."""

        width: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page = Page(())
        self.setting = Setting(Arrangement.BESIDE, 80)
        self._width = 0
        self._following = False

    def show(self, page: Page, setting: Setting) -> None:
        """Draw another page."""
        self._following = False
        self.page, self.setting = page, setting
        self.virtual_size = Size(0, page.height)
        self.refresh()

    @property
    def text_width(self) -> int:
        """Cells there are for a line, the scroll bar's apart."""
        return max(10, self.container_size.width - 1) if self.container_size.width else 0

    def on_resize(self) -> None:
        """Ask for lines of the new width."""
        if self.text_width and self.text_width != self._width:
            self._width = self.text_width
            self.post_message(self.Resized(self._width))

    def reveal(self, y: int, *, lead: int = LINES_ABOVE) -> None:
        """Scroll so that line ``y`` stands ``lead`` lines below the top."""
        self._following = False
        self.scroll_to(y=max(0, y - lead), animate=False, force=True, immediate=True)

    def follow(self) -> None:
        """From now on scrolling is the reader's own: the cursor follows it."""
        self._following = True

    on_mouse_scroll_down = on_mouse_scroll_up = on_scroll_to = on_scroll_up = on_scroll_down = follow

    def shows(self, y: int) -> bool:
        """True where line ``y`` is on the screen."""
        top = round(self.scroll_y)
        return top <= y < top + self.size.height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """When a reader scrolls the cursor's block away, the cursor follows."""
        super().watch_scroll_y(old_value, new_value)
        if self._following and self.page.height and round(old_value) != round(new_value):
            top, bottom = round(new_value), round(new_value) + self.size.height
            if self.block < len(self.page.blocks):
                here = self.page.tops[self.block], self.page.tops[self.block + 1]
                if here[0] < bottom and here[1] > top + LINES_ABOVE:
                    return
            place = self.page.place(min(top + LINES_ABOVE, self.page.height - 1))
            if place is not None:
                self.post_message(self.Seen(place[0]))

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the visible part."""
        number = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        base = self.base
        place = self.page.place(number)
        if place is None:
            return Strip.blank(max(0, width), base)
        line = self.page.blocks[place[0]][place[1]]
        cursor = place[0] == self.block
        strip = Strip(list(self._segments(line, cursor, base)))
        return strip.adjust_cell_length(width, self._ground(line, cursor, base))

    def _ground(self, line: Line, cursor: bool, base: Style) -> Style:
        if line.kind is Kind.HEAD:
            return base + self._style("head-cursor" if cursor else "head")
        return base

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"diff--{name}", partial=True)

    def _segments(self, line: Line, cursor: bool, base: Style) -> Iterator[Segment]:
        ground = self._ground(line, cursor, base)
        if line.kind is Kind.GAP:
            yield Segment(BORDER if cursor else " ", base + self._style("border"))
            return
        if line.kind in (Kind.FOLD, Kind.ROWS, Kind.TABLE):
            yield Segment((BORDER if cursor else " ") + " ", base + self._style("border"))
            yield Segment(self._quiet_text(line), base + self._style("quiet"))
            return
        if line.kind is Kind.NOTE:
            yield from self._half(line.left, "", self.setting.width - GUTTER_CELLS, ground, cursor=cursor)
            return
        beside = self.setting.arrangement is Arrangement.BESIDE
        head, column = line.kind is Kind.HEAD, self.setting.column
        yield from self._half(line.left, line.signs[0], column, ground, cursor=cursor and not head, head=head)
        if beside:
            yield Segment(DIVIDER, ground + self._style("divider"))
            yield from self._half(line.right, line.signs[1], column, ground, head=head)

    def _quiet_text(self, line: Line) -> str:
        if line.kind is Kind.TABLE:
            return _("Table")
        if line.kind is Kind.ROWS:
            rows = ngettext("… {count} row unchanged …", "… {count} rows unchanged …", line.left_out)
            return rows.format(count=line.left_out)
        text = ngettext("… {count} character unchanged …", "… {count} characters unchanged …", line.left_out)
        return text.format(count=line.left_out)

    def _half(
        self, piece: Piece | None, sign: str, column: int, ground: Style, *, cursor: bool = False, head: bool = False
    ) -> Iterator[Segment]:
        style = ground if head else ground + self._style(GUTTERS.get(sign, "border"))
        yield Segment((sign or (BORDER if cursor else " ")).ljust(GUTTER_CELLS), style)
        if piece is None:
            yield Segment(" " * column, ground)
            return
        used = 0
        for text, style in self._dressed(piece, ground):
            shown = clip(text, column - used)
            used += cell_width(shown)
            if shown:
                yield Segment(shown, style)
        if used < column:
            yield Segment(" " * (column - used), ground)

    def _dressed(self, piece: Piece, ground: Style) -> Iterator[tuple[str, Style]]:
        """The piece's text in stretches of one style."""
        cuts = {piece.start, piece.end}
        spans = [s for s in piece.half.spans if s.start < piece.end and piece.start < s.end]
        found = [h for h in self._hits(piece) if h[0] < piece.end and piece.start < h[1]]
        for start, end in (*((s.start, s.end) for s in spans), *found):
            cuts.update((max(start, piece.start), min(end, piece.end)))
        places = sorted(cuts)
        for start, end in pairwise(places):
            style = ground
            for span in spans:
                if span.start <= start < span.end:
                    style += self._style(span.mark)
            if any(low <= start < high for low, high in found):
                style += self._style("hit")
            yield piece.half.text[start:end], style

    def _hits(self, piece: Piece) -> list[tuple[int, int]]:
        return place_in(piece.half.text, self.word) if self.word else []

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the block; a click on its title, or two on its text, open and close it."""
        place = self.page.place(event.y + round(self.scroll_y))
        if place is not None:
            head = self.page.blocks[place[0]][place[1]].kind is Kind.HEAD
            self.post_message(self.Clicked(place[0], head, event.chain > 1))

    def action_scroll_by(self, lines: int) -> None:
        """A line up or down."""
        self.follow()
        self.scroll_to(y=self.scroll_y + lines, animate=False, immediate=True)

    def action_scroll_page(self, pages: int) -> None:
        """A screenful up or down, keeping a line in sight."""
        self.action_scroll_by(pages * max(1, self.size.height - 2))

    def action_scroll_edge(self, end: int) -> None:
        """To the beginning or the end."""
        self.follow()
        self.scroll_to(y=self.page.height if end else 0, animate=False, immediate=True)
