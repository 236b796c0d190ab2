"""Setting the alignment right: pin, forbid, choose, undo; bookmarks and notes."""

from __future__ import annotations

from policydiff.library.remarks import Remark
from policydiff.messages import _
from policydiff.model import Comparison
from policydiff_tui.desk.desk import NOTHING, Block
from policydiff_tui.desk.history import SectionPair, Step, Verdict, step
from policydiff_tui.desk.remarks import anchor
from policydiff_tui.dialogs.pick import Item, Pick
from policydiff_tui.dialogs.prompt import Prompt
from policydiff_tui.screens.compare.moving import Moving
from policydiff_tui.work.session import Outcome

COMPARING = "comparing"

Verdicts = tuple[tuple[SectionPair, Verdict], ...]


class Correcting(Moving):
    """The keys that change what is compared with what. Each correction is kept at once and compared at once."""

    unfinished: Step | None = None
    """The verdicts being applied, and what had been said before."""

    def action_pin(self) -> None:
        """Say that the row's sections, or the one shown beside, are counterparts."""
        self._decide(self._shown_pairs(), Verdict.PIN)

    def action_forbid(self) -> None:
        """Say that they are not."""
        self._decide(self._shown_pairs(), Verdict.FORBID)

    def action_unpin(self) -> None:
        """Take back all that was said about the row's sections."""
        pair, decisions = self._pair(), self.outcome.decisions
        said = (*decisions.pinned, *decisions.forbidden)
        self._decide([s for s in said if s[0] in pair.old or s[1] in pair.new], Verdict.NONE)

    def _shown_pairs(self) -> list[SectionPair]:
        pair, beside = self._pair(), self.desk.peeked(self.block.row)
        if pair.old and pair.new:
            return [(old, new) for old in pair.old for new in pair.new]
        if beside is None:
            return []
        return [(old, beside) for old in pair.old] or [(beside, new) for new in pair.new]

    def _decide(self, sections: list[SectionPair], verdict: Verdict) -> None:
        if not sections:
            self.app.bell()
            self.tell(
                _("Nothing was decided about this row.")
                if verdict is Verdict.NONE
                else _("No counterpart is shown: press m to read one beside, or c to choose one.")
            )
            return
        done = step(self.outcome.decisions, sections, verdict)
        if done is None:
            self.tell(_("That had been decided already."))
            return
        self.history.push(done)
        self._apply(done, done.after)

    def _apply(self, done: Step, verdicts: Verdicts) -> None:
        """Keep the verdicts, compare again, and come back to the sections at hand."""
        outcome, session, options = self.outcome, self.host.session, self.asked
        self.unfinished = Step(verdicts, done.before if verdicts is done.after else done.after)

        def job() -> Outcome:
            session.decide(outcome.comparison, verdicts)
            return session.compare(outcome.comparison.old, outcome.comparison.new, options)

        section = done.after[0][0]
        self.start(job, lambda found: self.take(found, section), group=COMPARING, label=_("Comparing again …"))

    def take(self, outcome: Outcome, section: SectionPair | None = None) -> None:
        """Go on with another comparison of the same documents, the cursor on the sections it was on."""
        place = section or anchor(self._pair()) if self.desk.rows else ("", "")
        self.outcome, self.asked, self.unfinished = outcome, outcome.options, None
        self.desk.options, self.desk.remarks = outcome.options, outcome.remarks
        self.desk.take(outcome.comparison)
        self.found, self.hit = [], -1
        row = self.desk.row_of("old", place[0]) if place[0] else None
        row = self.desk.row_of("new", place[1]) if row is None and place[1] else row
        self.block = Block(row or 0)
        self.show_rows()

    def take_back(self) -> None:
        """Make nothing of what was cancelled: neither the correction nor the option."""
        self.asked = self.outcome.options
        if self.unfinished is not None:
            verdicts, found, session = self.unfinished.before, self.outcome.comparison, self.host.session
            if self.history.done and self.unfinished.after == self.history.done[-1].after:
                self.history.done.pop()
            else:
                self.history.redo()
            self.start(lambda: session.decide(found, verdicts), lambda _none: None, group="take back")
            self.unfinished = None

    def action_undo(self) -> None:
        """Take the last correction back."""
        last = self.history.undo()
        if last is None:
            self.app.bell()
            self.tell(_("There is nothing to undo."))
        else:
            self._apply(last, last.before)

    def action_redo(self) -> None:
        """Do it again."""
        last = self.history.redo()
        if last is None:
            self.app.bell()
        else:
            self._apply(last, last.after)

    def action_candidates(self) -> None:
        """Choose the counterpart of this row's first section among all of the other side."""
        pair, desk = self._pair(), self.desk
        if pair is NOTHING:
            return
        from_old = bool(pair.old)
        own, other = (pair.old, desk.new) if from_old else (pair.new, desk.old)
        likely = {candidate.section: candidate.confidence for candidate in pair.candidates}
        also = pair.see_also_new if from_old else pair.see_also_old
        here = pair.new if from_old else pair.old
        order = list(dict.fromkeys((*here, *likely, *also, *other.sections)))
        marks = {section: _("partly") for section in also} | {s: f"{c:.0%}" for s, c in likely.items()}
        marks |= dict.fromkeys(here, "◆" if pair.pinned else "✓")
        items = [Item(other.title(section), marks.get(section, "  "), section) for section in order]
        names = desk.old if from_old else desk.new
        title = _("Counterpart of {section}").format(section=names.title(own[0]))
        self.app.push_screen(Pick(title, items), lambda chosen: self._chosen(own[0], chosen, from_old=from_old))

    def _chosen(self, own: str, chosen: str | None, *, from_old: bool) -> None:
        if chosen is not None:
            self._decide([(own, chosen) if from_old else (chosen, own)], Verdict.PIN)

    def action_bookmark(self) -> None:
        """Set the row's bookmark, or take it away."""
        remark = self.desk.remark(self._pair()) or Remark()
        self._remark(Remark(text=remark.text, bookmark=not remark.bookmark))

    def action_note(self) -> None:
        """Write the row's note."""
        remark = self.desk.remark(self._pair()) or Remark()
        hint = _("Kept beside the library and carried into exports. Empty: no note.")
        self.app.push_screen(Prompt(_("Note on this row"), remark.text, hint), self._noted)

    def _noted(self, text: str | None) -> None:
        if text is not None:
            remark = self.desk.remark(self._pair()) or Remark()
            self._remark(Remark(text=text.strip(), bookmark=remark.bookmark))

    def _remark(self, remark: Remark) -> None:
        if self._pair() is NOTHING:
            return
        session, comparison, place = self.host.session, self.desk.comparison, self._remark_place()
        self.start(lambda: (comparison, session.remark(comparison, place, remark)), self._remarked, group="remark")

    def _remark_place(self) -> SectionPair:
        """Where the row's remark is kept: where it was made, else under the row's own sections."""
        pair = self._pair()
        remark = self.desk.remark(pair)
        return next((place for place, kept in self.desk.remarks.items() if kept is remark), anchor(pair))

    def _remarked(self, found: tuple[Comparison, dict[SectionPair, Remark]]) -> None:
        self.desk.remarks = found[1]
        items = [self._item(row) for row in self.desk.rows]
        self.outline.show(items, self._outline_index())
        self.set_page()
        self.show_details()
