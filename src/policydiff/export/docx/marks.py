"""How marks look in Word: styles that black-and-white print shows, and what a legend calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from policydiff.errors import UsageError
from policydiff.messages import N_, _
from policydiff.model import Mode
from policydiff.synopsis.lists import listed
from policydiff.synopsis.marks import Mark

SHADE = "D9D9D9"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStyle:
    """A character style. ``underline`` is ``single``, ``double``, ``wave`` or empty; ``shading`` and ``colour`` are
    six hexadecimal digits or empty. Colour only adds to what is seen without it."""

    bold: bool = False
    strike: bool = False
    underline: str = ""
    shading: str = ""
    colour: str = ""

    @property
    def properties(self) -> str:
        """The run properties, in the order of the schema."""
        return "".join(
            (
                "<w:b/><w:bCs/>" if self.bold else "",
                "<w:strike/>" if self.strike else "",
                f'<w:color w:val="{self.colour}"/>' if self.colour else "",
                f'<w:u w:val="{self.underline}"/>' if self.underline else "",
                f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shading}"/>' if self.shading else "",
            )
        )

    @property
    def name(self) -> str:
        """What a reader calls it: bold, strikethrough on grey."""
        found = (
            (self.bold, N_("bold")),
            (self.strike, N_("strikethrough")),
            (self.underline == "single", N_("underline")),
            (self.underline == "double", N_("double underline")),
            (self.underline == "wave", N_("wavy underline")),
            (bool(self.shading), N_("shading")),
        )
        return listed(_(name) for has, name in found if has)


DELETED = MarkStyle(strike=True, shading=SHADE)
MOVED = MarkStyle(underline="wave")


def _styles(inserted: MarkStyle, deleted: MarkStyle = DELETED, moved: MarkStyle = MOVED) -> Mapping[Mark, MarkStyle]:
    return {Mark.INSERTED: inserted, Mark.DELETED: deleted, Mark.MOVED_AWAY: moved, Mark.MOVED_HERE: moved}


MARK_STYLES: Mapping[str, Mapping[Mark, MarkStyle]] = {
    "bold": _styles(MarkStyle(bold=True)),
    "underline": _styles(MarkStyle(underline="single")),
    "colour": _styles(
        MarkStyle(bold=True, colour="C00000"),
        MarkStyle(strike=True, shading=SHADE, colour="595959"),
        MarkStyle(underline="wave", colour="1F4E79"),
    ),
}
"""New text is bold; or underlined, where bold means something else (mandatory clauses of standards, Japan, Taiwan);
or bold and coloured."""

STYLE_IDS: Mapping[Mark, str] = {
    Mark.INSERTED: "Inserted",
    Mark.DELETED: "Deleted",
    Mark.MOVED_AWAY: "MovedAway",
    Mark.MOVED_HERE: "MovedHere",
}


def mark_styles(marks: str | Mapping[Mark, MarkStyle], mode: Mode = Mode.VERSION) -> Mapping[Mark, MarkStyle]:
    """The styles called ``marks``, or those given, with the rest as in ``bold``; outside version mode
    nothing is struck.

    Raises UsageError for no such name.
    """
    if not isinstance(marks, str):
        return {**mark_styles("bold", mode), **marks}
    if (found := MARK_STYLES.get(marks)) is None:
        raise UsageError(
            _("“{value}” is not one of {names}.").format(value=marks, names=", ".join(MARK_STYLES)),
            cause=_("The name may be misspelt."),
            fix=_("Use one of these names."),
        )
    if mode is Mode.VERSION:
        return found
    return {**found, Mark.DELETED: replace(found[Mark.DELETED], strike=False)}
