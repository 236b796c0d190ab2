"""The two texts of a row as paragraphs with their changes marked: what stands in the cells of a comparison table.

Invariants: the runs of a cell's text paragraphs, joined by LF, are the sections' texts; labels carry no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Edit, EditKind
from policydiff.synopsis.citations import SectionName
from policydiff.synopsis.marks import Mark, mark_of


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text on one side. ``move`` joins the halves of a passage that changed place inside the row;
    ``common`` text is boilerplate that was asked to be set back."""

    text: str
    mark: Mark = Mark.PLAIN
    move: int | None = None
    common: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section's text, or its heading.

    ``label`` is the printed number with the blank that follows it; it is never marked. ``section`` is the id.
    """

    runs: Runs
    section: str
    label: str = ""
    heading: bool = False

    @property
    def text(self) -> str:
        """Label and text."""
        return self.label + "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table inside a cell: ``header`` and ``rows`` hold the runs of each of its cells."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    section: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: its sections, and their headings, paragraphs and tables in reading order."""

    sections: tuple[SectionName, ...]
    blocks: tuple[Paragraph | CellTable, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Headings and paragraphs, without tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def runs(self) -> Runs:
        """All of the cell as one text: paragraphs end with LF, table cells are parted by TAB."""
        return tuple(_flat(self.blocks))

    @property
    def text(self) -> str:
        """The cell as plain text."""
        return "".join(run.text for run in self.runs)

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks in the cell."""
        return frozenset(run.mark for run in self.runs if run.text.strip()) - {Mark.PLAIN}


def _flat(blocks: Sequence[Paragraph | CellTable]) -> Iterator[Run]:
    first = True
    for block in blocks:
        for line in _lines(block):
            if not first:
                yield Run("\n")
            yield from line
            first = False


def _lines(block: Paragraph | CellTable) -> Iterator[Iterable[Run]]:
    if isinstance(block, Paragraph):
        yield (*((Run(block.label),) if block.label else ()), *block.runs)
        return
    for row in (block.header, *block.rows):
        yield [run for place, cell in enumerate(row) for run in ((Run("\t"),) if place else ()) + cell]


class Tape:
    """One side of edits as a text that is cut off piece by piece, marks and all."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = [run for run in runs if run.text]
        self._place = 0
        self._used = 0

    def take(self, count: int) -> Runs:
        """The next ``count`` characters, or what is left of them."""
        taken: list[Run] = []
        while count > 0 and self._place < len(self._runs):
            run = self._runs[self._place]
            piece = run.text[self._used : self._used + count]
            taken.append(Run(piece, run.mark, run.move))
            count -= len(piece)
            self._used += len(piece)
            if self._used == len(run.text):
                self._place, self._used = self._place + 1, 0
        return tuple(taken)

    def rest(self) -> Runs:
        """Everything that is left."""
        return self.take(sum(len(run.text) for run in self._runs))


def side_runs(edits: Iterable[Edit], *, old: bool, plain: Mark = Mark.PLAIN) -> Iterator[Run]:
    """What one side of ``edits`` reads; ``plain`` is what unchanged text is marked as."""
    for edit in edits:
        if edit.kind is EditKind.EQUAL:
            yield Run(edit.old if old else edit.new, plain)
        elif old == (edit.kind is EditKind.DELETE):
            yield Run(edit.text, mark_of(edit), edit.move)


def in_lines(runs: Iterable[Run]) -> list[Runs]:
    """``runs`` cut at LF, which is dropped; no runs make no line."""
    lines: list[list[Run]] = []
    for run in runs:
        for place, piece in enumerate(run.text.split("\n")):
            if place or not lines:
                lines.append([])
            if piece:
                lines[-1].append(Run(piece, run.mark, run.move))
    return [tuple(line) for line in lines]
