"""The matrix screen: how alike documents, or the sections of two documents, are."""

from __future__ import annotations

from textual.app import ComposeResult

from policydiff.messages import _, ngettext
from policydiff.model import Document
from policydiff.similarity import MEASURES
from policydiff_tui.actions import commands
from policydiff_tui.desk.desk import Block
from policydiff_tui.desk.naming import one_line
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.room import Room
from policydiff_tui.typeset.cells import clip
from policydiff_tui.widgets.heatmap import HeatMap
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.titlebar import Ribbon, TitleBar
from policydiff_tui.work.heat import Heat, heat
from policydiff_tui.work.session import Outcome


class MatrixScreen(Room):
    """Computes the matrix in a thread; Enter opens the comparison of row and column."""

    ROOM = "matrix"

    DEFAULT_CSS = """
    MatrixScreen HeatMap { height: 1fr; }
    """

    def __init__(
        self, documents: tuple[Document, ...], by: str, measure: str = MEASURES[0], liked: bool = False
    ) -> None:
        super().__init__()
        self.documents, self.by, self.measure, self.liked = documents, by, measure, liked
        self.heat: Heat | None = None

    def compose(self) -> ComposeResult:
        """Title, read-out, map, keys."""
        yield TitleBar()
        yield Ribbon()
        yield HeatMap()
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Compute."""
        self.map.focus()
        self._compute()

    @property
    def map(self) -> HeatMap:
        """The heat map."""
        return self.query_one(HeatMap)

    def _compute(self) -> None:
        documents, by, measure = self.documents, self.by, self.measure
        self.start(lambda: heat(documents, by, measure), self._computed, group="heat", label=_("Computing …"))

    def _computed(self, found: Heat) -> None:
        self.heat = found
        self._draw()

    def _draw(self) -> None:
        if self.heat is not None:
            order = self.heat.likeness if self.liked else range(len(self.heat.matrix.labels))
            self.map.show(self.heat.matrix, order)
            self.busy_changed()
            self._read_out()

    def busy_changed(self) -> None:
        """Say what is shown, and what is being done."""
        if not self.is_mounted:
            return
        count = len(self.heat.matrix.labels) if self.heat else 0
        what = (
            ngettext("{count} section", "{count} sections", count)
            if self.by == "section"
            else ngettext("{count} document", "{count} documents", count)
        )
        how = (
            _("by words") if self.measure == MEASURES[0] else _("by pairs of characters"),
            _("like beside like") if self.liked else _("in order"),
        )
        self.query_one(TitleBar).show(f"{_('Similarity')}  {what.format(count=count)}", self.busy or " · ".join(how))

    def on_heat_map_moved(self, _event: HeatMap.Moved) -> None:
        """Read out the cell."""
        self._read_out()

    def _read_out(self) -> None:
        if self.heat is None or not self.heat.matrix.labels:
            self.query_one(Ribbon).show([(_("There is nothing to compare."), "")])
            return
        row, column = self.map.places
        labels, value = self.heat.matrix.labels, self.heat.matrix.values[row][column]
        self.query_one(Ribbon).show(
            [
                (f"{value:.2f}  ", "text-accent"),
                (self._label_of(row), ""),
                ("  ×  ", "text-accent"),
                (self._label_of(column), ""),
            ]
            if labels
            else []
        )

    def _label_of(self, place: int) -> str:
        assert self.heat is not None
        label = self.heat.matrix.labels[place]
        name = f"{one_line(label.title)} ({label.id.rpartition('#')[2] if self.by == 'section' else label.id})"
        return clip(name, max(16, (self.size.width - 12) // 2))

    def on_heat_map_chosen(self, _event: HeatMap.Chosen) -> None:
        """A double click opens."""
        self.action_open()

    def action_open(self) -> None:
        """The comparison of row and column; of sections, at these."""
        if self.heat is None or not self.heat.matrix.labels:
            return
        names = [self.heat.matrix.labels[place].id for place in self.map.places]
        ids = [name.partition("#")[0] for name in names]
        known = {document.id: document for document in self.documents}
        if ids[0] == ids[1]:
            self.app.bell()
            self.tell(_("Row and column are of one document: choose a cell off the diagonal."))
            return
        sections = [name.partition("#")[2] for name in names]
        if self.by == "section" and ids[0] != self.documents[0].id:
            ids.reverse()
            sections.reverse()
        session, options = self.host.session, self.host.options
        old, new = known[ids[0]], known[ids[1]]
        self.start(
            lambda: session.compare(old, new, options),
            lambda outcome: self._opened(outcome, sections),
            group="comparing",
            label=_("Comparing … (Esc: cancel)"),
        )

    def _opened(self, outcome: Outcome, sections: list[str]) -> None:
        screen = CompareScreen(outcome)
        row = screen.desk.row_of("old", sections[0]) if sections[0] else None
        if row is not None:
            screen.block = Block(row)
        self.host.show_comparison(screen)

    def action_numbers(self) -> None:
        """Numbers or shades."""
        self.map.numbers = not self.map.numbers

    def action_order(self) -> None:
        """Library order or likeness."""
        self.liked = not self.liked
        self._draw()

    def action_measure(self) -> None:
        """Words or pairs of characters."""
        self.measure = MEASURES[(MEASURES.index(self.measure) + 1) % len(MEASURES)]
        self._compute()

    def action_export(self) -> None:
        """To a file."""
        if self.heat is not None:
            self.host.export_matrix(self.heat.matrix)

    def action_back(self) -> None:
        """Cancel, or go back."""
        if self.cancel("comparing"):
            self.tell(_("Cancelled."))
        else:
            self.dismiss(None)

    def again(self) -> MatrixScreen:
        """The same matrix."""
        return MatrixScreen(self.documents, self.by, self.measure, self.liked)
