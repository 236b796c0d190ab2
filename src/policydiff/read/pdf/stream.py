"""Pages in reading order → one stream: paragraphs across line and page breaks, tables across pages, furniture between.

Footnotes come after the paragraph their page ends in, never within it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from policydiff.read.grid import Row
from policydiff.read.pdf.layout import Leaf
from policydiff.read.pdf.margins import Margins, margins
from policydiff.read.pdf.paragraphs import between
from policydiff.read.pdf.parts import Region, joined
from policydiff.read.pdf.rows import Line

_USUAL_PITCH = 1.6
"""Distance of lines, in sizes of the print, where nothing tells it."""

_Places = Mapping[tuple[int, int], Margins]


@dataclass(slots=True, eq=False)
class Run:
    """A paragraph: its lines, and what stands between each and the next instead of the line break."""

    lines: list[Line]
    glue: list[str] = field(default_factory=list)
    centred: bool = False

    @property
    def text(self) -> str:
        """The paragraph without its line breaks."""
        return "".join(a + line.text for a, line in zip(["", *self.glue], self.lines, strict=True))

    @property
    def heavy(self) -> int:
        """How many of its first characters are bold."""
        total = 0
        for line, glue in zip(self.lines, ["", *self.glue], strict=True):
            total += line.heavy + (len(glue) if line.heavy else 0)
            if not line.bold:
                break
        return total


@dataclass(slots=True, eq=False)
class Ruled:
    """A table, its parts on following pages taken in."""

    region: Region
    squares: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a paragraph."""

    line: Line
    run: Run


@dataclass(frozen=True, slots=True)
class Furnished:
    """A header, footer or page number."""

    line: Line


@dataclass(frozen=True, slots=True)
class Turned:
    """A page begins that bears ``number``."""

    number: int


Item = Printed | Ruled | Furnished | Turned


def stream(leaves: Sequence[Leaf]) -> list[Item]:
    """Everything on the pages in the order it is read."""
    lines = [item for leaf in leaves for item in leaf.body if isinstance(item, Line)]
    return _Reading(margins(lines), _pitches(leaves)).of(leaves)


@dataclass(slots=True)
class _Reading:
    places: _Places
    pitches: Mapping[int, float]
    items: list[Item] = field(default_factory=list)
    run: Run | None = None
    table: Ruled | None = None
    waiting: list[Line] = field(default_factory=list)

    def of(self, leaves: Sequence[Leaf]) -> list[Item]:
        for leaf in leaves:
            self.items.append(Turned(leaf.number))
            self.items += [Furnished(line) for line in leaf.head]
            for item in leaf.body:
                if isinstance(item, Line):
                    self._line(item)
                else:
                    self._region(item)
            self.waiting += leaf.notes
            self.items += [Furnished(line) for line in leaf.foot]
        self._close()
        return self.items

    def _line(self, line: Line) -> None:
        self.table = None
        glue = self._joint(self.run.lines[-1], line) if self.run is not None else None
        if self.run is None or glue is None:
            self._close()
            self.run = Run([line], centred=self.places[line.page, line.column].is_centred(line))
        else:
            self.run.glue.append(glue)
            self.run.lines.append(line)
            self.run.centred = self.run.centred or self.places[line.page, line.column].is_centred(line)
        self.items.append(Printed(line, self.run))

    def _region(self, region: Region) -> None:
        if self.table is not None:
            longer = joined(self.table.region, self.table.squares, region)
            if longer is not None:
                self.table.region, self.table.squares = _divided_as(self.table.region, region), longer
                return
        self._close()
        self.table = Ruled(region, region.squares)
        self.items.append(self.table)

    def _close(self) -> None:
        """End the paragraph; the footnotes that waited for its end follow."""
        self.run = None
        waiting, self.waiting = self.waiting, []
        run: Run | None = None
        places = margins(waiting)
        for before, line in pairwise([None, *waiting]):
            if line is None:
                continue
            found = None
            if run is not None and before is not None:
                here = places[before.page, before.column], places[line.page, line.column]
                found = between(
                    before, line, *here, pitch=_USUAL_PITCH * line.size, same_column=before.page == line.page
                )
            if run is not None and found is not None and found.joined:
                run.glue.append(found.glue)
                run.lines.append(line)
            else:
                run = Run([line])
            self.items.append(Printed(line, run))

    def _joint(self, before: Line, line: Line) -> str | None:
        """What stands between two lines of one paragraph; None where they are two paragraphs'."""
        same = (before.page, before.column) == (line.page, line.column)
        first, second = self.places[before.page, before.column], self.places[line.page, line.column]
        pitch = self.pitches.get(round(line.size), _USUAL_PITCH * line.size)
        found = between(before, line, first, second, pitch=pitch, same_column=same)
        return found.glue if found.joined else None


def _divided_as(first: Region, second: Region) -> Region:
    """The later part, with the finer columns of the two."""
    if len(second.edges) >= len(first.edges):
        return second
    return replace(second, edges=tuple(edge - first.x0 + second.x0 for edge in first.edges))


def _pitches(leaves: Sequence[Leaf]) -> dict[int, float]:
    """The usual distance of lines by their size in whole points."""
    distances: dict[int, list[float]] = {}
    for leaf in leaves:
        lines = [item for item in leaf.body if isinstance(item, Line)]
        for before, after in pairwise(lines):
            step = after.base - before.base
            if before.column == after.column and 0.8 * after.size < step < 4 * after.size:
                distances.setdefault(round(after.size), []).append(step)
    return {size: median(steps) for size, steps in distances.items() if len(steps) >= 3}
