"""The new text against the old as a Word document with tracked changes.

Invariants: with all changes accepted it reads as the new document's lines (`policydiff.export.docx.flat`), with all
rejected as the old one's. Every line end is a paragraph mark, tracked like any character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from policydiff.errors import UsageError
from policydiff.export.docx.comparison import DAY, latest_day
from policydiff.export.docx.flat import BODY, HEADINGS, TABLE, TITLE, Flat, flat
from policydiff.export.docx.marks import MARK_STYLES
from policydiff.export.docx.package import package
from policydiff.export.docx.page import Page
from policydiff.export.docx.styles import (
    HEAD_FONT,
    KAI_FONT,
    TEXT_FONT,
    TITLE_FONT,
    ParagraphStyle,
    font_table_part,
    footer_part,
    settings_part,
    styles_part,
)
from policydiff.export.docx.weave import Op, weave
from policydiff.export.docx.wml import attribute, part, run
from policydiff.messages import _
from policydiff.model import Comparison, EditKind
from policydiff.synopsis.table_head import title

AUTHOR = "policydiff"

STYLES = (
    ParagraphStyle(id="Title", name="Title", font=TITLE_FONT, size=44, jc="center", after=240),
    *(
        ParagraphStyle(
            id=f"Heading{depth}",
            name=f"heading {depth}",
            font={1: HEAD_FONT, 2: KAI_FONT}.get(depth, TEXT_FONT),
            size=32,
            bold=depth > 2,
            line=360,
            indent=200,
            outline=depth - 1,
            keep=True,
        )
        for depth in range(1, len(HEADINGS) + 1)
    ),
    ParagraphStyle(id="BodyText", name="Body Text", font=TEXT_FONT, size=32, jc="both", line=360, indent=200),
    ParagraphStyle(id="TableLine", name="Table line", font=TEXT_FONT, size=24),
)
"""As GB/T 9704-2012 sets a document: title 22 pt, text 16 pt, headings 黑体, 楷体, then bold."""

STYLE_OF = {
    TITLE: "Title",
    BODY: "BodyText",
    TABLE: "TableLine",
    **{kind: f"Heading{depth}" for depth, kind in enumerate(HEADINGS, 1)},
}

TAGS = {(EditKind.INSERT, False): "ins", (EditKind.DELETE, False): "del"} | {
    (EditKind.INSERT, True): "moveTo",
    (EditKind.DELETE, True): "moveFrom",
}


def comparison_tracked_docx(comparison: Comparison, *, author: str = AUTHOR, date: str | None = None) -> bytes:
    """The new document of ``comparison`` as changes of the old one, by ``author``, made on ``date`` (ISO, a day; the
    later of the documents' dates where there is none). Raises UsageError for a date that is no day."""
    if date is not None and not DAY.fullmatch(date):
        raise UsageError(
            _("“{value}” is no date.").format(value=date),
            cause=_("A change was made on a day."),
            fix=_("Write it as in 2024-05-01."),
        )
    old, new = flat(comparison.old), flat(comparison.new)
    day = date or latest_day(comparison)
    writer = _Writer(old, new, f'w:author={attribute(author)} w:date="{day}T00:00:00Z"')
    body = "".join(writer.paragraphs(weave(comparison, old, new)))
    return package(
        part("w:document", f"<w:body>{body}{Page(landscape=False).xml}</w:body>"),
        {
            "styles": styles_part(STYLES, MARK_STYLES["bold"]),
            "settings": settings_part(),
            "fontTable": font_table_part(),
            "footer1": footer_part(),
        },
        title=title(comparison),
        date=day,
    )


@dataclass(slots=True)
class _Writer:
    old: Flat
    new: Flat
    made: str
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def paragraphs(self, ops: list[Op]) -> Iterator[str]:
        """A paragraph for each LF in ``ops``."""
        runs: list[str] = []
        for op in ops:
            place = 0
            pieces = op.text.split("\n")
            opening, closing = self._range(op)
            runs.append(opening)
            for number, piece in enumerate(pieces):
                runs.append(self._run(op, piece))
                place += len(piece)
                if number < len(pieces) - 1:
                    yield self._paragraph(op, place, "".join(runs))
                    runs = []
                    place += 1
            runs.append(closing)

    def _range(self, op: Op) -> tuple[str, str]:
        """What says where a moved passage begins and ends."""
        if op.move is None:
            return "", ""
        tag, number = TAGS[op.kind, True], next(self.ids)
        start = f'<w:{tag}RangeStart w:id="{number}" w:name="move{op.move}" {self.made}/>'
        return start, f'<w:{tag}RangeEnd w:id="{number}"/>'

    def _run(self, op: Op, text: str) -> str:
        if op.kind is EditKind.EQUAL or not text:
            return run(text)
        tag = TAGS[op.kind, op.move is not None]
        inner = run(text, tag="w:delText" if tag == "del" else "w:t")
        return f'<w:{tag} w:id="{next(self.ids)}" {self.made}>{inner}</w:{tag}>'

    def _paragraph(self, op: Op, place: int, runs: str) -> str:
        """The paragraph that the LF at ``place`` of ``op`` ends; it is set as on the side the LF stands on."""
        kind = self.old.kind_at(op.old + place) if op.kind is EditKind.DELETE else self.new.kind_at(op.new + place)
        mark = ""
        if op.kind is not EditKind.EQUAL:
            tag = TAGS[op.kind, op.move is not None]
            mark = f'<w:rPr><w:{tag} w:id="{next(self.ids)}" {self.made}/></w:rPr>'
        return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF[kind]}"/>{mark}</w:pPr>{runs}</w:p>'
