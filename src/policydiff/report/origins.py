"""Where a document's text comes from: shares by source, a section a line, and the sentences on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from policydiff.messages import N_, _
from policydiff.model.origins import Descent, Origins, SectionOrigin, SentenceOrigin, Share
from policydiff.report.parts import safe
from policydiff.report.wording import Line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

NAMES: Mapping[Descent, str] = {
    Descent.COPIED: N_("word for word"),
    Descent.REWORDED: N_("reworded"),
    Descent.NEW: N_("new"),
}

SIGNS = {Descent.COPIED: ("=", "green"), Descent.REWORDED: ("≈", "yellow"), Descent.NEW: ("+", "bold")}

BAR_CELLS = 20
FILLED = {Descent.COPIED: "█", Descent.REWORDED: "▒", Descent.NEW: "·"}


def origins(found: Origins, *, sentences: bool) -> RenderableType:
    """The shares of the whole and of each section; with ``sentences`` every sentence and its source."""
    from rich.console import Group

    return Group(*_parts(found, sentences))


def _parts(found: Origins, sentences: bool) -> Iterator[RenderableType]:
    names = {source: f"{chr(ord('A') + number % 26)}" for number, (source, _title) in enumerate(found.sources)}
    yield safe(found.title or found.document, "bold")
    for share, (source, title) in zip(found.shares, found.sources, strict=True):
        figures = _("{copied:.0%} word for word, {reworded:.0%} reworded")
        told = figures.format(copied=share.copied, reworded=share.reworded)
        yield safe(f"  {names[source]}  ", "bold") + safe(f"{title}  {told}") + safe(f"  {source}", "dim")
    yield safe("  +  ", "bold") + safe(_("{share:.0%} in none of them").format(share=found.new))
    yield ""
    if sentences:
        yield from (part for section in found.sections for part in _told(section, names))
    else:
        yield _table(found.sections, names)
    signs = (f"{SIGNS[descent][0]}{FILLED[descent]} {_(name)}" for descent, name in NAMES.items())
    yield ""
    yield safe("  ".join(signs), "dim")


def _table(sections: Sequence[SectionOrigin], names: Mapping[str, str]) -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="ellipsis", no_wrap=True, max_width=40)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for section in sections:
        shares = "  ".join(
            f"{names[s.source]} {s.copied + s.reworded:.0%}" for s in section.shares if s.copied + s.reworded >= 0.005
        )
        new = _("new {share:.0%}").format(share=section.new)
        table.add_row(section.section, safe(section.title), safe(_bar(section)), safe(new), safe(shares))
    return table


def _bar(section: SectionOrigin) -> str:
    """Copied, reworded and new as a bar."""
    copied = round(BAR_CELLS * sum(s.copied for s in section.shares))
    held = round(BAR_CELLS * sum(s.copied + s.reworded for s in section.shares))
    parts = ((Descent.COPIED, copied), (Descent.REWORDED, held - copied), (Descent.NEW, BAR_CELLS - held))
    return "".join(FILLED[descent] * cells for descent, cells in parts)


def _told(section: SectionOrigin, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield safe(f"{section.section}  {section.title}  {_share_line(section.shares, section.new, names)}", "bold")
    yield from (Line(line) for sentence in section.sentences for line in _sentence(sentence, names))
    yield ""


def _share_line(shares: Sequence[Share], new: float, names: Mapping[str, str]) -> str:
    known = [f"{names[s.source]} {s.copied + s.reworded:.0%}" for s in shares if s.copied + s.reworded >= 0.005]
    return "  ".join([*known, _("new {share:.0%}").format(share=new)])


def _sentence(sentence: SentenceOrigin, names: Mapping[str, str]) -> Iterator[Text]:
    sign, style = SIGNS[sentence.descent]
    mark = f"{sign}{names[sentence.ancestor.document]} " if sentence.ancestor else f"{sign}  "
    yield safe(mark, style) + safe(sentence.text, "dim" if sentence.boilerplate else "")
    if sentence.ancestor is not None and sentence.descent is Descent.REWORDED:
        yield safe(f"   ← {sentence.ancestor.section}  {sentence.ancestor.text}", "dim")
