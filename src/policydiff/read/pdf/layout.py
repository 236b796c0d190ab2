"""A PDF's pages → its lines in reading order, with tables, footnotes and furniture told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from policydiff.read.pdf import aligned, cells
from policydiff.read.pdf.columns import gutter, in_order
from policydiff.read.pdf.furniture import furniture
from policydiff.read.pdf.glyphs import PLAIN, Glyph, Sheet
from policydiff.read.pdf.notes import notes
from policydiff.read.pdf.parts import Region, joined
from policydiff.read.pdf.rows import Line, baselines, line, once


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: lines above and below its text that are furniture, the text with tables in place, the footnotes."""

    index: int
    number: int
    head: tuple[Line, ...]
    body: tuple[Line | Region, ...]
    notes: tuple[Line, ...]
    foot: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What most of the text is printed in: font, size in points, and how heavy that is."""

    font: str
    size: float
    weight: int


@dataclass(slots=True)
class _Drawn:
    """A page's ruled tables, and the characters outside them."""

    index: int
    tables: list[Region]
    prose: list[Glyph]


@dataclass(slots=True)
class _Page:
    index: int
    height: float
    tables: list[Region]
    rows: list[list[Glyph]]
    lines: list[Line]


def leaves(sheets: Sequence[Sheet]) -> tuple[list[Leaf], Body]:
    """The pages in order, and the print of the text."""
    drawn: list[_Drawn] = []
    for index, sheet in enumerate(sheets):
        before = drawn[-1].tables[-1] if drawn and drawn[-1].tables else None
        drawn.append(_drawn(index, sheet, before))
    body = _body([page.prose for page in drawn]) or _body([sheet.glyphs for sheet in sheets]) or Body("", 12.0, PLAIN)
    pages = [_page(page, sheet, body.weight) for page, sheet in zip(drawn, sheets, strict=True)]
    edge = furniture([page.lines for page in pages], [page.height for page in pages], body.size)
    numbers = _numbers(edge.numbers, len(pages))
    usual = _usual_gutter(pages)
    found = []
    for page in pages:
        dropped = {i for i, made in enumerate(page.lines) if id(made) in edge.lines}
        kept = [row for i, row in enumerate(page.rows) if i not in dropped]
        bases = [made.base for i, made in enumerate(page.lines) if i not in dropped]
        middle = median(bases) if bases else page.height / 2
        edges = [page.lines[i] for i in sorted(dropped)]
        ordered = in_order(kept, page=page.index, plain=body.weight, usual=usual)
        below = notes(ordered, body.size)
        found.append(
            Leaf(
                index=page.index,
                number=numbers[page.index],
                head=tuple(made for made in edges if made.base < middle),
                body=tuple(_with_tables([made for made in ordered if id(made) not in below], page.tables)),
                notes=tuple(made for made in ordered if id(made) in below),
                foot=tuple(made for made in edges if made.base >= middle),
            )
        )
    return found, body


def _drawn(index: int, sheet: Sheet, before: Region | None) -> _Drawn:
    """``before`` is the last table of the page before, which a single row may go on."""
    glyphs = once(sheet.glyphs)
    tables = []
    for region in cells.regions(glyphs, sheet.rules, page=index):
        if region.grid is not None or (before is not None and joined(before, before.squares, region) is not None):
            tables.append(region)
    prose = [glyph for glyph in glyphs if not any(cells.holds(table, glyph) for table in tables)]
    return _Drawn(index, tables, prose)


def _page(drawn: _Drawn, sheet: Sheet, plain: int) -> _Page:
    tables = list(drawn.tables)
    rows = [row for row in baselines(drawn.prose) if line(row) is not None]
    if gutter(rows) is None:
        found = aligned.tables(rows, sheet.rules, page=drawn.index)
        tables += found.regions
        rows = [row for number, row in enumerate(rows) if number not in found.taken]
    lines = [made for row in rows if (made := line(row, page=drawn.index, plain=plain)) is not None]
    return _Page(drawn.index, sheet.height, sorted(tables, key=lambda table: table.top), rows, lines)


def _usual_gutter(pages: Sequence[_Page]) -> float | None:
    """Where most pages have the space between their columns; None where most have one column."""
    found = [place for page in pages if (place := gutter(page.rows)) is not None]
    return median(found) if 2 * len(found) >= len(pages) else None


def _body(pages: Sequence[Sequence[Glyph]]) -> Body | None:
    prints = Counter((g.font.name, round(g.size, 1), g.font.weight) for page in pages for g in page)
    if not prints:
        return None
    (font, size, weight), _ = prints.most_common(1)[0]
    return Body(font, size, weight)


def _numbers(printed: dict[int, int], count: int) -> list[int]:
    """The printed number of each page, counted on where none is printed; without any, the place in the file."""
    numbers: list[int] = []
    arabic = sorted(index for index, number in printed.items() if number > 0)
    for index in range(count):
        if index in printed:
            numbers.append(printed[index])
        elif arabic:
            near = min(arabic, key=lambda other: abs(other - index))
            number = printed[near] + index - near
            numbers.append(number if number > 0 else -(index + 1))
        else:
            numbers.append(index + 1)
    return numbers


def _with_tables(lines: Sequence[Line], tables: Sequence[Region]) -> list[Line | Region]:
    """Each table behind the last line of its own column that stands above it, or before the first below it."""
    result: list[Line | Region] = list(lines)
    for table in tables:
        beside = [i for i, item in enumerate(result) if item.x0 < table.x1 and item.x1 > table.x0]
        above = [i for i in beside if _height(result[i]) <= table.top]
        result.insert(above[-1] + 1 if above else next(iter(beside), len(result)), table)
    return result


def _height(item: Line | Region) -> float:
    return item.base if isinstance(item, Line) else item.top
