"""Word documents of known structure, made by python-docx and a little XML of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Level = tuple[str, str]
"""A format (chineseCountingThousand) and a text (%1、) of one level of a list."""


class Word:
    """A document being written; methods add to its end."""

    def __init__(self) -> None:
        self.document: Any = Document()
        self.lists = 0

    def add(self, text: str = "", style: str | None = None, **look: Any) -> Any:
        """A paragraph; ``look`` is bold, size (points), centred, numbered (list, level)."""
        from docx.shared import Pt

        paragraph = self.document.add_paragraph(style=style)
        if text:
            run = paragraph.add_run(text)
            run.bold = look.get("bold")
            if "size" in look:
                run.font.size = Pt(look["size"])
        if look.get("centred"):
            paragraph.alignment = 1
        if "numbered" in look:
            number, level = look["numbered"]
            self.xml(
                paragraph._p.get_or_add_pPr(),
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
            )
        return paragraph

    def xml(self, parent: Any, text: str) -> Any:
        """Append raw XML, prefixes w and r known."""
        element = parse_xml(re.sub(r"^<[\w:]+", lambda m: f"{m[0]} {nsdecls('w', 'r')}", text))
        parent.append(element)
        return element

    def list(
        self, *levels: Level, starts: Mapping[int, int] | None = None, abstract: int | None = None, **more: str
    ) -> int:
        """A list with these levels, or one more with the levels of list ``abstract``; its number.

        ``starts`` are levels begun anew; ``more`` is XML to add to a level, as ``level1="<w:isLgl/>"``.
        """
        part = self.document.part.numbering_part.element
        self.lists += 1
        number = 100 + self.lists
        if abstract is None:
            inner = "".join(
                f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more.get(f"level{n}", "")}'
                f'<w:lvlText w:val="{text}"/></w:lvl>'
                for n, (style, text) in enumerate(levels)
            )
            made = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>')
            part.insert(0, made)
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in (starts or {}).items()
        )
        self.xml(part, f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract or number}"/>{overrides}</w:num>')
        return number

    def table(
        self, rows: Sequence[Sequence[str]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    ) -> Any:
        """A table; ``merged`` are the corners of cells to be merged."""
        made = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        for (top, left), (bottom, right) in merged:
            kept = made.cell(top, left).text
            whole = made.cell(top, left).merge(made.cell(bottom, right))
            whole.text = kept
        return made

    def notes(self, texts: Sequence[str]) -> None:
        """Footnotes with the ids 1, 2 …"""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        inner = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
            for n, text in enumerate(texts, 1)
        )
        separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        data = f"<w:footnotes {nsdecls('w')}>{separator}{inner}</w:footnotes>".encode()
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            data,
            self.document.part.package,
        )
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def bytes(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def style_named(word: Word, name: str, inner: str) -> None:
    """A paragraph style with these properties."""
    word.xml(
        word.document.styles.element,
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>',
    )
