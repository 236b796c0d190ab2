"""The library screen: tree, table, preview; from here everything is opened."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Tree
from textual.widgets.tree import TreeNode

from policydiff.library import Entry
from policydiff.messages import _, ngettext
from policydiff.model import Document
from policydiff_tui.actions import commands
from policydiff_tui.desk.preview import preview
from policydiff_tui.desk.shelves import ALL, EntryLine, Node, Shelf, line, tree
from policydiff_tui.dialogs.importing import ImportDialog
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.room import Room
from policydiff_tui.widgets.entries import EntryHead, EntryTable
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.linelist import LineList
from policydiff_tui.widgets.styled import StyledList
from policydiff_tui.widgets.titlebar import TitleBar
from policydiff_tui.work.session import Outcome

TYPING_PAUSE_SECONDS = 0.15
PREVIEW_PAUSE_SECONDS = 0.08
MATRIX_LIMIT = 400
"""A heat map of more documents can neither be read nor quickly be made."""


class LibraryScreen(Room):
    """Entries that pass filter and shelf; up to two of them are marked."""

    ROOM = "library"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-huge")]  # noqa: RUF012 - so declared by Screen

    DEFAULT_CSS = """
    LibraryScreen {
        & Input { border: none; height: 1; padding: 0 1; background: $surface; margin: 0; }
        & Input:focus { border: none; background: $panel; }
        & Tree { width: 24; padding: 0 0 0 1; border-right: vkey $panel; background: $background; }
        & Tree { scrollbar-size-vertical: 1; }
        & #shelf { width: 1fr; }
        & EntryTable { height: 1fr; }
        & #preview { background: $surface; padding: 0 0 0 1; }
        &.-narrow Tree { display: none; }
        &.-narrow #body { layout: vertical; }
        &.-narrow #shelf { width: 1fr; height: 1fr; }
        &.-narrow #preview { height: 9; width: 1fr; }
        &.-wide #preview { width: 34; }
        &.-huge #preview { width: 29%; }
        & .-hidden { display: none; }
    }
    """

    def __init__(self, words: str = "", marks: tuple[str, ...] = (), at: str = "") -> None:
        super().__init__()
        self.words = words
        self.marks = list(marks)
        self.at = at
        self.shelf: Shelf = ALL
        self.known: tuple[Entry, ...] = ()
        self.shown: list[Entry] = []
        self._pause: Timer | None = None
        self._look: Timer | None = None
        self._previewed = ""

    def compose(self) -> ComposeResult:
        """Title, filter, tree, table, preview, keys."""
        yield TitleBar(_("Library"), "policydiff")
        yield Input(self.words, placeholder=_("Filter: title, number, region, text …"), id="filter")
        with Horizontal(id="body"):
            yield Tree[Shelf](_("All"), data=ALL)
            with Vertical(id="shelf"):
                yield EntryHead()
                yield EntryTable(id="entries")
            yield StyledList(id="preview")
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Begin with the table."""
        self.table.focus()
        self.query_one(Tree).set_class(not self.host.state.tree, "-hidden")
        self.query_one("#preview").set_class(not self.host.state.preview, "-hidden")
        self.reload()

    @property
    def table(self) -> EntryTable:
        """The entries."""
        return self.query_one(EntryTable)

    def busy_changed(self) -> None:
        """Say what is being done."""
        if self.is_mounted:
            self._show_title()

    def reload(self) -> None:
        """Ask the library again."""
        words, session = self.words, self.host.session
        self.start(lambda: session.entries(words), self._listed, group="entries", label=_("Reading the library …"))

    def _listed(self, entries: tuple[Entry, ...]) -> None:
        self.known = entries
        if not self.words:
            self._show_tree()
        self._show_entries()

    def _show_tree(self) -> None:
        found: Tree[Shelf] = self.query_one(Tree)
        found.clear()
        found.root.set_label(f"{_('All')} {len(self.known)}")
        for node in tree(self.known):
            self._add(found.root, node)
        found.root.expand()

    def _add(self, parent: TreeNode[Shelf], node: Node) -> None:
        label = f"{node.name} {node.held}"
        if not node.children:
            parent.add_leaf(label, node.shelf)
            return
        branch = parent.add(label, node.shelf, expand=node.shelf.depth == 1)
        for child in node.children:
            self._add(branch, child)

    def _show_entries(self) -> None:
        self.shown = [entry for entry in self.known if self.shelf.holds(entry)]
        cursor = next((n for n, entry in enumerate(self.shown) if entry.id == self.at), 0)
        self.table.show(self.shown, self._line, cursor)
        self._show_title()
        self._preview_soon()

    def _line(self, entry: Entry) -> EntryLine:
        return line(entry, self.marks)

    def _show_title(self) -> None:
        count = ngettext("{count} document", "{count} documents", len(self.shown)).format(count=len(self.shown))
        marked = "   " + _("marked: {count}").format(count=len(self.marks)) if self.marks else ""
        self.query_one(TitleBar).show(f"{_('Library')}  {count}{marked}", self.busy or "policydiff")

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Shelf]) -> None:
        """A shelf shows what stands on it."""
        if event.node.data is not None and event.node.data != self.shelf and self.query_one(Tree).has_focus:
            self.shelf = event.node.data
            self._show_entries()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter when typing pauses."""
        self.words = event.value
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE_SECONDS, self.reload)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """On to what was found."""
        self.table.focus()

    def on_key(self, event: events.Key) -> None:
        """From the filter down into the table."""
        if event.key == "down" and self.query_one("#filter").has_focus:
            event.stop()
            self.table.focus()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Preview what is under the cursor, once it rests there."""
        if event.list is self.table:
            self.at = self.shown[event.index].id if event.index < len(self.shown) else ""
            self._preview_soon()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Read it."""
        if event.list is self.table:
            self.action_open()

    def _preview_soon(self) -> None:
        if self._look is not None:
            self._look.stop()
        self._look = self.set_timer(PREVIEW_PAUSE_SECONDS, self._preview)

    def _preview(self) -> None:
        entry = self.entry
        if entry is None:
            self._previewed = ""
            self.query_one("#preview", StyledList).show(self._nothing())
        elif entry.id != self._previewed and self.host.state.preview:
            identity, session = entry.id, self.host.session
            self.start(lambda: session.document(identity), self._looked_at, group="preview")

    def _nothing(self) -> list[list[tuple[str, str]]]:
        if self.busy or self.words or self.known:
            return [[(_("Nothing found."), "dim")]]
        return [[(_("The library is empty."), "strong")], [(_("Press i to import a file or folder."), "dim")]]

    def _looked_at(self, document: Document) -> None:
        self._previewed = document.id
        self.query_one("#preview", StyledList).show(preview(document))

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        cursor = self.table.cursor
        return self.shown[cursor] if cursor < len(self.shown) else None

    def action_search(self) -> None:
        """To the filter."""
        self.query_one("#filter").focus()

    def action_leave(self) -> None:
        """Cancel, clear the filter, or go back to the table."""
        if self.cancel("comparing") or self.cancel("opening"):
            self.tell(_("Cancelled."))
        elif self.words:
            self.query_one("#filter", Input).value = ""
        self.table.focus()

    def action_open(self) -> None:
        """Read the document; on the tree, open the branch."""
        if self.query_one(Tree).has_focus:
            self.query_one(Tree).action_toggle_node()
        elif self.entry is not None:
            identity, session = self.entry.id, self.host.session
            self.start(lambda: session.document(identity), self.host.read, group="opening", label=_("Opening …"))

    def action_mark(self) -> None:
        """Mark or unmark; of three, the first is forgotten."""
        if self.entry is None:
            return
        if self.entry.id in self.marks:
            self.marks.remove(self.entry.id)
        else:
            self.marks = [*self.marks, self.entry.id][-2:]
        self._show_title()
        self.table.refresh()
        self.table.action_move(1)

    def action_unmark(self) -> None:
        """No marks."""
        self.marks.clear()
        self._show_title()
        self.table.refresh()

    def action_compare(self) -> None:
        """Compare the two marked, or the marked one with the one under the cursor."""
        chosen = list(self.marks)
        if len(chosen) == 1 and self.entry is not None and self.entry.id not in chosen:
            chosen.append(self.entry.id)
        if len(chosen) < 2:
            self.app.bell()
            self.tell(_("Mark a document with Space, go to another one, and press c."))
            return
        self._compare_named(chosen[0], chosen[1])

    def action_last(self) -> None:
        """The comparison of last time."""
        if len(self.host.state.last) == 2:
            self._compare_named(*self.host.state.last)
        else:
            self.tell(_("Nothing was compared yet."))

    def _compare_named(self, old: str, new: str) -> None:
        session = self.host.session
        self.compare_documents(lambda: (session.document(old), session.document(new)))

    def compare_documents(self, documents: Callable[[], tuple[Document, Document]]) -> None:
        """Compare in a thread, then show."""
        session, options = self.host.session, self.host.options

        def job() -> Outcome:
            return session.compare(*documents(), options)

        self.start(job, self._compared, group="comparing", label=_("Comparing … (Esc: cancel)"))

    def _compared(self, outcome: Outcome) -> None:
        self.host.show_comparison(CompareScreen(outcome))

    def action_passages(self) -> None:
        """Search for passages."""
        self.host.open_search()

    def action_matrix(self) -> None:
        """The matrix of the marked documents, or of all that are listed."""
        chosen = self.marks if len(self.marks) == 2 else [entry.id for entry in self.shown]
        if len(chosen) > MATRIX_LIMIT:
            self.tell(_("A matrix shows {limit} documents at most: filter first.").format(limit=MATRIX_LIMIT))
            return
        self._open_matrix(chosen, "document")

    def action_matrix_sections(self) -> None:
        """The matrix of the sections of two documents."""
        if len(self.marks) == 2:
            self._open_matrix(self.marks, "section")
        else:
            self.tell(_("Mark two documents first."))

    def _open_matrix(self, names: list[str], by: str) -> None:
        session, wanted = self.host.session, tuple(names)
        if not wanted:
            self.app.bell()
            return
        self.start(
            lambda: [session.document(name) for name in wanted],
            lambda documents: self.host.open_matrix(documents, by),
            group="opening",
            label=_("Opening …"),
        )

    def action_import_file(self) -> None:
        """Ask for a path and read it into the library."""
        self.app.push_screen(ImportDialog(self.host.session, self.host.state.folder), self._imported)

    def _imported(self, added: tuple[str, ...] | None) -> None:
        if added:
            self.at = added[0]
            self.tell(ngettext("{count} document read", "{count} documents read", len(added)).format(count=len(added)))
        self.reload()

    def action_tree(self) -> None:
        """Show or hide the tree."""
        self.host.remember(tree=not self.host.state.tree)
        self.query_one(Tree).set_class(not self.host.state.tree, "-hidden")
        if not self.host.state.tree:
            self.shelf = ALL
            self.table.focus()
            self._show_entries()

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self.host.remember(preview=not self.host.state.preview)
        self.query_one("#preview").set_class(not self.host.state.preview, "-hidden")
        self._preview_soon()

    def again(self) -> LibraryScreen:
        """The same filter, marks and place."""
        return LibraryScreen(self.words, tuple(self.marks), self.at)
