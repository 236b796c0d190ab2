"""The blocks of a document in reading order: paragraphs with their labels, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policydiff.read.docx import runs
from policydiff.read.docx.names import COMPATIBILITY, W, child, value, whole
from policydiff.read.docx.numbering import Numbering
from policydiff.read.docx.package import Element
from policydiff.read.docx.runs import Reading, Taken
from policydiff.read.docx.styles import Look, Style
from policydiff.read.grid import MAX_COLUMNS, grid
from policydiff.read.html.blocks import Block
from policydiff.read.limits import MAX_DEPTH

_P, _TBL, _TR, _TC = W + "p", W + "tbl", W + "tr", W + "tc"
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body"))
_GALLERY = "sdtPr/docPartObj/docPartGallery"
_BLANKS = " \t\u3000\u00a0"


@dataclass(slots=True)
class Body:
    """Reads blocks; ``notes`` are the notes' elements by kind and id.

    A paragraph whose end was deleted is joined with the next; in the cells of tables numbers may stand alone.
    """

    reading: Reading
    numbering: Numbering
    notes: Mapping[str, Element]
    _joined: list[tuple[str, Look]] = field(default_factory=list)
    _cells: int = 0
    _open_notes: set[str] = field(default_factory=set)

    def blocks(self, element: Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of an element that holds paragraphs and tables."""
        if depth > MAX_DEPTH:
            raise RecursionError
        for one in element:
            name = one.tag
            if name == _P:
                yield from self._paragraph(one, depth)
            elif name == _TBL:
                yield from self._table(one, depth)
            elif name == W + "sdt" and _is_contents(one):
                self.reading.counted[runs.CONTENTS] += sum(1 for _ in one.iter(_P))
            elif name in _WRAPPERS:
                yield from self.blocks(one, depth + 1)
            elif name == COMPATIBILITY + "AlternateContent":
                yield from self.blocks(runs.chosen(one), depth + 1)
            elif name == W + "altChunk":
                self.reading.counted[runs.EMBEDDED] += 1

    def _paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        properties = child(element, "pPr")
        style, name = self.reading.styles.of_paragraph(properties)
        inside = self.reading.in_contents
        taken = self.reading.paragraph(element, style)
        if style.contents or inside or self.reading.in_contents:
            self.reading.counted[runs.CONTENTS] += bool(taken.text.strip())
        elif runs.mark_deleted(element):
            self._joined += taken.runs
        else:
            pieces, self._joined = [*self._joined, *taken.runs], []
            label = self._label(style, name)
            if any(text.strip(_BLANKS + "\n") for text, _look in pieces):
                yield from _lines(pieces, label, style)
            elif label and self._cells:
                yield Block(text=label.strip())
        yield from self._anchored(taken, depth)

    def _label(self, style: Style, name: str) -> str:
        if not style.number or style.number == "0":
            return ""
        linked = self.numbering.level_of_style(style.number, name)
        level = style.number_level if style.number_level is not None else linked
        return self.numbering.label(style.number, level or 0)

    def _anchored(self, taken: Taken, depth: int) -> Iterator[Block]:
        """Text boxes, then notes, behind the paragraph they are anchored in."""
        for box in taken.boxes:
            yield from self.blocks(box, depth + 1)
        for name, mark in taken.notes:
            found = self.notes.get(name)
            if found is None or name in self._open_notes:
                continue
            self._open_notes.add(name)
            for number, block in enumerate(self.blocks(found, depth + 1)):
                text = block.text.lstrip(_BLANKS)
                yield Block(text=f"{mark} {text}" if number == 0 else text, table=block.table)
            self._open_notes.discard(name)

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        rows: list[list[str]] = []
        covered: list[str] = []
        behind: list[Block] = []
        headers = 0
        singles: list[Block] = []
        for row in runs.contents(element, lambda name: name == _TR):
            if runs.row_deleted(row):
                self.reading.counted[runs.ACCEPTED] += 1
                continue
            cells, own = self._row(row, covered, behind, depth)
            headers += len(rows) == headers and runs.is_header(row)
            rows.append(cells)
            covered = cells
            singles += own
        found = grid(rows, header_rows=headers)
        if found is None:
            yield from singles
        else:
            yield from (Block(text=text) for text in found.above)
            yield Block(text="\n".join(found.lines()), table=found)
            yield from (Block(text=text) for text in found.below)
        yield from behind

    def _row(
        self, row: Element, above: Sequence[str], behind: list[Block], depth: int
    ) -> tuple[list[str], list[Block]]:
        """The row's cells, spans repeated; and the blocks in them, once each, for tables that are none."""
        properties = child(row, "trPr")
        cells = [""] * min(MAX_COLUMNS, whole(value(properties, "gridBefore"), 0) or 0)
        own: list[Block] = []
        for cell in runs.contents(row, lambda name: name == _TC):
            form = child(cell, "tcPr")
            span = max(1, min(MAX_COLUMNS - len(cells), whole(value(form, "gridSpan"), 1) or 1))
            merged = child(form, "vMerge")
            if merged is not None and merged.get(W + "val", "continue") == "continue":
                place = len(cells)
                text = above[place] if place < len(above) else ""
            else:
                self._cells += 1
                inside = list(self.blocks(cell, depth + 1))
                self._cells -= 1
                nested = [block for block in inside if block.table is not None]
                self.reading.counted[runs.NESTED] += len(nested)
                behind += nested
                own += [block for block in inside if block.table is None]
                text = " ".join(block.text for block in inside if block.table is None)
            cells += [text] * span
        return cells[:MAX_COLUMNS], own


def _lines(pieces: Sequence[tuple[str, Look]], label: str, style: Style) -> Iterator[Block]:
    """A paragraph's lines, which manual breaks part, as blocks; the label stands in the first."""
    lines: list[list[tuple[str, Look]]] = [[]]
    for text, look in pieces:
        first, *more = text.split("\n")
        lines[-1].append((first, look))
        lines += [[(piece, look)] for piece in more]
    broken = False
    for line in lines:
        block = _block(line, label, style, broken=broken)
        if block is not None:
            yield block
            label, broken = "", True


def _block(line: Sequence[tuple[str, Look]], label: str, style: Style, *, broken: bool) -> Block | None:
    signs = [(sign, look) for text, look in line for sign in text]
    while signs and signs[0][0] in _BLANKS:
        signs.pop(0)
    while signs and signs[-1][0] in _BLANKS:
        signs.pop()
    if not signs:
        return None
    bold = 0
    for sign, look in signs:
        if not (look.bold or look.black) and sign not in _BLANKS:
            break
        bold += 1
    sizes = [look.size for _sign, look in signs if look.size]
    return Block(
        text=label + "".join(sign for sign, _look in signs),
        bold=bold + len(label) if bold else 0,
        size=max(sizes, default=0.0),
        centred=bool(style.centred),
        level=style.level,
        broken=broken,
    )


def _is_contents(control: Element) -> bool:
    return value(control, _GALLERY) == "Table of Contents"
