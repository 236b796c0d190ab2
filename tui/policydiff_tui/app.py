"""The application: the library, and what is opened from it. Screens ask it for what reaches beyond themselves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from policydiff import messages
from policydiff.messages import _
from policydiff.model import Comparison, Document, Matrix
from policydiff_tui import state as states
from policydiff_tui import themes
from policydiff_tui.actions import Command, app_bindings
from policydiff_tui.desk.options import Options
from policydiff_tui.dialogs.help import help_panel
from policydiff_tui.palette import palette
from policydiff_tui.picture import svg
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.library import LibraryScreen
from policydiff_tui.screens.room import Room
from policydiff_tui.work.session import Outcome, Session

if TYPE_CHECKING:
    from policydiff_tui.work.insight import Insight
    from policydiff_tui.work.searching import Finder


class PolicyDiffApp(App[None]):
    """Starts in the library, or with ``documents`` in their comparison."""

    TITLE = "policydiff"
    ENABLE_COMMAND_PALETTE = False

    DEFAULT_CSS = """
    Toast { background: $panel; }
    ToastRack { margin-bottom: 1; }
    """

    def __init__(
        self,
        session: Session | None = None,
        documents: tuple[Document, Document] | None = None,
        *,
        options: Options | None = None,
        state_path: Path | None = None,
        language: messages.Language | None = None,
    ) -> None:
        self.state_path = state_path or states.default_path()
        self.state = states.load(self.state_path)
        self.session = session or Session()
        self.documents = documents
        self._options = options
        self._finder: Finder | None = None
        known = language or next((name for name in messages.LANGUAGES if name == self.state.language), None)
        if known is not None:
            messages.use(known)
        super().__init__()
        self.animation_level = "none"
        for binding in app_bindings():
            self.bind(binding.key, binding.action, description=binding.description, show=False)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = self.state.theme if self.state.theme in themes.NAMES else themes.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Values for themes that lack our variables."""
        return dict(themes.DEFAULTS)

    @property
    def options(self) -> Options:
        """How comparisons are made: as asked on the command line, else as last time."""
        return self._options or Options(unit=self.state.unit, preset=self.state.preset)

    def on_mount(self) -> None:
        """Open the library; over it the comparison asked for."""
        library = LibraryScreen()
        self.push_screen(library)
        if self.documents is not None:
            old, new = self.documents
            self.call_after_refresh(library.compare_documents, lambda: (old, new))

    def on_unmount(self) -> None:
        """Let go of the library."""
        self.session.close()

    def remember(self, **changes: Any) -> None:
        """Keep parts of the state for this run and the next."""
        self.state = replace(self.state, **changes)
        states.save(self.state_path, self.state)

    def show_comparison(self, screen: CompareScreen) -> None:
        """Open a comparison; it is what “last” opens from now on."""
        found = screen.outcome.comparison
        self.remember(last=(found.old.id, found.new.id))
        self.push_screen(screen)

    def read(self, document: Document, section: str | None = None, word: str = "") -> None:
        """Open a document at a section."""
        from policydiff_tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(document, section, word))

    def open_matrix(self, documents: Sequence[Document], by: str) -> None:
        """Open the similarity matrix of documents, or of their sections."""
        from policydiff_tui.screens.matrix import MatrixScreen

        self.push_screen(MatrixScreen(tuple(documents), by))

    def open_insight(self, outcome: Outcome) -> None:
        """Open the findings about two documents."""
        from policydiff_tui.screens.insight import InsightScreen

        self.push_screen(InsightScreen(outcome))

    def open_search(self) -> None:
        """Open the search for passages."""
        from policydiff_tui.screens.search import SearchScreen

        self.push_screen(SearchScreen())

    def finder(self) -> Finder:
        """The index of sections, made when first needed."""
        from policydiff_tui.work.searching import Finder

        if self._finder is None:
            self._finder = Finder(self.session.library)
        return self._finder

    def export_comparison(self, comparison: Comparison) -> None:
        """Ask where to, and write."""
        from policydiff_tui.dialogs.export import ExportDialog
        from policydiff_tui.work.exporting import formats

        names = f"{comparison.old.id}--{comparison.new.id}"
        self.push_screen(ExportDialog(_("Export the comparison"), names, formats(comparison)))

    def export_matrix(self, matrix: Matrix) -> None:
        """Ask where to, and write."""
        from policydiff_tui.dialogs.export import ExportDialog
        from policydiff_tui.work.exporting import formats

        self.push_screen(ExportDialog(_("Export the matrix"), f"matrix-{matrix.by}", formats(matrix)))

    def export_insight(self, found: Insight, kind: str) -> None:
        """Ask where to, and write."""
        from policydiff_tui.dialogs.export import ExportDialog
        from policydiff_tui.work.insight import insight_formats

        names = f"{kind}-{found.comparison.old.id}--{found.comparison.new.id}"
        self.push_screen(ExportDialog(_("Export the findings"), names, insight_formats(found, kind)))

    def action_help(self) -> None:
        """The keys of the screen at hand."""
        if isinstance(self.screen, Room):
            self.push_screen(help_panel(self.screen.ROOM, self.size.width))

    def action_command_palette(self) -> None:
        """The palette, in the reader's language."""
        if isinstance(self.screen, Room):
            self.push_screen(palette(self.screen.ROOM), self._run_command)

    async def _run_command(self, command: Command | None) -> None:
        if command is not None:
            await self.screen.run_action(command.action)

    def action_theme(self) -> None:
        """The next theme."""
        self.theme = themes.following(self.theme)
        self.remember(theme=self.theme)
        self.notify(_(themes.NAMES[self.theme]), timeout=2)

    def action_language(self) -> None:
        """The other language: screens are made anew, each where it was."""
        chosen: messages.Language = "en" if messages.language() == "zh" else "zh"
        self.call_later(self._speak, chosen)

    async def _speak(self, language: messages.Language) -> None:
        messages.use(language)
        os.environ["LANGUAGE"] = messages.LOCALES[language]
        self.remember(language=language)
        rooms = [screen for screen in self.screen_stack if isinstance(screen, Room)]
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        for room in rooms:
            await self.push_screen(room.again())

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG, Chinese characters as wide as they are."""
        return svg(
            self.screen._compositor.render_strips(),
            self.size.width,
            ground=self.theme_variables.get("background"),
        )

    def action_picture(self) -> None:
        """A picture of the screen in the working folder."""
        try:
            self.notify(_("Saved: {path}").format(path=self.save_screenshot(path=".")), timeout=5, markup=False)
        except OSError as error:
            self.notify(str(error), severity="error", markup=False)

    async def action_quit(self) -> None:
        """End."""
        self.exit(None)
