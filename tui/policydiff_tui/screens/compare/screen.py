"""The compare screen as a whole: what changes the view, and what hands on."""

from __future__ import annotations

from dataclasses import replace

from rich.console import RenderableType

from policydiff.messages import _
from policydiff.synopsis.flat_tables import flat
from policydiff_tui.desk.desk import NOTHING
from policydiff_tui.desk.options import CHOICES, following
from policydiff_tui.desk.remarks import annotated
from policydiff_tui.dialogs.panel import Panel
from policydiff_tui.dialogs.pick import Some
from policydiff_tui.screens.compare.correcting import COMPARING, Correcting
from policydiff_tui.screens.compare.names import KIND_NAMES
from policydiff_tui.typeset.halves import one_sided
from policydiff_tui.typeset.line import Arrangement
from policydiff_tui.widgets.detail import DetailBar

ARRANGEMENTS = ("", *Arrangement)


class CompareScreen(Correcting):
    """Opens at the first change; the cursor's row is seen in outline, texts and detail bar."""

    def action_filter(self) -> None:
        """Choose kinds."""
        choices = [(kind, _(name)) for kind, name in KIND_NAMES.items()]
        self.app.push_screen(Some(_("Rows to show"), choices, self.desk.only), self._filtered)

    def _filtered(self, only: frozenset[str] | None) -> None:
        if only is not None:
            self.desk.choose(only)
            self.found, self.hit = [], -1
            self.show_rows()

    def action_only(self, kind: str) -> None:
        """Rows of one kind; the same key again shows all."""
        chosen = frozenset({kind} if kind else ())
        self._filtered(frozenset() if chosen == self.desk.only else chosen)

    def action_fold(self) -> None:
        """Fold or unfold the row."""
        if self.block in self.desk.index:
            self.toggle(self.block)
            self.show_block()

    def action_fold_all(self) -> None:
        """Show all unchanged text, or fold it."""
        self.desk.unfolded = not self.desk.unfolded
        self.desk.opened.clear()
        self.desk.whole.clear()
        self.set_page()
        self.show_block()
        self.tell(_("Unchanged text is shown.") if self.desk.unfolded else _("Unchanged text is folded."))

    def action_arrangement(self) -> None:
        """The next arrangement; after the last, by width again."""
        names = {
            "": _("Layout by width"),
            Arrangement.BESIDE: _("Side by side"),
            Arrangement.STACKED: _("One above the other"),
            Arrangement.MERGED: _("Merged into one column"),
        }
        here = ARRANGEMENTS.index(self.host.state.arrangement) if self.host.state.arrangement in ARRANGEMENTS else 0
        chosen = ARRANGEMENTS[(here + 1) % len(ARRANGEMENTS)]
        self.host.remember(arrangement=str(chosen))
        self.set_page()
        self.show_block()
        self.tell(names[chosen])

    def action_signs(self) -> None:
        """Signs around changes, or none."""
        self.host.remember(signs=not self.host.state.signs)
        self.set_page()
        self.show_block()

    def action_dim(self) -> None:
        """Boilerplate dim, or like other text."""
        dim = not self.host.state.dim
        self.host.remember(dim=dim)
        self.set_page()
        self.tell(_("Boilerplate is dimmed.") if dim else _("Boilerplate is shown like other text."))

    def action_outline(self) -> None:
        """Show or hide the outline."""
        self.host.remember(outline=not self.host.state.outline)
        self.outline.set_class(not self.host.state.outline, "-hidden")
        (self.outline if self.host.state.outline else self.view).focus()

    def action_details(self) -> None:
        """Show or hide the detail bar."""
        self.host.remember(details=not self.host.state.details)
        self.query_one(DetailBar).set_class(not self.host.state.details, "-hidden")

    def action_option(self, name: str) -> None:
        """The next mode, unit or preset; the comparison is made again."""
        options = self.asked
        chosen = following(name, getattr(options, name))
        changed = replace(options, **{name: chosen})
        if name != "mode":
            self.host.remember(**{name: chosen})
        found, session = self.outcome.comparison, self.host.session
        self.tell(_(CHOICES[name][chosen]))
        self.start(
            lambda: session.compare(found.old, found.new, changed),
            self.take,
            group=COMPARING,
            label=_("Comparing again …"),
        )
        self.asked = changed

    def action_why(self) -> None:
        """What speaks for and against the row's pairing."""
        pair, outcome, session = self._pair(), self.outcome, self.host.session
        if pair is NOTHING:
            return
        section, side = (pair.old[0], "old") if pair.old else (pair.new[0], "new")
        self.start(
            lambda: session.why(outcome, section, side),
            self._explained,
            group="why",
            label=_("Weighing …"),
        )

    def _explained(self, view: RenderableType) -> None:
        self.app.push_screen(Panel(_("Why this pairing"), view))

    def action_copy(self) -> None:
        """Both texts of the row to the clipboard."""
        pair = self._pair()
        parts = [
            "\n".join(
                filter(None, (names.titles(ids), *(one_sided(e, new=new) for e in (pair.edits, flat(pair.tables)))))
            )
            for names, ids, new in ((self.desk.old, pair.old, False), (self.desk.new, pair.new, True))
            if ids
        ]
        self.app.copy_to_clipboard("\n\n".join(parts))
        self.tell(_("Both texts were copied.") if len(parts) > 1 else _("The text was copied."))

    def action_export(self) -> None:
        """Write the comparison, with the reader's remarks, to a file."""
        self.host.export_comparison(annotated(self.desk.comparison, self.desk.remarks))

    def action_insight(self) -> None:
        """What became of targets, deadlines, bodies and wording."""
        self.host.open_insight(self.outcome)

    def action_section_matrix(self) -> None:
        """The sections of both documents, each with each."""
        self.host.open_matrix([self.desk.comparison.old, self.desk.comparison.new], by="section")

    def action_read(self, side: str) -> None:
        """Read one document where the cursor is."""
        comparison, pair = self.desk.comparison, self._pair()
        document, ids = (comparison.old, pair.old) if side == "old" else (comparison.new, pair.new)
        self.host.read(document, ids[0] if ids else None)

    def action_back(self) -> None:
        """Cancel what is being done, clear the search, or go back to the library."""
        if self.cancel(COMPARING):
            self.take_back()
            self.tell(_("Cancelled."))
        elif self.word:
            self.word = self.view.word = ""
            self.found = []
        else:
            self.dismiss(None)

    def again(self) -> CompareScreen:
        """The same comparison, the cursor where it was, what was done still to be undone."""
        fresh = CompareScreen(self.outcome, at=self.block, history=self.history)
        fresh.desk.choose(self.desk.only)
        fresh.desk.remarks = self.desk.remarks
        return fresh
