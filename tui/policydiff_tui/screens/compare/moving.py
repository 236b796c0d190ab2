"""Going about in a comparison: changes, kinds, other halves, words, sections."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from policydiff.messages import _
from policydiff.model import Pair
from policydiff_tui.desk.desk import Block
from policydiff_tui.desk.hits import hits
from policydiff_tui.desk.naming import Names
from policydiff_tui.dialogs.pick import Item, Pick
from policydiff_tui.dialogs.prompt import Prompt
from policydiff_tui.screens.compare.base import CompareBase
from policydiff_tui.typeset.finding import line_of
from policydiff_tui.typeset.line import Arrangement


class Moving(CompareBase):
    """The keys that move the cursor."""

    def action_next_change(self) -> None:
        """To the next place that differs, also within a long section."""
        self._change(1)

    def action_previous_change(self) -> None:
        """To the one before."""
        self._change(-1)

    def _change(self, step: int) -> None:
        """Changes off the screen in the row at hand come first, then the next row that differs."""
        number = self.desk.index.get(self.block)
        if number is not None and self._within(number, step):
            return
        self.go_to(self.desk.next_row(self.block.row, step, "changed"), at_end=step < 0)

    def _within(self, number: int, step: int) -> bool:
        """True where a change of this very block, not yet on the screen, was brought there."""
        view = self.view
        top, bottom = round(view.scroll_y), round(view.scroll_y) + view.size.height
        stops = view.page.stops_of(number)
        low, high = bisect_left(stops, top), bisect_right(stops, bottom - 1)
        fresh = stops[high:] if step > 0 else stops[:low]
        here = view.page.tops[number] < bottom and view.page.tops[number + 1] > top
        if not fresh or not here:
            return False
        view.reveal(fresh[0] if step > 0 else fresh[-1], lead=3 if step > 0 else view.size.height // 2)
        return True

    def go_to(self, row: int | None, *, at_end: bool = False) -> None:
        """Put the cursor on a row; a bell where there is none."""
        if row is None or not self.desk.rows:
            self.app.bell()
            self.tell(_("There is none."))
            return
        if row not in self.desk.rows:
            self.desk.choose(())
            self.show_rows()
        self.block = Block(row)
        number = self.desk.index[self.block]
        self.show_block()
        stops = self.view.page.stops_of(number)
        if at_end and stops and not self.view.shows(stops[-1]):
            self.view.reveal(stops[-1], lead=self.view.size.height // 2)

    def action_next_of_kind(self) -> None:
        """To the next row of the relation of this one."""
        self.go_to(self.desk.next_row(self.block.row, 1, "kind", self._pair().relation))

    def action_previous_of_kind(self) -> None:
        """To the one before."""
        self.go_to(self.desk.next_row(self.block.row, -1, "kind", self._pair().relation))

    def action_next_uncertain(self) -> None:
        """To the next row a person should look at."""
        self.go_to(self.desk.next_row(self.block.row, 1, "uncertain"))

    def action_previous_uncertain(self) -> None:
        """To the one before."""
        self.go_to(self.desk.next_row(self.block.row, -1, "uncertain"))

    def _pair(self) -> Pair:
        return self.desk.pair(self.block.row)

    def action_other_half(self) -> None:
        """Jump between the places of a moved row; level the halves of a moved passage; or read a likely counterpart."""
        pair, row = self._pair(), self.block.row
        if self.block in self.desk.index and pair.moved and pair.old and pair.new:
            self._jump()
        elif self.block in self.desk.index and (moves := self.desk.moves(row)):
            self._level(row, moves)
        elif self.block in self.desk.index and (partners := self.desk.partners(row)):
            self._peek(row, len(partners))
        else:
            self.app.bell()
            self.tell(_("This row has no other half: it neither moved nor lacks a counterpart."))

    def _jump(self) -> None:
        """To the other place of the row, opened, on the same line of the screen."""
        number = self.desk.index[self.block]
        lead = min(self.view.size.height // 2, max(1, self.view.page.tops[number] - round(self.view.scroll_y)))
        other = Block(self.block.row, not self.block.ghost)
        if other not in self.desk.index:
            return
        self.desk.opened[other] = True
        self.block = other
        self.reset_block(other)
        self.view.block = self.desk.index[other]
        self.view.reveal(self.view.page.tops[self.desk.index[other]], lead=lead)
        self.outline.point_at(self._outline_index())
        self.show_details()

    def _level(self, row: int, moves: list[int]) -> None:
        """The next moved passage of the row with both halves level; after the last, as it was."""
        if self.view.setting.arrangement is not Arrangement.BESIDE:
            self.tell(_("The halves can be brought level side by side only: press v."))
            return
        later = [move for move in moves if move > self.desk.levels.get(row, -1)]
        if later:
            self.desk.levels[row] = later[0]
            self.tell(_("Passage {number} stands level on both sides; m: on, or back.").format(number=later[0]))
        else:
            self.desk.levels.pop(row, None)
        self.reset_block(self.block)
        number = self.desk.index[self.block]
        if later:
            lines = self.view.page.blocks[number]
            level = next((n for n, line in enumerate(lines) if line.left and later[0] in line.left.moves()), 0)
            self.view.reveal(self.view.page.tops[number] + level, lead=self.view.size.height // 3)

    def _peek(self, row: int, count: int) -> None:
        """The next likely counterpart beside the row; after the last, none."""
        following = self.desk.peeks.get(row, -1) + 1
        if following < count:
            self.desk.peeks[row] = following
        else:
            self.desk.peeks.pop(row, None)
        self.reset_block(self.block)
        self.show_block()

    def action_search(self) -> None:
        """Ask for a word."""
        hint = _("Looks through both texts; . and , go to the next and previous place.")
        self.app.push_screen(Prompt(_("Search both texts"), self.word, hint), self._searched)

    def _searched(self, word: str | None) -> None:
        if word is None:
            return
        self.word = self.view.word = word.strip()
        self.hit = -1
        self.found = hits(self.desk, self.word) if self.word else []
        if self.word and not self.found:
            self.tell(_("“{word}” does not occur.").format(word=self.word))
        elif self.found:
            self._go_to_hit(1)

    def action_next_hit(self) -> None:
        """To the next place found."""
        self._go_to_hit(1)

    def action_previous_hit(self) -> None:
        """To the one before."""
        self._go_to_hit(-1)

    def _go_to_hit(self, step: int) -> None:
        if not self.found:
            self.app.bell()
            return
        self.hit = (self.hit + step) % len(self.found)
        hit = self.found[self.hit]
        if hit.block >= len(self.desk.blocks):
            return
        self.block = self.desk.blocks[hit.block]
        self.desk.opened[self.block] = True
        self.reset_block(self.block)
        lines = self.view.page.blocks[hit.block]
        line = line_of(lines, self.word, hit.side, hit.number)
        if self.view.setting.fold and any(part.left_out for part in lines):
            self._unfold_if_hidden(hit.block)
            line = line_of(self.view.page.blocks[hit.block], self.word, hit.side, hit.number)
        self.show_block()
        self.view.reveal(self.view.page.tops[hit.block] + line, lead=self.view.size.height // 3)
        self.tell(_("{number} of {count}").format(number=self.hit + 1, count=len(self.found)))

    def _unfold_if_hidden(self, number: int) -> None:
        """Show the block's whole text, where folds might hide what was found."""
        self.desk.whole.add(self.desk.blocks[number])
        self.reset_block(self.desk.blocks[number])

    def action_go(self) -> None:
        """Pick a section by number or heading."""
        left, right = self._sections(self.desk.old, "old"), self._sections(self.desk.new, "new")
        self.app.push_screen(Pick(_("Go to a section"), [*left, *right]), self._gone)

    def _sections(self, names: Names, side: str) -> list[Item[tuple[str, str]]]:
        sign = "<" if side == "old" else ">"
        return [Item(names.title(section_id), sign, (side, section_id)) for section_id in names.sections]

    def _gone(self, place: tuple[str, str] | None) -> None:
        if place is not None:
            self.go_to(self.desk.row_of(*place))
