"""The reader: a document's outline on the left, its text on the right, pages shown."""

from __future__ import annotations

from rich.console import Group
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal

from policydiff.messages import _
from policydiff.model import Document
from policydiff_tui.actions import commands
from policydiff_tui.desk.naming import Names
from policydiff_tui.desk.preview import damage, outline
from policydiff_tui.desk.reading import section_block
from policydiff_tui.dialogs.panel import Panel
from policydiff_tui.dialogs.pick import Item, Pick
from policydiff_tui.dialogs.prompt import Prompt
from policydiff_tui.screens.room import Room
from policydiff_tui.typeset.finding import line_of, place_in
from policydiff_tui.typeset.line import Arrangement, Setting
from policydiff_tui.typeset.page import Page
from policydiff_tui.widgets.diffview import DiffView
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.linelist import LineList
from policydiff_tui.widgets.styled import StyledList
from policydiff_tui.widgets.titlebar import TitleBar

LINE_CELLS = 84
"""Longer lines are hard to read: some forty Chinese characters, as printed."""


class ReaderScreen(Room):
    """One block a section; outline and text follow one cursor."""

    ROOM = "reader"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - so declared by Screen

    DEFAULT_CSS = """
    ReaderScreen {
        & #body { height: 1fr; }
        & StyledList { width: 26; border-right: vkey $panel; }
        &.-wide StyledList { width: 34%; }
        & DiffView { width: 1fr; padding: 0; }
        & .-hidden { display: none; }
    }
    """

    def __init__(self, document: Document, section: str | None = None, word: str = "") -> None:
        super().__init__()
        self.document = document
        self.names = Names(document)
        self.sections = list(self.names.sections)
        self.at = self.names.places.get(section or "", 0)
        self.word = word
        self.found: list[tuple[int, int]] = []
        self.hit = -1
        self.line_width = 0

    def compose(self) -> ComposeResult:
        """Title, outline, text, keys."""
        about = "  ".join(part for part in (self.document.doc_number, self.document.date) if part)
        yield TitleBar(self.names.name, about)
        with Horizontal(id="body"):
            yield StyledList(id="outline")
            yield DiffView(id="text")
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Begin at the section asked for."""
        found = self.query_one(StyledList)
        found.show(outline(self.document), self.at)
        self.view.focus()
        self.view.word = self.word
        self.found = self._places(self.word)

    @property
    def view(self) -> DiffView:
        """The text."""
        return self.query_one(DiffView)

    def _set_page(self) -> None:
        setting = Setting(Arrangement.STACKED, min(self.line_width or 80, LINE_CELLS))
        dim, found = self.host.state.dim, self.names.sections
        blocks = [section_block(found[name], self.names, setting, dim=dim) for name in self.sections]
        self.view.show(Page(blocks), setting)
        self._show()

    def _show(self, line: int = 0) -> None:
        if self.at >= len(self.view.page.blocks):
            return
        self.view.block = self.at
        self.query_one(StyledList).point_at(self.at)
        self.view.reveal(self.view.page.tops[self.at] + line, lead=0 if not line else self.view.size.height // 3)

    def on_diff_view_resized(self, event: DiffView.Resized) -> None:
        """Lines of the new width."""
        self.line_width = event.width
        self._set_page()

    def on_diff_view_seen(self, event: DiffView.Seen) -> None:
        """Scrolling leads the outline."""
        self.at = event.block
        self.view.block = event.block
        self.query_one(StyledList).point_at(event.block)

    def on_diff_view_clicked(self, event: DiffView.Clicked) -> None:
        """So does the mouse."""
        self.on_diff_view_seen(DiffView.Seen(event.block))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The outline leads the text."""
        self.at = event.index
        self._show()

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """On to the text."""
        self.view.focus()

    def action_search(self) -> None:
        """Ask for a word."""
        self.app.push_screen(Prompt(_("Search the text"), self.word), self._searched)

    def _searched(self, word: str | None) -> None:
        if word is None:
            return
        self.word = self.view.word = word.strip()
        self.found, self.hit = self._places(self.word), -1
        if self.found:
            self._go_to_hit(1)
        elif self.word:
            self.tell(_("“{word}” does not occur.").format(word=self.word))

    def _places(self, word: str) -> list[tuple[int, int]]:
        """Section and number within it of each occurrence."""
        texts = (f"{self.names.heading(name)}\n{self.names.text(name)}" for name in self.sections)
        return [(n, count) for n, text in enumerate(texts) for count in range(len(place_in(text, word)))]

    def action_next_hit(self) -> None:
        """To the next place found."""
        self._go_to_hit(1)

    def action_previous_hit(self) -> None:
        """To the one before."""
        self._go_to_hit(-1)

    def _go_to_hit(self, step: int) -> None:
        if not self.found or not self.view.page.blocks:
            self.app.bell()
            return
        self.hit = (self.hit + step) % len(self.found)
        self.at, count = self.found[self.hit]
        self._show(line_of(self.view.page.blocks[self.at], self.word, "left", count))
        self.tell(_("{number} of {count}").format(number=self.hit + 1, count=len(self.found)))

    def action_go(self) -> None:
        """Pick a section."""
        items = [Item(self.names.title(name), "", n) for n, name in enumerate(self.sections)]
        self.app.push_screen(Pick(_("Go to a section"), items), self._gone)

    def _gone(self, place: int | None) -> None:
        if place is not None:
            self.at = place
            self._show()

    def action_outline(self) -> None:
        """Show or hide the outline."""
        found = self.query_one(StyledList)
        found.toggle_class("-hidden")
        (self.view if found.has_class("-hidden") else found).focus()

    def action_dim(self) -> None:
        """Boilerplate dim, or like other text."""
        dim = not self.host.state.dim
        self.host.remember(dim=dim)
        top = self.view.scroll_y
        self._set_page()
        self.view.reveal(round(top), lead=0)
        self.tell(_("Boilerplate is dimmed.") if dim else _("Boilerplate is shown like other text."))

    def action_copy(self) -> None:
        """The section's text to the clipboard."""
        if self.sections:
            name = self.sections[self.at]
            self.app.copy_to_clipboard(f"{self.names.title(name)}\n{self.names.text(name)}")
            self.tell(_("The text was copied."))

    def action_damage(self) -> None:
        """What was repaired."""
        lines = [Text("".join(text for text, _style in line)) for line in damage(self.document)]
        self.app.push_screen(Panel(_("Repairs"), Group(*lines)))

    def action_back(self) -> None:
        """Clear the search, or go back."""
        if self.word:
            self.word = self.view.word = ""
            self.found = []
        else:
            self.dismiss(None)

    def again(self) -> ReaderScreen:
        """The same document at the same section."""
        return ReaderScreen(self.document, self.sections[self.at] if self.sections else None, self.word)
