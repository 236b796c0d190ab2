"""套话 set back: runs of a table's cells that say what every document of the genre says are marked as common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policydiff.insight.boilerplate import boilerplate
from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run, Runs


def dimmed(cell: Cell | None) -> Cell | None:
    """``cell`` with the boilerplate of its paragraphs marked as common; headings and tables stay."""
    if cell is None:
        return None
    return replace(cell, blocks=tuple(_dimmed(block) for block in cell.blocks))


def _dimmed(block: Paragraph | CellTable) -> Paragraph | CellTable:
    if isinstance(block, CellTable) or block.heading:
        return block
    return replace(block, runs=dimmed_runs(block.runs))


def dimmed_runs(runs: Sequence[Run]) -> Runs:
    """``runs`` cut where boilerplate begins and ends, their texts and marks as they were; the number of a move stays
    with the first piece."""
    spans = boilerplate("".join(run.text for run in runs))
    return tuple(_cut(runs, [(span.start, span.end) for span in spans])) if spans else tuple(runs)


def _cut(runs: Iterable[Run], spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    borders = sorted({place for span in spans for place in span})
    start = 0
    for run in runs:
        end = start + len(run.text)
        places = [start, *(place for place in borders if start < place < end), end]
        for first, last in pairwise(places):
            common = any(begin <= first and last <= stop for begin, stop in spans)
            move = run.move if first == start else None
            yield replace(run, text=run.text[first - start : last - start], move=move, common=common)
        start = end
