"""The bytes of a DOCX file → its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.model import MarkedHeading, Source, SourceTable, Span
from policydiff.read import problems
from policydiff.read.docx import runs
from policydiff.read.docx.body import Body
from policydiff.read.docx.names import W
from policydiff.read.docx.numbering import numbering
from policydiff.read.docx.package import Element, Package, damaged
from policydiff.read.docx.runs import Reading
from policydiff.read.docx.styles import styles
from policydiff.read.html import titles
from policydiff.read.html.blocks import Block
from policydiff.read.kinds import Kind
from policydiff.read.origins import origin

_USUAL_POINTS = 12.0
"""The size that `policydiff.read.html.titles` takes for a text's; sizes are told in proportion to the document's."""

_LETTERHEAD = re.compile(r"[^。；，]{2,40}文\s*件")
"""发文机关标志: the issuer's name in red above everything."""

_HEAD_BLOCKS = 8
_TOLD: Mapping[str, str] = {
    runs.ACCEPTED: problems.ACCEPTED,
    runs.COMMENTS: problems.COMMENTS,
    runs.HIDDEN: problems.HIDDEN,
    runs.CONTENTS: problems.CONTENTS,
    runs.PICTURES: problems.PICTURES,
    runs.EMBEDDED: problems.EMBEDDED,
    runs.EQUATIONS: problems.EQUATIONS,
    runs.NESTED: problems.NESTED,
}


def source(data: bytes, *, name: str) -> Source:
    """Read a Word document; raises `NotText` where it is damaged, holds no text, or goes beyond the limits.

    Tracked changes are read as accepted. Notes stand behind the paragraph that refers to them, text boxes behind the
    one they are anchored in; headers, footers, comments, hidden text and the table of contents are left out.
    """
    package = Package(data)
    main = package.main()
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise damaged(_("the part “{name}” is missing").format(name=main))
    told = styles(package.relative(main, "styles"))
    reading = Reading(told)
    lists = numbering(package.relative(main, "numbering"), told.lists)
    found = list(Body(reading, lists, _notes(package, main)).blocks(body))
    if not found:
        raise _empty(reading.counted)
    return _assembled(data, name, _scaled(found), tuple(_problems(reading.counted)))


def _notes(package: Package, main: str) -> dict[str, Element]:
    """The notes' elements by kind and id."""
    found: dict[str, Element] = {}
    for kind in ("footnote", "endnote"):
        root = package.relative(main, f"{kind}s")
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                found[f"{kind} {note.get(f'{W}id', '')}"] = note
    return found


def _scaled(found: Sequence[Block]) -> list[Block]:
    """Sizes in proportion to the one that most characters are printed in."""
    sizes: Counter[float] = Counter()
    for block in found:
        sizes[block.size] += len(block.text) if block.table is None else 0
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    factor = _USUAL_POINTS / usual if usual else 1.0
    return [replace(block, size=block.size * factor) for block in found]


def _assembled(data: bytes, name: str, found: list[Block], told: tuple[str, ...]) -> Source:
    first = _below_letterhead(found)
    place = titles.title(found[first:], ())
    place = (place[0] + first, place[1] + first) if place else None
    parts = titles.merged(found, place)
    pieces: list[str] = []
    headings: list[MarkedHeading] = []
    tables: list[SourceTable] = []
    position = 0
    for number, block in enumerate(parts):
        span = Span(start=position, end=position + len(block.text))
        if block.table is not None:
            tables.append(SourceTable(span=span, header=block.table.header, rows=block.table.rows))
        elif place is not None and number == place[0]:
            headings.append(MarkedHeading(span=span, depth=1))
        elif (heading := titles.heading(block)) is not None:
            headings.append(MarkedHeading(span=Span(start=position, end=position + heading[0]), depth=heading[1]))
        pieces.append(block.text)
        position = span.end + 1
    return Source(
        origin=origin(data, name=name, kind=Kind.DOCX),
        text="\n".join(pieces) + "\n",
        headings=tuple(headings),
        tables=tuple(tables),
        problems=told,
    )


def _below_letterhead(found: Sequence[Block]) -> int:
    """The first block behind the issuer's name in red."""
    for index, block in enumerate(found[:_HEAD_BLOCKS]):
        if _LETTERHEAD.fullmatch(block.text):
            return index + 1
    return 0


def _problems(counted: Counter[str]) -> Iterator[str]:
    return (template.format(count=counted[what]) for what, template in _TOLD.items() if counted[what])


def _empty(counted: Counter[str]) -> NotText:
    if counted[runs.PICTURES]:
        return NotText(
            _("The document is a scan: it holds pictures and no text."),
            cause=_("Its pages were scanned or photographed, and no text was recognised in them."),
            fix=_("Recognise its text with an OCR program, and give the text or the DOCX."),
        )
    return NotText(
        _("There is nothing in the file."),
        cause=_("It is empty or holds only blanks."),
        fix=_("Check that it is the right file."),
    )
