"""The search screen: a passage in, the most similar sections of the library out, while one types."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import TextArea

from policydiff.messages import _, ngettext
from policydiff.model import Document, Hit
from policydiff.model import Hits as Found
from policydiff_tui.actions import commands
from policydiff_tui.desk.naming import one_line
from policydiff_tui.screens.room import Room
from policydiff_tui.typeset.cells import clip
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.linelist import LineList, Part
from policydiff_tui.widgets.outline import bar
from policydiff_tui.widgets.titlebar import TitleBar

TYPING_PAUSE_SECONDS = 0.3

LINES = 2
"""Each hit takes a line for its place and one for how it begins."""


class Hits(LineList):
    """Two lines a hit; the cursor moves from hit to hit."""

    def show(self, found: Sequence[Hit]) -> None:
        """Draw these."""
        self._found = found
        self.renew(LINES * len(found))

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self._found[self.cursor // LINES] if self.count else None

    def action_move(self, step: int) -> None:
        """To the next hit."""
        self.cursor = (self.cursor // LINES + step) * LINES

    def validate_cursor(self, cursor: int) -> int:
        """The first line of a hit."""
        return super().validate_cursor(cursor) // LINES * LINES

    def parts(self, index: int, width: int) -> list[Part]:
        """Likeness and place, or the beginning."""
        found = self._found[index // LINES]
        if index % LINES:
            return [("           ", ""), (clip(one_line(found.text), width - 11), "dim")]
        place = f"{found.section} {one_line(found.path[-1])}"
        return [
            (f"{found.score:4.0%} ", "strong"),
            *bar(found.score),
            ("  " + place + "  ", "strong"),
            (one_line(found.title), "dim"),
        ]


class SearchScreen(Room):
    """Asks the library's sections when typing pauses."""

    ROOM = "search"

    DEFAULT_CSS = """
    SearchScreen {
        & TextArea { height: 5; border: none; padding: 0 1; background: $surface; }
        & TextArea:focus { border: none; background: $panel; }
        & Hits { height: 1fr; }
    }
    """

    def __init__(self, passage: str = "") -> None:
        super().__init__()
        self.passage = passage
        self._pause: Timer | None = None
        self._count = 0

    def compose(self) -> ComposeResult:
        """Title, passage, hits, keys."""
        yield TitleBar(_("Passages"), _("the sections most like it"))
        yield TextArea(self.passage, soft_wrap=True, placeholder=_("A sentence or a passage …"))
        yield Hits()
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Begin with the passage."""
        self.hits.show([])
        self.query_one(TextArea).focus()
        self._search()

    @property
    def hits(self) -> Hits:
        """What was found."""
        return self.query_one(Hits)

    def busy_changed(self) -> None:
        """Say what is being done."""
        if self.is_mounted:
            count = ngettext("{count} section", "{count} sections", self._count).format(count=self._count)
            shown = count if self._count else _("the sections most like it")
            self.query_one(TitleBar).show(_("Passages"), self.busy or shown)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Search when typing pauses."""
        self.passage = event.text_area.text
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE_SECONDS, self._search)

    def _search(self) -> None:
        passage, finder = self.passage.strip(), self.host.finder
        if not passage:
            self.cancel("nearest")
            self._show(())
            return
        self.start(lambda: finder().nearest(passage), self._found, group="nearest", label=_("Searching …"))

    def _found(self, found: Found) -> None:
        self._show(found.hits)

    def _show(self, found: Sequence[Hit]) -> None:
        self._count = len(found)
        self.hits.show(found)
        self.busy_changed()

    def on_key(self, event: events.Key) -> None:
        """Down and Tab lead from the passage to the hits."""
        area = self.query_one(TextArea)
        if area.has_focus and event.key in ("down", "tab", "ctrl+enter") and area.cursor_at_last_line:
            event.stop()
            event.prevent_default()
            self.hits.focus()

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """A double click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Read the section in its document."""
        hit = self.hits.hit
        if hit is not None:
            session, name, section = self.host.session, hit.document, hit.section
            self.start(lambda: session.document(name), lambda found: self._open(found, section), group="opening")

    def _open(self, document: Document, section: str) -> None:
        self.host.read(document, section)

    def action_edit(self) -> None:
        """Back to the passage."""
        self.query_one(TextArea).focus()

    def action_copy(self) -> None:
        """The section's text to the clipboard."""
        hit = self.hits.hit
        if hit is not None:
            self.app.copy_to_clipboard(hit.text)
            self.tell(_("The text was copied."))

    def action_back(self) -> None:
        """From the hits to the passage's screen before."""
        self.dismiss(None)

    def again(self) -> SearchScreen:
        """The same passage."""
        return SearchScreen(self.passage)
