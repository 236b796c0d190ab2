"""Blocks → the tree of sections, with texts, tables, pages and places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policydiff.model import Problem, Repair, Section, Table
from policydiff.outline import captions, closings
from policydiff.outline.blocks import Block, blocks
from policydiff.outline.flattened import FlatTable
from policydiff.outline.frame import Frame
from policydiff.outline.labels import Style, label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.pipes import pipe_tables
from policydiff.outline.scan import Oddity

Tables = tuple[FlatTable, ...]

_ELLIPSIS = re.compile(r"^[.…·。\s]{1,6}$")
_FEWEST_CONTENTS = 3
_CUT_MARK = re.compile(r"(?<=。)[.…]{1,6}$")
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


@dataclass(slots=True)
class _Work:
    manuscript: Manuscript
    tables: Tables
    keep_captions: bool
    repairs: list[Repair] = field(default_factory=list)


def tree(
    manuscript: Manuscript, frame: Frame, tables: Tables, *, issuers: tuple[str, ...], keep_captions: bool
) -> Outline:
    """The outline of the text that ``frame`` bounds."""
    contents = _contents_lines(manuscript.text, frame.body, frame.end)
    found = blocks(manuscript, frame.body, frame.end, contents)
    roots, closing = _nested(found.blocks)
    work = _Work(manuscript, tables, keep_captions)
    if manuscript.is_stream:
        closing = _closings(manuscript, frame, roots, issuers)
    sections = [_section(work, block, f"{n}") for n, block in enumerate(roots, 1)]
    preamble = _preamble(work, frame.body, found.first, contents)
    if preamble is not None:
        sections.insert(0, preamble)
    return Outline(
        sections=tuple(sections),
        closing=manuscript.text[closing[0] : closing[1]].strip() if closing else "",
        excerpt=_is_excerpt(manuscript, frame, found.blocks),
        problems=tuple(_problem(manuscript, oddity) for oddity in found.oddities),
        repairs=tuple(work.repairs),
    )


def _nested(flat: list[Block]) -> tuple[list[Block], tuple[int, int] | None]:
    """The tree, and the text behind its last root that belongs to none."""
    roots: list[Block] = []
    open_blocks: list[Block] = []
    closing = None
    for block in flat:
        while open_blocks and open_blocks[-1].depth >= block.depth:
            open_blocks.pop()
        (open_blocks[-1].children if open_blocks else roots).append(block)
        tail, block.tail = block.tail, None
        if tail and open_blocks:
            open_blocks[-1].tail = tail
        elif tail:
            closing = tail
        open_blocks.append(block)
    return roots, closing


def _closings(
    manuscript: Manuscript, frame: Frame, roots: list[Block], issuers: tuple[str, ...]
) -> tuple[int, int] | None:
    """Cut parents' tails off their last children; the one behind the last section is the document's closing."""
    for index, root in enumerate(roots):
        last_leaf = _last_leaf(root)
        if last_leaf.style is Style.ARTICLE or (last_leaf is root and index + 1 < len(roots)):
            continue
        parent = root.heading if last_leaf is not root else ""
        cut = closings.closing_start(manuscript.text, last_leaf.text, last_leaf.end, issuers=issuers, parent=parent)
        if cut is None:
            continue
        stop, last_leaf.end = last_leaf.end, cut
        if index + 1 == len(roots):
            return cut, stop
        root.tail = (cut, stop)
    return None


def _last_leaf(block: Block) -> Block:
    while block.children:
        block = block.children[-1]
    return block


def _section(work: _Work, block: Block, section_id: str) -> Section:
    manuscript = work.manuscript
    text, tables = _text(work, block.text, block.end)
    tail = None
    if block.tail:
        after, more = _text(work, *block.tail)
        tail = len(text) + 1 if text else 0
        tables += [Table(at=t.at + tail, header=t.header, rows=t.rows) for t in more]
        text = f"{text}\n{after}" if text else after
    children = tuple(_section(work, child, f"{section_id}.{n}") for n, child in enumerate(block.children, 1))
    end = max([block.end, *(block.tail or ()), *(_reach(child) for child in block.children)])
    return Section(
        id=section_id,
        label=block.label,
        heading=block.heading,
        text=text,
        span=manuscript.raw(block.start, _stripped_end(manuscript.text, block.start, end)),
        page=manuscript.page_at(block.start),
        tail=tail,
        tables=tuple(tables),
        children=children,
    )


def _reach(block: Block) -> int:
    return max([block.end, *(block.tail or ()), *(_reach(child) for child in block.children)])


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _preamble(work: _Work, start: int, end: int, contents: list[tuple[int, int]]) -> Section | None:
    """Text before the first heading: section 0."""
    for first, last in contents:
        if start <= first < end:
            end = first if not work.manuscript.text[start:first].strip() else end
            start = last if end > last else start
    text, tables = _text(work, start, end)
    if (not text and not tables) or _ELLIPSIS.match(text):
        return None
    while start < end and work.manuscript.text[start].isspace():
        start += 1
    return Section(
        id="0",
        label="",
        heading="",
        text=text,
        span=work.manuscript.raw(start, _stripped_end(work.manuscript.text, start, end)),
        page=work.manuscript.page_at(start),
        tables=tuple(tables),
    )


def _text(work: _Work, start: int, end: int) -> tuple[str, list[Table]]:
    """Own text of a range: tables taken out, captions dropped, one line per paragraph."""
    manuscript = work.manuscript
    pieces: list[str] = []
    tables: list[Table] = []
    position = start
    for flat in work.tables:
        if start <= flat.start < end:
            pieces.append(_paragraphs(manuscript.text[position : flat.start]))
            if not flat.lists_documents:
                at = len("\n".join(p for p in pieces if p))
                tables.append(Table(at=at, header=flat.header, rows=flat.rows))
            position = min(end, flat.end)
    last = manuscript.text[position:end]
    if not work.keep_captions and (caption := captions.at_end(last)):
        at = position + last.rindex(caption)
        work.repairs.append(
            Repair(
                kind=captions.KIND,
                span=manuscript.raw(at, at + len(caption)),
                before=caption,
                after="",
                confidence=0.85,
            )
        )
        last = last[: last.rindex(caption)]
    pieces.append(_paragraphs(last))
    text = "\n".join(p for p in pieces if p)
    if not tables:
        return pipe_tables(text)
    return text, tables


def _paragraphs(text: str) -> str:
    lines = (_CUT_MARK.sub("", line.strip(" \u3000\t")) for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not _ELLIPSIS.match(line))


def _contents_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A table of contents without page numbers: lines of labels, behind 目录 or at the beginning, that stand again later."""
    head = re.compile(r"^[ \u3000]*目[ \u3000]*[录次][ \u3000]*$", re.M).search(text, start, min(end, start + 4000))
    first = head.end() if head else start
    seen: list[str] = []
    stop = first
    for line in re.compile(r"[^\n]*\S[^\n]*").finditer(text, first, end):
        bare = re.sub(r"\s", "", line[0])
        label = label_at(bare)
        if label is None or label.style > Style.SUBCHAPTER or bare in seen:
            break
        seen.append(bare)
        stop = line.end()
    again = bool(seen) and seen[0] in re.sub(r"[ \t\u3000]", "", text[stop:end])
    if not again or (head is None and len(seen) < _FEWEST_CONTENTS):
        return []
    return [(head.start() if head else start, stop)]


def _is_excerpt(manuscript: Manuscript, frame: Frame, flat: list[Block]) -> bool:
    """The numbering of the uppermost level does not begin at one, or the text shows dots where it was cut."""
    top = next((b for b in flat if b.style is not None), None)
    if top is not None:
        label = label_at(top.label)
        if label is not None and label.value != 1:
            return True
    head = manuscript.text[frame.body : flat[0].start] if flat else ""
    return bool(re.search(r"(?:^|[。\n])[ ]*[.…]{1,6}\s*$", head))


def _problem(manuscript: Manuscript, oddity: Oddity) -> Problem:
    from policydiff.outline.numerals import numeral

    expected = numeral(oddity.expected) if oddity.label.style < Style.ARABIC else str(oddity.expected)
    message = _MESSAGES[oddity.code].format(label=oddity.label.printed, expected=expected)
    return Problem(code=oddity.code, message=message, span=manuscript.raw(oddity.label.start, oddity.label.end))
