"""How changes are marked: styles a terminal shows without colour too, and signs where it shows no styles at all.

The styles in use, and only those, make the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.model import Mode
from policydiff.synopsis.marks import MOVE_SIGNS, Mark, mark_names
from policydiff.synopsis.printable import printable

if TYPE_CHECKING:
    from rich.text import Text


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


@dataclass(frozen=True, slots=True)
class Marker:
    """Puts marks on text; with ``signs`` where styles alone would not be seen."""

    signs: bool

    def append(self, line: Text, text: str, mark: Mark, move: int | None = None, *, dim: bool = False) -> None:
        """Add ``text`` to ``line``, marked, and ``dim`` where it is set back; line ends around it are left outside."""
        body = text.strip("\n").replace("\t", TAB)
        if not body:
            line.append(text)
            return
        head, tail = SIGNS[mark] if self.signs else ("", "")
        number = "" if move is None else f"{MOVE_SIGNS[mark]}{move} "
        line.append("\n" * (len(text) - len(text.lstrip("\n"))))
        style = LONG_STYLES.get(mark, STYLES[mark]) if len(body) > LONG_CHARACTERS else STYLES[mark]
        line.append(f"{head}{number}{printable(body)}{tail}", style=f"{style} dim".strip() if dim else style)
        line.append("\n" * (len(text) - len(text.rstrip("\n"))))

    def legend(self, used: Iterable[Mark], mode: Mode, fold: str) -> Iterator[Text]:
        """What the marks in ``used`` mean, in their own dress; ``fold`` is the sign of left-out text, if any."""
        from rich.text import Text

        found = set(used)
        for mark, name in mark_names(mode).items():
            if mark in found:
                item = Text()
                self.append(item, name, mark, 1 if mark in MOVE_SIGNS else None)
                yield item
        if fold:
            yield Text(fold, style="dim")
