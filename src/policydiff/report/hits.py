"""What a search found, best first: how alike, where it stands, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Hit, Hits
from policydiff.report.parts import safe
from policydiff.report.typesetting import set_in_lines
from policydiff.synopsis.sections import page_name

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

SHOWN_CHARS = 160
"""How much of a section's text is shown."""

INDENT = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Indented text, broken where Chinese typesetting allows."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Its lines."""
        for line in set_in_lines(self.text, max(options.max_width - INDENT, INDENT)):
            yield safe(" " * INDENT) + line


def hits(found: Hits) -> RenderableType:
    """The hits one below the other."""
    from rich.console import Group

    if not found.hits:
        return safe(_("No section shares a word with the text."), "dim")
    return Group(*(part for number, hit in enumerate(found.hits, 1) for part in _hit(number, hit)))


def _hit(number: int, hit: Hit) -> Iterator[RenderableType]:
    head = safe(f"{number:2d}  {hit.score:.2f}  ", "bold")
    head.append_text(safe(hit.title, "bold"))
    page = page_name(hit.page)
    place = _("{section} (p. {page})").format(section=hit.section, page=page) if page else hit.section
    yield head
    yield Paragraph(safe(f"{hit.document}#{place}  {' › '.join(filter(None, hit.path))}", "dim"))
    yield Paragraph(safe(_shortened(hit.text)))
    yield ""


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARS else line[:SHOWN_CHARS] + "…"
