"""A list of any length, one line an item: only what is on the screen is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from policydiff_tui.typeset.cells import cell_width, clip
from policydiff_tui.widgets.lined import LinedView

Part = tuple[str, str]
"""A text and the name of its style (a component class without its prefix), empty for the list's own."""


class LineList(LinedView):
    """Draws ``parts(index, width)`` for each item and keeps a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup,ctrl+b", "page(-1)", show=False),
        Binding("pagedown,ctrl+f", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end,G", "edge(1)", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--cursor",
        "line--cursor-blurred",
        "line--dim",
        "line--strong",
        "line--good",
        "line--bad",
        "line--warn",
        "line--accent",
    }

    DEFAULT_CSS = """
    LineList {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .line--cursor { background: $primary; color: $primary-ink; text-style: bold; }
        & > .line--cursor-blurred { background: $panel; text-style: bold; }
        & > .line--dim { color: $quiet; }
        & > .line--strong { text-style: bold; }
        & > .line--good { color: $text-success; }
        & > .line--bad { color: $text-error; }
        & > .line--warn { color: $text-warning; }
        & > .line--accent { color: $text-accent; }
    }
    """

    cursor: reactive[int] = reactive(0)
    count: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor is on another item."""

        list: LineList
        index: int

        @property
        def control(self) -> LineList:
            """The list that sent it."""
            return self.list

    @dataclass
    class Chosen(Message):
        """An item was clicked twice or chosen with Enter."""

        list: LineList
        index: int

        @property
        def control(self) -> LineList:
            """The list that sent it."""
            return self.list

    def parts(self, index: int, width: int) -> list[Part]:
        """What stands in the line of an item."""
        raise NotImplementedError

    def renew(self, count: int, cursor: int = 0) -> None:
        """Draw ``count`` items anew, the cursor on ``cursor``, without telling anybody."""
        self.count = count
        self.virtual_size = Size(0, count)
        self.set_reactive(LineList.cursor, max(0, min(cursor, count - 1)))
        self.call_after_refresh(self._reveal)
        self.refresh()

    def point_at(self, index: int) -> None:
        """Put the cursor on an item without telling anybody."""
        if 0 <= index < self.count and index != self.cursor:
            before = self.cursor
            self.set_reactive(LineList.cursor, index)
            self._redraw(before, index)

    def validate_cursor(self, cursor: int) -> int:
        """The nearest item there is."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the item and tell about it."""
        if before != now:
            self._redraw(before, now)
            self.post_message(self.Moved(self, now))

    def _redraw(self, before: int, now: int) -> None:
        """The two lines that changed; scrolling draws the others anew by itself."""
        self._reveal()
        self.refresh_line(before)
        self.refresh_line(now)

    def _reveal(self) -> None:
        if self.count:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the visible part."""
        index = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        base = self.base
        if index >= self.count or width <= 0:
            return Strip.blank(max(0, width), base)
        over = self._cursor_style() if index == self.cursor else None
        return strip_of(self.parts(index, width), width, base, self, over)

    def _cursor_style(self) -> Style:
        name = "line--cursor" if self.has_focus else "line--cursor-blurred"
        return self.get_component_rich_style(name, partial=True)

    def on_focus(self) -> None:
        """Draw the cursor of a list that is listened to."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor of a list that is not."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click chooses."""
        index = event.y - self.styles.gutter.top + round(self.scroll_y)
        if 0 <= index < self.count:
            self.cursor = index
            if event.chain > 1:
                self.post_message(self.Chosen(self, index))

    def choose(self) -> None:
        """Tell that the item under the cursor was chosen."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def action_move(self, step: int) -> None:
        """Up or down."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """A screenful up or down."""
        self.cursor += step * max(1, self.size.height - 1)

    def action_edge(self, end: int) -> None:
        """To the first or the last."""
        self.cursor = self.count - 1 if end else 0


def strip_of(parts: list[Part], width: int, base: Style, widget: LinedView, over: Style | None = None) -> Strip:
    """``parts`` in exactly ``width`` cells; ``over`` is laid over everything."""
    segments: list[Segment] = []
    left = width
    for text, name in parts:
        if left <= 0:
            break
        shown = clip(text, left)
        if not shown:
            continue
        style = base + widget.get_component_rich_style(f"line--{name}", partial=True) if name else base
        segments.append(Segment(shown, style + over if over else style))
        left -= cell_width(shown)
    if left > 0:
        segments.append(Segment(" " * left, base + over if over else base))
    return Strip(segments, width)
