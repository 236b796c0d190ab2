"""The stream of a file → the text, with its markup, headings, tables and pages."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Change, MarkedHeading, Origin, PageMark, Source, SourceTable, Span
from policydiff.read.grid import grid as table
from policydiff.read.pdf.headings import Bookmark, Paragraph, headings
from policydiff.read.pdf.layout import Body
from policydiff.read.pdf.stream import Furnished, Item, Printed, Ruled, Run


class _Writer:
    """The text so far, and what stands where in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.position = 0
        self.markup: list[Change] = []
        self.pages: list[PageMark] = []
        self.tables: list[SourceTable] = []
        self.paragraphs: list[Run] = []
        self.starts: dict[int, list[int]] = {}
        """Where the lines of each paragraph (by identity) begin."""

    def write(self, text: str) -> Span:
        span = Span(start=self.position, end=self.position + len(text))
        self.pieces += (text, "\n")
        self.position = span.end + 1
        return span

    def take(self, item: Item) -> None:
        if isinstance(item, Printed):
            self._line(item)
        elif isinstance(item, Ruled):
            self._table(item)
        elif isinstance(item, Furnished):
            span = self.write(item.line.text)
            self.markup.append(Change(span.start, span.end + 1, ""))
        else:
            self.pages.append(PageMark(offset=self.position, number=item.number))

    def _line(self, item: Printed) -> None:
        starts = self.starts.setdefault(id(item.run), [])
        if starts:
            before = item.run.lines[len(starts) - 1]
            end = starts[-1] + len(before.text)
            while self.markup and self.markup[-1].start >= end:
                self.markup.pop()
            self.markup.append(Change(end, self.position, item.run.glue[len(starts) - 1]))
        else:
            self.paragraphs.append(item.run)
        starts.append(self.write(item.line.text).start)

    def _table(self, item: Ruled) -> None:
        grid = table(item.squares)
        if grid is None:
            for cell in dict.fromkeys(cell for row in item.squares for cell in row if cell):
                self.write(cell)
            return
        for text in grid.above:
            self.write(text)
        span = self.write("\n".join(grid.lines()))
        self.tables.append(SourceTable(span=span, header=grid.header, rows=grid.rows))
        for text in grid.below:
            self.write(text)

    def place(self, run: Run, chars: int) -> int:
        """Where the first ``chars`` characters of a paragraph end in the text."""
        for line, glue, start in zip(run.lines, ["", *run.glue], self.starts[id(run)], strict=True):
            chars -= len(glue)
            if chars <= len(line.text):
                return start + max(0, chars)
            chars -= len(line.text)
        return self.starts[id(run)][-1] + len(run.lines[-1].text)


def assembled(
    origin: Origin, items: Sequence[Item], body: Body, bookmarks: Sequence[Bookmark], problems: tuple[str, ...]
) -> Source:
    """The source of a file that reads as ``items``."""
    writer = _Writer()
    for item in items:
        writer.take(item)
    paragraphs = [
        Paragraph(run.text, run.lines[0].page, run.lines[0].size, run.lines[0].font, run.heavy, run.centred)
        for run in writer.paragraphs
    ]
    marked = []
    for index, (chars, depth) in sorted(headings(paragraphs, body, bookmarks).items()):
        run = writer.paragraphs[index]
        span = Span(start=writer.starts[id(run)][0], end=writer.place(run, chars))
        marked.append(MarkedHeading(span=span, depth=depth))
    return Source(
        origin=origin,
        text="".join(writer.pieces),
        markup=tuple(writer.markup),
        headings=tuple(marked),
        pages=tuple(writer.pages),
        tables=tuple(writer.tables),
        problems=problems,
    )
