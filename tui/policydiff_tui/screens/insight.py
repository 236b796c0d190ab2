"""The insight screen: what became of targets, deadlines, bodies and wording, and where the text comes from."""

from __future__ import annotations

from itertools import zip_longest

from textual.app import ComposeResult

from policydiff.messages import _
from policydiff.model import Mode
from policydiff_tui.actions import commands
from policydiff_tui.desk.insight import SIGNS, Finding, Quote, Topic, told, topics
from policydiff_tui.desk.naming import Names
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.room import Room
from policydiff_tui.typeset.cells import cell_width, pad
from policydiff_tui.typeset.finding import place_in
from policydiff_tui.typeset.halves import SHARED, Half, Span
from policydiff_tui.typeset.line import Arrangement, Kind, Line, Piece, Setting, pieces
from policydiff_tui.typeset.page import Page
from policydiff_tui.widgets.diffview import DiffView
from policydiff_tui.widgets.keybar import KeyBar
from policydiff_tui.widgets.linelist import LineList, Part
from policydiff_tui.widgets.titlebar import Ribbon, TitleBar
from policydiff_tui.work.insight import Insight, insight
from policydiff_tui.work.session import Outcome

CHANGE_CELLS = 12
BESIDE_CELLS = 76


class FindingList(LineList):
    """A finding a line, under the names of the columns."""

    def show(self, topic: Topic, findings: list[Finding], mode: Mode) -> None:
        """Draw these."""
        self._topic, self._findings, self._mode = topic, findings, mode
        self.renew(len(findings))

    @property
    def finding(self) -> Finding | None:
        """The one under the cursor."""
        return self._findings[self.cursor] if self.count else None

    def parts(self, index: int, width: int) -> list[Part]:
        """What became of it, then the cells."""
        finding = self._findings[index]
        sign, style = SIGNS.get(finding.change, ("", ""))
        first = pad(f"{sign} {told(finding.change, self._mode)}", CHANGE_CELLS) if finding.change else " "
        ink = "dim" if finding.change == "same" else ""
        cells = widths(self._topic, width - cell_width(first))
        texts = zip(finding.cells, cells, strict=True)
        return [(first, style), *((pad(text, room - 1) + " ", ink) for text, room in texts)]


def widths(topic: Topic, width: int) -> list[int]:
    """The cells of a topic's columns: their shares of the width."""
    whole = sum(share for _name, share in topic.columns)
    return [max(2, width * share // whole) for _name, share in topic.columns]


class InsightScreen(Room):
    """Topics one at a time; below the list both passages a finding was read from."""

    ROOM = "insight"

    DEFAULT_CSS = """
    InsightScreen {
        & FindingList { height: 1fr; }
        & #columns { color: $quiet; }
        & DiffView { height: 38%; border-top: hkey $panel; }
    }
    """

    def __init__(self, outcome: Outcome, topic: int = 0, *, changed: bool = False) -> None:
        super().__init__()
        self.outcome, self.topic, self.changed = outcome, topic, changed
        self.names = Names(outcome.comparison.old), Names(outcome.comparison.new)
        self.found: Insight | None = None
        self.topics: tuple[Topic, ...] = ()
        self.line_width = 0

    def compose(self) -> ComposeResult:
        """Title, topics, columns, findings, passages, keys."""
        yield TitleBar()
        yield Ribbon(id="topics")
        yield Ribbon(id="columns")
        yield FindingList()
        yield DiffView(id="passages")
        yield KeyBar(commands(self.ROOM))

    def on_mount(self) -> None:
        """Look for everything."""
        self.query_one(FindingList).show(Topic("", (), ()), [], self.outcome.comparison.mode)
        self.query_one(FindingList).focus()
        comparison = self.outcome.comparison
        self.start(lambda: insight(comparison), self._came, group="insight", label=_("Reading both documents …"))

    def busy_changed(self) -> None:
        """Say what is being done."""
        if self.is_mounted:
            left, right = (names.name for names in self.names)
            self.query_one(TitleBar).show(f"{_('Findings')}  {left}  ⇄  {right}", self.busy)

    def _came(self, found: Insight) -> None:
        self.found, self.topics = found, topics(found)
        self._show_topic()

    def _show_topic(self) -> None:
        if not self.topics:
            return
        topic = self.topics[self.topic]
        found = [f for f in topic.findings if not self.changed or f.change != "same"]
        parts: list[tuple[str, str]] = []
        for number, other in enumerate(self.topics):
            colour = "text-accent" if number == self.topic else ""
            parts.append((f"{number + 1} {other.name} {len(other.findings)}", colour))
            parts.append(("  ", ""))
        self.query_one("#topics", Ribbon).show(parts)
        self.query_one(FindingList).show(topic, found, self.outcome.comparison.mode)
        self._show_columns(topic)
        self._show_passages()

    def _show_columns(self, topic: Topic) -> None:
        first = CHANGE_CELLS if any(finding.change for finding in topic.findings) else 1
        cells = widths(topic, self.size.width - 1 - first)
        names = [pad(name, room - 1) + " " for (name, _share), room in zip(topic.columns, cells, strict=True)]
        self.query_one("#columns", Ribbon).show([(" " * (first - 1) + "".join(names), "")])

    def on_resize(self) -> None:
        """Columns share the width."""
        if self.topics:
            self._show_columns(self.topics[self.topic])

    def on_line_list_moved(self, _event: LineList.Moved) -> None:
        """What the finding was read from."""
        self._show_passages()

    def on_diff_view_resized(self, event: DiffView.Resized) -> None:
        """Lines of another width."""
        self.line_width = event.width
        self._show_passages()

    def _show_passages(self) -> None:
        view, finding = self.query_one(DiffView), self.query_one(FindingList).finding
        if not self.line_width:
            return
        beside = self.line_width >= BESIDE_CELLS
        setting = Setting(Arrangement.BESIDE if beside else Arrangement.STACKED, self.line_width)
        lines = self._lines(finding, setting) if finding is not None else []
        if self.topics and finding is None:
            half = Half(_("Nothing of this kind was found."))
            lines = [Line(Kind.TEXT, piece) for piece in pieces(half, setting.column)]
        view.show(Page([tuple(lines)] if lines else []), setting)
        view.block = -1
        view.reveal(0)

    def _lines(self, finding: Finding, setting: Setting) -> list[Line]:
        quotes = (finding.old, finding.new)
        heads = (self._head(finding.old, self.names[0]), self._head(finding.new, self.names[1]))
        texts = [pieces(_half(quote), setting.column) if quote else [] for quote in quotes]
        if setting.arrangement is Arrangement.BESIDE:
            body = [Line(Kind.TEXT, left, right) for left, right in zip_longest(*texts)]
            return [Line(Kind.HEAD, heads[0], heads[1]), *body]
        return [
            line
            for head, text, quote in zip(heads, texts, quotes, strict=True)
            if quote
            for line in (Line(Kind.HEAD, head), *(Line(Kind.TEXT, piece) for piece in text))
        ]

    def _head(self, quote: Quote | None, names: Names) -> Piece:
        text = names.heading(quote.section) if quote else "—"
        return Piece(Half(text), 0, len(text))

    def action_topic(self, number: int) -> None:
        """Another table."""
        self.topic = number % max(1, len(self.topics) or 7)
        self._show_topic()

    def action_next_topic(self) -> None:
        """The table after this one."""
        self.action_topic(self.topic + 1)

    def action_previous_topic(self) -> None:
        """The table before."""
        self.action_topic(self.topic - 1)

    def action_changed(self) -> None:
        """Only what is not the same, or everything."""
        self.changed = not self.changed
        self._show_topic()

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """A double click opens."""
        self.action_open()

    def action_open(self) -> None:
        """The row of the comparison in which it stands."""
        finding = self.query_one(FindingList).finding
        place = finding and (finding.new or finding.old)
        if finding is None or not place:
            self.app.bell()
            return
        below = self.app.screen_stack[-2]
        self.dismiss(None)
        if isinstance(below, CompareScreen):
            below.go_to(below.desk.row_of("new" if finding.new else "old", place.section))

    def action_read(self, side: str) -> None:
        """The passage in its document."""
        finding = self.query_one(FindingList).finding
        quote = finding and (finding.old if side == "old" else finding.new)
        if not quote:
            self.app.bell()
            return
        comparison = self.outcome.comparison
        self.host.read(comparison.old if side == "old" else comparison.new, quote.section)

    def action_copy(self) -> None:
        """The finding as a line, cells parted by TAB."""
        finding = self.query_one(FindingList).finding
        if finding is not None:
            self.app.copy_to_clipboard("\t".join((told(finding.change, self.outcome.comparison.mode), *finding.cells)))
            self.tell(_("The row was copied."))

    def action_export(self) -> None:
        """To a file."""
        if self.found is not None:
            self.host.export_insight(self.found, self.topics[self.topic].kind)

    def action_back(self) -> None:
        """Back to the comparison."""
        self.cancel("insight")
        self.dismiss(None)

    def again(self) -> InsightScreen:
        """The same table."""
        return InsightScreen(self.outcome, self.topic, changed=self.changed)


def _half(quote: Quote) -> Half:
    """The passage, its words marked."""
    spans = (Span(start, end, SHARED) for start, end in place_in(quote.text, quote.words)) if quote.words else ()
    return Half(quote.text, tuple(spans))
