"""The compare screen's widgets and how they follow the desk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from policydiff.messages import _, ngettext
from policydiff.model import Relation
from policydiff.synopsis.relations import MODES as MODE_NAMES
from policydiff_tui.actions import commands
from policydiff_tui.desk.desk import Block, Desk
from policydiff_tui.desk.facts import facts
from policydiff_tui.desk.history import History
from policydiff_tui.desk.hits import Hit
from policydiff_tui.desk.options import CHOICES, is_uncertain
from policydiff_tui.screens.compare.names import KIND_NAMES, differing, short_name
from policydiff_tui.screens.room import Room
from policydiff_tui.typeset.line import Arrangement, Setting
from policydiff_tui.typeset.lines import block_lines
from policydiff_tui.typeset.page import Page
from policydiff_tui.typeset.signs import SIGNS
from policydiff_tui.widgets.detail import DetailBar
from policydiff_tui.widgets.diffview import DiffView
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.linelist import LineList
from policydiff_tui.widgets.outline import Outline, OutlineItem
from policydiff_tui.widgets.titlebar import Ribbon, TitleBar
from policydiff_tui.work.session import Outcome

BESIDE_CELLS = 76
"""From this width on two columns of some seventeen Chinese characters each are easier to read than one."""

WIDE_COLUMNS, HUGE_COLUMNS = 100, 170

STYLES = {"dim": "", "warn": "text-warning", "accent": "text-accent", "bad": "text-error", "good": "text-success"}


class CompareBase(Room):
    """Widgets, and the cursor: a block that outline, texts and detail bar all show."""

    ROOM = "compare"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_COLUMNS, "-wide"), (HUGE_COLUMNS, "-huge")]  # noqa: RUF012 - as Screen

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - so declared by Screen

    DEFAULT_CSS = """
    CompareBase {
        & #body { height: 1fr; }
        & Outline { width: 26; }
        & DiffView { width: 1fr; }
        &.-low DetailBar { height: 3; }
        &.-wide Outline { width: 30%; }
        &.-huge Outline { width: 56; }
        & .-hidden { display: none; }
    }
    """

    def __init__(self, outcome: Outcome, *, at: Block | None = None, history: History | None = None) -> None:
        super().__init__()
        self.outcome = outcome
        self.asked = outcome.options
        self.history = history or History()
        self.desk = Desk(outcome.comparison, options=outcome.options, remarks=outcome.remarks)
        self.block = at or self._first_change()
        self.word = ""
        self.found: list[Hit] = []
        self.hit = -1
        self.width = 0

    def _first_change(self) -> Block:
        row = self.desk.next_row(None, 1, "changed")
        return Block(row if row is not None else 0)

    def compose(self) -> ComposeResult:
        """Title, figures, outline and texts, details, keys."""
        yield TitleBar()
        yield Ribbon()
        with Horizontal(id="body"):
            yield Outline(id="outline")
            with Vertical():
                yield DiffView(id="texts")
        yield DetailBar()
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Show everything."""
        state = self.host.state
        self.outline.set_class(not state.outline, "-hidden")
        self.query_one(DetailBar).set_class(not state.details, "-hidden")
        (self.outline if state.outline else self.view).focus()
        self.show_rows()

    def on_screen_resume(self) -> None:
        """Boilerplate may have been dimmed, or no longer, on another screen."""
        if self.desk.dim != self.host.state.dim:
            self.set_page()

    @property
    def view(self) -> DiffView:
        """The texts."""
        return self.query_one(DiffView)

    @property
    def outline(self) -> Outline:
        """The rows."""
        return self.query_one(Outline)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the texts are on the screen there is nothing to go about in."""
        if not self.width and action != "back" and hasattr(type(self), f"action_{action}"):
            return False
        return super().check_action(action, parameters)

    def busy_changed(self) -> None:
        """Say what is being done."""
        if self.is_mounted:
            self.show_title()

    def show_title(self) -> None:
        """Both documents; what is being done, or how they are compared."""
        found, options = self.desk.comparison, self.outcome.options
        left, right = self.desk.old.name, self.desk.new.name
        if left == right:
            left, right = (f"{name} {d.date or d.id}" for name, d in ((left, found.old), (right, found.new)))
        chosen = " · ".join(
            (_(MODE_NAMES[found.mode]), _(CHOICES["unit"][options.unit]), _(CHOICES["preset"][options.preset]))
        )
        busy = _("{what} (Esc: cancel)").format(what=self.busy) if self.busy else chosen
        self.query_one(TitleBar).show(f"{left}  ⇄  {right}", busy)

    def show_figures(self) -> None:
        """How many rows of each relation there are: the legend of the outline's signs too."""
        comparison = self.desk.comparison
        parts: list[tuple[str, str]] = []
        blank, end = (" ", "   ") if self.app.size.width >= WIDE_COLUMNS else ("", " ")
        for relation in Relation:
            if count := comparison.counts.get(relation, 0):
                sign, style = SIGNS[relation]
                name = short_name(relation, comparison.mode)
                parts += [(f"{sign}{blank}", STYLES[style]), (f"{name} {count}{end}", "")]
        check = sum(map(is_uncertain, comparison.pairs))
        if check:
            parts += [(f"?{blank}", "text-warning"), (_("to check {count}").format(count=check) + end, "")]
        parts.append((differing(comparison), ""))
        if self.desk.only:
            names = "、".join(_(KIND_NAMES[kind]) for kind in KIND_NAMES if kind in self.desk.only)
            shown = ngettext("{count} row", "{count} rows", len(self.desk.rows)).format(count=len(self.desk.rows))
            parts.insert(0, (_("Only {names}: {shown}").format(names=names, shown=shown) + "   ", "text-warning"))
        self.query_one(Ribbon).show(parts)

    def show_rows(self) -> None:
        """Everything anew: after another comparison, another filter, another width."""
        if self.block not in self.desk.index:
            self.block = self._nearest()
        items = [self._item(row) for row in self.desk.rows]
        self.outline.show(items, self._outline_index())
        self.show_title()
        self.show_figures()
        self.set_page()
        self.show_block()

    def _nearest(self) -> Block:
        later = [n for n in self.desk.rows if n >= self.block.row]
        return Block(later[0] if later else self.desk.rows[-1] if self.desk.rows else 0)

    def _item(self, row: int) -> OutlineItem:
        pair = self.desk.pair(row)
        names, ids = (self.desk.old, pair.old) if pair.old else (self.desk.new, pair.new)
        depth = min(3, ids[0].count(".")) if ids else 0
        title = names.bare(ids) if ids else ""
        return OutlineItem(pair, title, depth, is_uncertain(pair), self.desk.remark(pair) is not None)

    def _outline_index(self) -> int:
        return self.desk.rows.index(self.block.row) if self.block.row in self.desk.rows else 0

    def set_page(self) -> None:
        """Set all blocks in lines for the present width and arrangement."""
        if not self.width:
            return
        setting = self.setting()
        self.desk.dim = self.host.state.dim
        self.view.show(Page([block_lines(self.desk.content(block), setting) for block in self.desk.blocks]), setting)
        self.view.block = self.desk.index.get(self.block, 0)

    def setting(self) -> Setting:
        """The arrangement asked for, or the one that suits the width."""
        width = self.width
        chosen = self.host.state.arrangement
        fitting = Arrangement.BESIDE if width >= BESIDE_CELLS else Arrangement.STACKED
        arrangement = Arrangement(chosen) if chosen in list(Arrangement) else fitting
        return Setting(arrangement, width, fold=not self.desk.unfolded, signs=self.host.state.signs)

    def reset_block(self, block: Block) -> None:
        """Set one block's lines anew."""
        number = self.desk.index[block]
        self.view.page.replace(number, block_lines(self.desk.content(block), self.view.setting))
        self.view.show(self.view.page, self.view.setting)

    def show_block(self, line: int | None = None, *, lead: int = 2) -> None:
        """Bring the block under the cursor into view, ``line`` of it rather than its title; tell what is known."""
        number = self.desk.index.get(self.block)
        if number is None or not self.width:
            self.query_one(DetailBar).show([])
            return
        self.outline.point_at(self._outline_index())
        self.view.block = number
        page = self.view.page
        top = page.tops[number]
        if line is not None and line > self.view.size.height - 4:
            self.view.reveal(top + line, lead=lead)
        elif not self.view.shows(top) or not self.view.shows(min(page.tops[number + 1] - 1, top + 8)):
            self.view.reveal(top, lead=1)
        self.show_details()

    def show_details(self) -> None:
        """What is known about the row under the cursor."""
        if self.desk.rows:
            self.query_one(DetailBar).show(facts(self.desk, self.block.row))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The outline's cursor leads."""
        if event.index < len(self.desk.rows):
            self.block = Block(self.desk.rows[event.index])
            self.show_block()

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """A double click on a row reads it."""
        self.view.focus()

    def on_diff_view_seen(self, event: DiffView.Seen) -> None:
        """Scrolling leads too."""
        if event.block < len(self.desk.blocks):
            self.block = self.desk.blocks[event.block]
            self.view.block = event.block
            self.outline.point_at(self._outline_index())
            self.show_details()

    def on_diff_view_clicked(self, event: DiffView.Clicked) -> None:
        """So does the mouse."""
        if event.block < len(self.desk.blocks):
            self.block = self.desk.blocks[event.block]
            if event.twice or (event.head and not self.desk.is_open(self.block)):
                self.toggle(self.block)
            self.on_diff_view_seen(DiffView.Seen(event.block))

    def on_diff_view_resized(self, event: DiffView.Resized) -> None:
        """Other lines for another width; the block under the cursor stays where it is read."""
        self.width = event.width
        self.show_figures()
        self.set_page()
        self.show_block()

    def toggle(self, block: Block) -> None:
        """Open or close a block."""
        self.desk.opened[block] = not self.desk.is_open(block)
        self.reset_block(block)
