"""The cells of a format's tables, repaired like the text they stand in, but each for itself.

Prose and tables are damaged alike by encodings and type-setting; page numbers, doubled headings and tables of
contents are no business of a cell. The invariant: a repair never reaches from one cell into another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from policydiff.model import OffsetMap, Repair, SourceTable, Span
from policydiff.repair import blanks, doc_numbers, invisible, lost_zero, mojibake, pinyin_hints, script, width
from policydiff.repair.finding import Finding
from policydiff.repair.flow import Flow, Found

_BEFORE_SCRIPT: tuple[tuple[str, Callable[[str], list[Finding]]], ...] = (
    (invisible.KIND, invisible.find),
    (mojibake.KIND, mojibake.find),
    (pinyin_hints.KIND, pinyin_hints.find),
)
_BEHIND_SCRIPT: tuple[tuple[str, Callable[[str], list[Finding]]], ...] = (
    (lost_zero.KIND, lost_zero.find),
    (doc_numbers.KIND, doc_numbers.find),
    (width.KIND, width.find),
    (blanks.KIND, blanks.find),
)
"""Damage classes in the order of `policydiff.repair.pipeline`."""


def mended(
    text: str, tables: Sequence[SourceTable], *, skip: frozenset[str], simplify: bool
) -> tuple[tuple[SourceTable, ...], tuple[Repair, ...]]:
    """``tables`` of the raw source ``text`` with their cells repaired, and the repairs with their places in it."""
    lines = list(dict.fromkeys(line for table in tables for cell in _cells(table) for line in cell.split("\n")))
    if not lines:
        return tuple(tables), ()
    joined = "\n".join(lines)
    flow = Flow(text=joined, origins=OffsetMap.identity(len(joined)))
    _run(flow, _BEFORE_SCRIPT, skip)
    if simplify:
        flow.text = script.simplified(flow.text)
    _run(flow, _BEHIND_SCRIPT, skip)
    after = dict(zip(lines, flow.text.split("\n"), strict=True))
    return tuple(_with(table, after) for table in tables), tuple(_placed(flow.repairs, lines, text, tables))


def _run(flow: Flow, stages: Sequence[tuple[str, Callable[[str], list[Finding]]]], skip: frozenset[str]) -> None:
    for kind, find in stages:
        if kind not in skip:
            inside = [f for f in find(flow.text) if "\n" not in flow.text[f.start : f.end] + f.after]
            flow.take(kind, Found(findings=inside))


def _cells(table: SourceTable) -> Iterator[str]:
    for row in (table.header, *table.rows):
        yield from row


def _with(table: SourceTable, after: dict[str, str]) -> SourceTable:
    def row(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("\n".join(after[line] for line in cell.split("\n")) for cell in cells)

    return replace(table, header=row(table.header), rows=tuple(map(row, table.rows)))


def _placed(
    repairs: Sequence[Repair], lines: Sequence[str], text: str, tables: Sequence[SourceTable]
) -> Iterator[Repair]:
    """``repairs`` of the joined ``lines`` at the places in the source where each cell first stands."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    index = 0
    for repair in sorted(repairs, key=lambda repair: repair.span):
        while starts[index + 1] <= repair.span.start:
            index += 1
        yield replace(repair, span=_place(repair.span, starts[index], lines[index], text, tables))


def _place(span: Span, start: int, line: str, text: str, tables: Sequence[SourceTable]) -> Span:
    """Where the range of a line stands in the source; the whole table where the cell is printed otherwise there."""
    for table in tables:
        if any(line in cell.split("\n") for cell in _cells(table)):
            at = text.find(line, table.span.start, table.span.end) if line else -1
            if at == -1:
                return table.span
            return Span(start=at + span.start - start, end=at + span.end - start)
    return tables[0].span
