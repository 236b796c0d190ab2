"""A comparison's rows and passages as styled text: what differs is struck or underlined, not only coloured."""

from __future__ import annotations

from collections.abc import Iterable

from policydiff.report.printable import printable
from textual.content import Content

from policydiff.messages import _
from policydiff.model import Comparison, Document, EditKind, Mode, Pair, Relation

MARKS = {
    Relation.UNCHANGED: ("=", "dim"),
    Relation.MODIFIED: ("~", "$text-warning"),
    Relation.REWRITTEN: ("!", "bold $text-warning"),
    Relation.SPLIT: ("<", "$text-accent"),
    Relation.MERGED: (">", "$text-accent"),
    Relation.ONLY_OLD: ("-", "$text-error"),
    Relation.ONLY_NEW: ("+", "$text-success"),
}
"""Sign and style of each relation."""

STRUCK, ADDED = "strike $text-error", "bold underline $text-success"


def row(comparison: Comparison, pair: Pair) -> Content:
    """One line of the aligned outline: sign, sections, title, likeness."""
    mark, style = MARKS[pair.relation]
    places = f"{', '.join(pair.old) or '·'} → {', '.join(pair.new) or '·'}"
    likeness = f" {pair.similarity:.0%}" if pair.old and pair.new else ""
    moved = f" {_('moved')}" if pair.moved else ""
    return Content.assemble((f"{mark} ", style), title(comparison, pair), (f"  {places}{likeness}{moved}", "dim"))


def title(comparison: Comparison, pair: Pair) -> str:
    """The heading of the row's first section, the old side's where there is one."""
    document, ids = (comparison.old, pair.old) if pair.old else (comparison.new, pair.new)
    section = document.section(ids[0])
    if section is None:
        return ids[0]
    return safe(section.title or section.text[:20])


def passage(pair: Pair, *, new: bool) -> Content:
    """One side's text with what the other side lacks marked; a sentence where this side has no counterpart."""
    if not (pair.new if new else pair.old):
        return Content.styled(_("No counterpart found."), "dim italic")
    own, style = (EditKind.INSERT, ADDED) if new else (EditKind.DELETE, STRUCK)
    pieces = ((edit.new if new else edit.old, style if edit.kind is own else "") for edit in pair.edits)
    return Content.assemble(*((safe(text), style) for text, style in pieces if text))


def heading(document: Document, ids: Iterable[str]) -> Content:
    """Which sections of which document a passage comes from."""
    sections = [section for section_id in ids if (section := document.section(section_id)) is not None]
    titles = "；".join(section.title for section in sections)
    pages = sorted({section.page for section in sections if section.page is not None})
    place = _("p. {pages}").format(pages=", ".join(map(str, pages))) if pages else ""
    return Content.assemble(
        (safe(document.doc_number or document.main_title or document.title), "bold"),
        f"  {safe(titles)}  ",
        (place, "dim"),
    )


def mode_name(mode: Mode) -> str:
    """What kind of comparison it is."""
    return _("two versions") if mode is Mode.VERSION else _("two regions")


def safe(text: str) -> str:
    """``text`` without anything a terminal could take for a command."""
    return printable(text)
