"""What can be said about a format: each option a line, the next of its values at the press of a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from policydiff.messages import _
from policydiff_tui.widgets.linelist import LineList, Part

if TYPE_CHECKING:
    from policydiff.export import Option


class OptionList(LineList):
    """Options of which there are few values; their values are ``chosen``."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,x,right", "next", show=False)]

    def show(self, options: Sequence[Option]) -> None:
        """Draw these, each with its usual value."""
        self._options = [option for option in options if values(option)]
        self.chosen: dict[str, Any] = {option.name: option.default for option in self._options}
        self.renew(len(self._options))

    def parts(self, index: int, width: int) -> list[Part]:
        """A box or the value, and what it means."""
        option = self._options[index]
        value = self.chosen[option.name]
        if option.type is bool:
            return [("[x] ", "good") if value else ("[ ] ", "dim"), (_(option.help), "")]
        shown = "、".join(value) if isinstance(value, tuple) else str(value)
        return [(f"<{shown or _('all')}> ", "accent"), (_(option.help), "")]

    def action_next(self) -> None:
        """The next value, from the last to the first."""
        if not self.count:
            return
        option = self._options[self.cursor]
        known = values(option)
        here = known.index(self.chosen[option.name]) if self.chosen[option.name] in known else -1
        self.chosen[option.name] = known[(here + 1) % len(known)]
        self.refresh()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """A double click is a press of the key."""
        event.stop()
        self.action_next()


def values(option: Option) -> list[Any]:
    """What may be chosen; nothing for an option that wants to be typed."""
    if option.type is bool:
        return [False, True]
    return [(), *((choice,) for choice in option.choices)] if option.many else list(option.choices)
