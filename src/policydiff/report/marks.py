"""How changes are marked: styles a terminal shows without colour too, and signs where it shows no styles at all.

The styles in use, and only those, make the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policydiff.messages import N_, _
from policydiff.model import Edit, EditKind, Mode
from policydiff.report.printable import printable

if TYPE_CHECKING:
    from rich.text import Text


class Mark(StrEnum):
    """What a stretch of text may be marked as."""

    PLAIN = "plain"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


LONG_CHARACTERS = 60
"""A longer stretch is neither struck through nor bold, which nobody can read: the side it stands on says enough."""

LONG_STYLES = {Mark.DELETED: "red", Mark.INSERTED: "green"}

STYLES = {
    Mark.PLAIN: "",
    Mark.DELETED: "red strike",
    Mark.INSERTED: "bold green underline",
    Mark.MOVED_AWAY: "blue",
    Mark.MOVED_HERE: "blue underline",
}

SIGNS = {
    Mark.PLAIN: ("", ""),
    Mark.DELETED: ("[-", "-]"),
    Mark.INSERTED: ("{+", "+}"),
    Mark.MOVED_AWAY: ("[-", "-]"),
    Mark.MOVED_HERE: ("{+", "+}"),
}

TAB = "    "

MOVE_SIGNS = {Mark.MOVED_AWAY: "↷", Mark.MOVED_HERE: "↶"}
"""Stand, with the move's number, before a passage that changed place; they are there in colour too."""

VERSION_NAMES = {
    Mark.DELETED: N_("deleted text"),
    Mark.INSERTED: N_("inserted text"),
    Mark.MOVED_AWAY: N_("moved away, to the same number"),
    Mark.MOVED_HERE: N_("moved here, from the same number"),
}

REGION_NAMES = VERSION_NAMES | {Mark.DELETED: N_("only on the left"), Mark.INSERTED: N_("only on the right")}


def mark_of(edit: Edit) -> Mark:
    """What an edit is marked as."""
    if edit.kind is EditKind.EQUAL:
        return Mark.PLAIN
    if edit.kind is EditKind.DELETE:
        return Mark.DELETED if edit.move is None else Mark.MOVED_AWAY
    return Mark.INSERTED if edit.move is None else Mark.MOVED_HERE


@dataclass(frozen=True, slots=True)
class Marker:
    """Puts marks on text; with ``signs`` where styles alone would not be seen."""

    signs: bool

    def append(self, line: Text, text: str, mark: Mark, move: int | None = None) -> None:
        """Add ``text`` to ``line``, marked; line ends around it are left outside the mark."""
        body = text.strip("\n").replace("\t", TAB)
        if not body:
            line.append(text)
            return
        head, tail = SIGNS[mark] if self.signs else ("", "")
        number = "" if move is None else f"{MOVE_SIGNS[mark]}{move} "
        line.append("\n" * (len(text) - len(text.lstrip("\n"))))
        style = LONG_STYLES.get(mark, STYLES[mark]) if len(body) > LONG_CHARACTERS else STYLES[mark]
        line.append(f"{head}{number}{printable(body)}{tail}", style=style)
        line.append("\n" * (len(text) - len(text.rstrip("\n"))))

    def legend(self, used: Iterable[Mark], mode: Mode, fold: str) -> Iterator[Text]:
        """What the marks in ``used`` mean, in their own dress; ``fold`` is the sign of left-out text, if any."""
        from rich.text import Text

        names = VERSION_NAMES if mode is Mode.VERSION else REGION_NAMES
        found = set(used)
        for mark in names:
            if mark in found:
                item = Text()
                self.append(item, _(names[mark]), mark, 1 if mark in MOVE_SIGNS else None)
                yield item
        if fold:
            yield Text(fold, style="dim")
