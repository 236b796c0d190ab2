"""One of many, found by typing; or some of a few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from policydiff.messages import _
from policydiff_tui.dialogs.frame import Dialog
from policydiff_tui.widgets.linelist import LineList, Part

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """Something to pick: what it is called, a word about it, and itself."""

    title: str
    about: str
    value: T


class ItemList(LineList):
    """The items that fit what was typed."""

    def show(self, items: Sequence[Item[T]]) -> None:
        """Draw these."""
        self._items = list(items)
        self.renew(len(items))

    def parts(self, index: int, width: int) -> list[Part]:
        """What it is called, and the word about it."""
        item = self._items[index]
        about = f"{item.about}  " if item.about else ""
        return [(about, "accent"), (item.title, "")]


class Pick(Dialog[T], Generic[T]):
    """Shows items that contain all that is typed; Enter picks the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    DEFAULT_CSS = """
    Pick ItemList { height: 1fr; min-height: 6; background: $surface; }
    Pick > .frame { height: 80%; max-width: 110; width: 90%; }
    """

    def __init__(self, title: str, items: Sequence[Item[T]]) -> None:
        super().__init__()
        self._heading = title
        self._items = self._shown = list(items)

    def compose(self) -> ComposeResult:
        """The line to type in, the items."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self._heading
            frame.border_subtitle = _("Type to narrow   ↑↓ choose   Enter: done   Esc: leave")
            yield Input()
            yield ItemList()

    def on_mount(self) -> None:
        """All items."""
        self.query_one(ItemList).show(self._items)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what fits."""
        words = event.value.lower().split()
        self._shown = [item for item in self._items if all(word in item.title.lower() for word in words)]
        self.query_one(ItemList).show(self._shown)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """The one under the cursor."""
        self._pick(self.query_one(ItemList).cursor)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """The one clicked twice."""
        self._pick(event.index)

    def _pick(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self.dismiss(self._shown[index].value)

    def action_move(self, step: int) -> None:
        """Up and down while typing."""
        self.query_one(ItemList).action_move(step)


class TickList(LineList):
    """Named things, ticked or not."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,x", "tick", show=False)]

    def show(self, choices: Sequence[tuple[str, str]], ticked: frozenset[str]) -> None:
        """Draw these (value, name)."""
        self._choices, self.ticked = choices, set(ticked)
        self.renew(len(choices))

    def parts(self, index: int, width: int) -> list[Part]:
        """A box and a name."""
        value, name = self._choices[index]
        return [("[x] ", "good") if value in self.ticked else ("[ ] ", "dim"), (name, "")]

    def action_tick(self) -> None:
        """Tick or untick what is under the cursor."""
        self.ticked ^= {self._choices[self.cursor][0]}
        self.refresh()


class Some(Dialog[frozenset[str]]):
    """Some of a few named things; none means all."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "done", show=False)]

    DEFAULT_CSS = """
    Some TickList { background: $surface; max-height: 100%; }
    """

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: frozenset[str]) -> None:
        super().__init__()
        self._heading, self._choices, self._chosen = title, choices, chosen

    def compose(self) -> ComposeResult:
        """The things, ticked or not."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self._heading
            frame.border_subtitle = _("Space: tick   Enter: done   Esc: leave")
            yield TickList()

    def on_mount(self) -> None:
        """All of them."""
        found = self.query_one(TickList)
        found.show(self._choices, self._chosen)
        found.styles.height = len(self._choices)

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """A double click ticks."""
        self.query_one(TickList).action_tick()

    def action_done(self) -> None:
        """What is ticked."""
        self.dismiss(frozenset(self.query_one(TickList).ticked))
