"""Blocks → the tree of sections, with texts, tables, pages and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.model import Problem, Repair, Section, Table
from policydiff.outline import closings, plain_contents
from policydiff.outline.block import Block
from policydiff.outline.blocks import blocks
from policydiff.outline.excerpts import is_excerpt
from policydiff.outline.frame import Frame
from policydiff.outline.labels import Style
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbering import Oddity
from policydiff.outline.numerals import numeral
from policydiff.outline.own_texts import ELLIPSIS, OwnTexts, Tables

_MESSAGES = {
    "label_repeated": "{label} stands twice; {expected} was expected",
    "label_restarted": "{label} begins again; {expected} was expected",
    "label_skipped": "{label} follows where {expected} was expected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A document's sections, the text after them, and what was odd or taken out."""

    sections: tuple[Section, ...]
    closing: str
    excerpt: bool
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]


def tree(
    manuscript: Manuscript,
    frame: Frame,
    tables: Tables,
    *,
    placed: Sequence[Table] = (),
    issuers: tuple[str, ...],
    keep_captions: bool,
) -> Outline:
    """The outline of the text that ``frame`` bounds.

    ``tables`` are those told from the text, ``placed`` those of the format (`policydiff.model.CleanText`); one that
    stands outside the text that ``frame`` bounds goes with the section next to it.
    """
    text = manuscript.text
    contents = plain_contents.find(text, frame.body, frame.end)
    found = blocks(manuscript, frame.body, frame.end, contents)
    labels = [block.label for block in found.blocks if block.style is not None]
    excerpt = is_excerpt(text[frame.body : found.first] if found.blocks else "", labels[0] if labels else None)
    roots, closing = _nested(found.blocks)
    if manuscript.is_stream:
        closing = closings.cut(text, roots, issuers=issuers)
    texts = OwnTexts(manuscript=manuscript, tables=tables, keep_captions=keep_captions, placed=list(placed))
    sections = [_section(texts, block, str(number)) for number, block in enumerate(roots, 1)]
    preamble = _preamble(texts, frame.body, found.first, contents)
    return Outline(
        sections=_with_rest((*preamble, *sections), texts, frame),
        closing=text[slice(*closing)].strip() if closing else "",
        excerpt=excerpt,
        problems=tuple(_problem(manuscript, oddity) for oddity in found.oddities),
        repairs=tuple(texts.repairs),
    )


def _nested(flat: Sequence[Block]) -> tuple[list[Block], tuple[int, int] | None]:
    """The tree, and the text behind its last root that belongs to none."""
    roots: list[Block] = []
    above: list[Block] = []
    closing = None
    for block in flat:
        while above and above[-1].depth >= block.depth:
            above.pop()
        (above[-1].children if above else roots).append(block)
        tail, block.tail = block.tail, None
        if tail and above:
            above[-1].tail = tail
        elif tail:
            closing = tail
        above.append(block)
    return roots, closing


def _section(texts: OwnTexts, block: Block, section_id: str) -> Section:
    manuscript = texts.manuscript
    text, tail, tables = texts.with_tail(block.text, block.end, block.tail, owned=block.start)
    return Section(
        id=section_id,
        label=block.label,
        heading=block.heading,
        text=text,
        span=manuscript.raw(block.start, _stripped_end(manuscript.text, block.start, block.reach)),
        page=manuscript.page_at(block.start),
        tail=tail,
        tables=tuple(tables),
        children=tuple(_section(texts, child, f"{section_id}.{n}") for n, child in enumerate(block.children, 1)),
    )


def _preamble(texts: OwnTexts, start: int, end: int, contents: Sequence[tuple[int, int]]) -> tuple[Section, ...]:
    """Text before the first heading, around a table of contents perhaps: section 0, if there is any."""
    manuscript = texts.manuscript
    first, last = next(((a, b) for a, b in contents if start <= a < end), (end, end))
    text, _, tables = texts.with_tail(start, first, (last, end) if last < end else None)
    if (not text and not tables) or ELLIPSIS.match(text):
        return ()
    while start < end and manuscript.text[start].isspace():
        start += 1
    section = Section(
        id="0",
        label="",
        heading="",
        text=text,
        span=manuscript.raw(start, _stripped_end(manuscript.text, start, end)),
        page=manuscript.page_at(start),
        tables=tuple(tables),
    )
    return (section,)


def _with_rest(sections: tuple[Section, ...], texts: OwnTexts, frame: Frame) -> tuple[Section, ...]:
    """``sections`` with the tables before the first of them and behind the last, which no text has taken."""
    early = tuple(replace(table, at=0) for table in texts.placed if table.at < frame.end)
    late = tuple(table for table in texts.placed if table.at >= frame.end)
    if early and (not sections or sections[0].id != "0"):
        place = texts.manuscript.raw(frame.body, frame.body)
        sections = (Section(id="0", label="", heading="", text="", span=place), *sections)
    if early:
        sections = (replace(sections[0], tables=(*early, *sections[0].tables)), *sections[1:])
    if late and not sections:
        place = texts.manuscript.raw(frame.end, frame.end)
        sections = (Section(id="0", label="", heading="", text="", span=place),)
    return (*sections[:-1], _ended(sections[-1], late)) if late else sections


def _ended(section: Section, tables: tuple[Table, ...]) -> Section:
    """``section`` with ``tables`` at the end of the last of those below it."""
    if section.children and section.tail is None:
        return replace(section, children=(*section.children[:-1], _ended(section.children[-1], tables)))
    here = tuple(replace(table, at=len(section.text)) for table in tables)
    return replace(section, tables=(*section.tables, *here))


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _problem(manuscript: Manuscript, oddity: Oddity) -> Problem:
    label = oddity.label
    expected = numeral(oddity.expected) if label.style < Style.ARABIC else str(oddity.expected)
    message = _MESSAGES[oddity.code].format(label=label.printed, expected=expected)
    return Problem(code=oddity.code, message=message, span=manuscript.raw(label.start, label.end))
