"""Chinese text set in lines of a given width, and two texts beside each other.

Invariant: no line is wider than asked (in terminal cells); no closing mark begins a line and no opening one ends it
unless the line is too narrow to help it; Latin words and numbers stay whole where they fit a line at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import StyleType
    from rich.text import Text

NOT_FIRST = frozenset("，。、；：！？）》」』】〕〉”’…—％℃·,.;:!?)]}%+-␤")
"""避头: what must not begin a line."""

NOT_LAST = frozenset("（《「『【〔〈“‘([{")
"""避尾: what must not end a line."""

OPENING_SIGNS = frozenset({"[-", "{+"})
"""Signs of marks, which open as brackets do."""

PUSHED_CHARACTERS = 6
"""At most so many characters go to the next line to keep a rule; beyond, the rule is dropped."""


def set_in_lines(text: Text, width: int) -> list[Text]:
    """``text`` in lines of at most ``width`` cells; LF ends a line."""
    lines: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        lines.extend(_paragraph(paragraph, max(2, width)))
    return lines


def _paragraph(text: Text, width: int) -> Iterator[Text]:
    plain = text.plain
    start = 0
    while True:
        stop = _fitting(plain, start, width)
        if stop >= len(plain):
            yield text[start:] if start else text
            return
        stop = _break(plain, start, stop)
        line = text[start:stop]
        line.rstrip()
        yield line
        start = stop
        while start < len(plain) and plain[start] == " ":
            start += 1
        if start >= len(plain):
            return


def _fitting(plain: str, start: int, width: int) -> int:
    """The end of the longest stretch from ``start`` that fits; at least one character."""
    from rich.cells import cell_len, get_character_cell_size

    used, stop = 0, start
    while stop < len(plain) and used + (size := get_character_cell_size(plain[stop])) <= width:
        used, stop = used + size, stop + 1
    while stop > start + 1 and cell_len(plain[start:stop]) > width:
        stop -= 1
    return max(stop, start + 1)


def _break(plain: str, start: int, stop: int) -> int:
    """Where to end the line instead of at ``stop``: the last good place, if one is near."""
    for place in range(stop, max(start, stop - _reach(plain, start, stop)), -1):
        if _may_break(plain, place):
            return place
    return stop


def _reach(plain: str, start: int, stop: int) -> int:
    """How far back a break may be looked for: over a Latin word that began on this line, else a few characters."""
    back = stop
    while back > start and _latin(plain[back - 1]):
        back -= 1
    word = stop - back if _latin(plain[stop]) else 0
    return PUSHED_CHARACTERS + (word if back > start else 0)


def _may_break(plain: str, place: int) -> bool:
    before, after = plain[place - 1], plain[place]
    if after == " ":
        return True
    if before == " ":
        return after not in NOT_FIRST
    if after in NOT_FIRST or before in NOT_LAST or plain[max(0, place - 2) : place] in OPENING_SIGNS:
        return False
    return not (_latin(before) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char not in " \t" and (char.isalnum() or char in "%.-+/_")


def in_flow(items: Iterable[Text], width: int, gap: int = 3) -> list[Text]:
    """``items`` one after another, ``gap`` blanks between them; none is broken that fits a line."""
    from rich.text import Text

    lines: list[Text] = []
    for item in items:
        if lines and lines[-1].cell_len + gap + item.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], " " * gap, item)
        else:
            lines.extend(set_in_lines(item, width))
    return lines


def beside(left: Sequence[Text], right: Sequence[Text], width: int, separator: Text) -> Iterator[Text]:
    """Two columns of ``width`` cells each, line by line, ``separator`` between them."""
    from rich.text import Text

    for one, other in zip_longest(left, right):
        line = Text()
        line.append_text(one if one is not None else Text())
        line.append(" " * (width - line.cell_len))
        line.append_text(separator)
        if other is not None:
            line.append_text(other)
        yield line


def clipped(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, … where it was cut."""
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def padded(text: str, width: int, style: StyleType = "", *, right: bool = False) -> Text:
    """``text`` clipped and filled to exactly ``width`` cells."""
    from rich.text import Text

    line = Text(clipped(text, width), style=style)
    blank = " " * (width - line.cell_len)
    return Text.assemble(blank, line) if right else Text.assemble(line, blank)
