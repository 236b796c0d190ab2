"""Text with its marks as markup: real ``ins`` and ``del``, dressed by the page's style sheet or by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policydiff.export.svg import escaped
from policydiff.model import Mode
from policydiff.synopsis.cells import Run
from policydiff.synopsis.marks import MOVE_SIGNS, Mark

LONG_CHARACTERS = 60
"""A longer stretch is not set in bold on the screen, where nobody could read it; printed, it is."""

TAGS: Mapping[Mark, str] = {
    Mark.DELETED: "del",
    Mark.INSERTED: "ins",
    Mark.MOVED_AWAY: "del",
    Mark.MOVED_HERE: "ins",
}


@dataclass(frozen=True, slots=True)
class Dress:
    """The attributes, with a blank before them, that each mark, a long mark, the number of a move, and boilerplate
    that is set back get."""

    marks: Mapping[Mark, str]
    long: Mapping[Mark, str]
    number: str
    common: str

    def runs(self, runs: Iterable[Run]) -> str:
        """``runs`` as markup; nothing in their texts is."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = escaped(run.text)
        if run.common and text:
            text = f"<span{self.common}>{text}</span>"
        if (tag := TAGS.get(run.mark)) is None or not text:
            return text
        attributes = (self.long if len(run.text) > LONG_CHARACTERS else self.marks).get(run.mark, "")
        number = f"<sup{self.number}>{MOVE_SIGNS[run.mark]}{run.move}</sup>" if run.move is not None else ""
        return f"<{tag}{attributes}>{number}{text}</{tag}>"


MOVED_CLASS = ' class="mv"'

CLASSES = Dress(
    marks={Mark.MOVED_AWAY: MOVED_CLASS, Mark.MOVED_HERE: MOVED_CLASS},
    long={
        Mark.DELETED: ' class="long"',
        Mark.INSERTED: ' class="long"',
        Mark.MOVED_AWAY: ' class="mv long"',
        Mark.MOVED_HERE: ' class="mv long"',
    },
    number="",
    common=' class="common"',
)
"""For a page with a style sheet."""

_STYLES: Mapping[Mark, str] = {
    Mark.DELETED: ' style="color:#8c1d18;background:#f3e9e7;text-decoration:line-through"',
    Mark.INSERTED: ' style="color:#0b5345;font-weight:bold;text-decoration:none"',
    Mark.MOVED_AWAY: ' style="color:#1f4e79;text-decoration:underline wavy"',
    Mark.MOVED_HERE: ' style="color:#1f4e79;text-decoration:underline wavy"',
}

_REGION_STYLES = {**_STYLES, Mark.DELETED: ' style="color:#8c1d18;background:#f3e9e7;text-decoration:none"'}
"""Between regions nothing is struck out, for nothing was deleted."""


def styles(mode: Mode) -> Dress:
    """For an editor that keeps no style sheet."""
    marks = _STYLES if mode is Mode.VERSION else _REGION_STYLES
    return Dress(marks=marks, long=marks, number=' style="font-size:12px"', common=' style="color:#6b6b6b"')
