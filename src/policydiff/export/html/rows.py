"""The rows of a page, and the outline that leads to them, as values for a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from policydiff.export.html.dress import CLASSES
from policydiff.export.html.kinds import Kind, kind_of, unsure
from policydiff.export.html.sides import merged, side
from policydiff.export.svg import em, one_line
from policydiff.messages import _
from policydiff.model import Comparison, Pair, Relation
from policydiff.synopsis.cells import Cell
from policydiff.synopsis.comparison_table import ComparisonTable, TableRowView
from policydiff.synopsis.replaced_terms import Replacement, without_terms
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.row_remarks import LEAST_CONFIDENCE, remarks

TITLE_CHARACTERS = 14
"""How much of a section's text stands for a heading in the outline."""

LINE_PIXELS, LINE_EM = 32, 27
"""A line on the screen, to guess how tall a row is before it is drawn."""


class Target(NamedTuple):
    """A link to a section: the anchor, what it is called, and how likely it is, in per cent or empty."""

    anchor: str
    name: str
    likely: str = ""


class Remark(NamedTuple):
    """A line of the remarks; ``told`` where the screen says it anyway, by the row's kind or by links."""

    text: str
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: ``old``, ``new`` and ``merged`` are markup, empty where a side is missing; ``absent`` stands there.

    ``anchors`` are the ids that lead to it, ``flags`` classes; ``height`` is a guess in pixels.
    """

    number: int
    kind: Kind
    old: str
    new: str
    merged: str
    absent: str
    remarks: tuple[Remark, ...]
    title: str
    old_name: str
    new_name: str
    path: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    nodes: str = ""
    flags: tuple[str, ...] = ()
    similarity: str = ""
    confidence: str = ""
    candidates: tuple[Target, ...] = ()
    see_also: tuple[Target, ...] = ()
    height: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of ``table``."""

    comparison: Comparison
    table: ComparisonTable
    told: Sequence[Replacement]
    sides: Sides
    dim: bool = False
    anchors: set[str] = field(default_factory=set)
    """What the page has; links elsewhere would lead nowhere."""

    @classmethod
    def of(
        cls, comparison: Comparison, table: ComparisonTable, told: Sequence[Replacement], *, dim: bool = False
    ) -> Rows:
        """For the rows of ``table``, from which changes that ``told`` explains are left out; ``dim`` sets back
        boilerplate in the merged view too."""
        made = cls(comparison, table, told, Sides.of(comparison), dim)
        made.anchors.update(anchor for row in table.rows if row.pair for anchor in anchors(row.pair.old, row.pair.new))
        return made

    def rows(self) -> list[Row]:
        """All of them, in order."""
        return [self._row(view) for view in self.table.rows]

    def targets(self, old: Iterable[str], new: Iterable[str]) -> tuple[Target, ...]:
        """Links to those of these sections that stand on the page."""
        found = [("old", self.sides.old, section) for section in old] + [("new", self.sides.new, s) for s in new]
        return tuple(
            Target(f"{side}-{section}", citations.cite(section))
            for side, citations, section in found
            if f"{side}-{section}" in self.anchors
        )

    def _row(self, view: TableRowView) -> Row:
        pair, mode = view.pair, self.comparison.mode
        kind = kind_of(pair.relation if pair else None, mode)
        old, new = (side(cell, CLASSES) if cell else "" for cell in (view.old, view.new))
        one = (
            merged(view.old, view.new, without_terms(pair, self.told), CLASSES, dim=self.dim) if pair else f"{old}{new}"
        )
        made = Row(
            number=view.number,
            kind=kind,
            old=old,
            new=new,
            merged=one,
            absent=view.absent,
            remarks=tuple(self._remarks(view, kind)),
            title=_title(view.new or view.old),
            old_name=_name(view.old),
            new_name=_name(view.new),
            path=_path(view.new or view.old),
            height=_height(view),
        )
        return made if pair is None else self._paired(made, pair)

    def _paired(self, row: Row, pair: Pair) -> Row:
        """``row`` with what is known of its pairing."""
        found = anchors(pair.old, pair.new)
        return replace(
            row,
            anchors=tuple(found),
            nodes=" ".join(found),
            flags=_flags(pair),
            similarity=f"{pair.similarity:.0%}" if pair.old and pair.new else "",
            confidence=f"{pair.confidence:.0%}",
            candidates=self._candidates(pair),
            see_also=self.targets(pair.see_also_old, pair.see_also_new),
        )

    def _remarks(self, view: TableRowView, kind: Kind) -> Iterator[Remark]:
        if view.pair is None:
            own = view.remarks
        else:
            lone = replace(view.pair, see_also_old=(), see_also_new=(), candidates=())
            own = remarks(lone, self.comparison, self.sides)
        for line in view.remarks:
            yield Remark(one_line(line), line not in own or kind.name.startswith(line))

    def _candidates(self, pair: Pair) -> tuple[Target, ...]:
        name, citations = ("old", self.sides.old) if pair.relation is Relation.ONLY_NEW else ("new", self.sides.new)
        return tuple(
            Target(anchor, citations.cite(found.section), f"{found.confidence:.0%}")
            for found in pair.candidates
            if found.confidence >= LEAST_CONFIDENCE and (anchor := f"{name}-{found.section}") in self.anchors
        )


def anchors(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The ids under which the sections of a row are found."""
    return [f"old-{section}" for section in old] + [f"new-{section}" for section in new]


def _flags(pair: Pair) -> tuple[str, ...]:
    carried = {"moved": pair.moved, "renumbered": pair.renumbered, "pinned": pair.pinned, "unsure": unsure(pair)}
    return tuple(name for name, carries in carried.items() if carries)


def _name(cell: Cell | None) -> str:
    """The numbers of a cell's sections."""
    if cell is None:
        return ""
    return "、".join(
        one_line(s.label.strip(" 　、．.")) or (s.id if not s.heading else "") for s in cell.sections
    ).strip("、")


def _title(cell: Cell | None) -> str:
    """The headings of a cell's sections; where there are none, how the text begins."""
    if cell is None:
        return ""
    found = "、".join(one_line(section.heading) for section in cell.sections if section.heading)
    if found:
        return found
    lines = ("".join(run.text for run in block.runs) for block in cell.paragraphs if not block.heading)
    text = one_line(" ".join(lines)[: 2 * TITLE_CHARACTERS]).strip()
    return text if len(text) <= TITLE_CHARACTERS else text[:TITLE_CHARACTERS] + "…"


def _path(cell: Cell | None) -> tuple[str, ...]:
    return tuple(map(one_line, cell.sections[0].path)) if cell and cell.sections else ()


def _height(view: TableRowView) -> int:
    """How tall a row will be, in pixels: its longer side in lines."""
    longest = max((sum(1 + em(p.text) // LINE_EM for p in c.paragraphs) for c in (view.old, view.new) if c), default=1)
    return round(LINE_PIXELS * (longest + 2))


class Entry(NamedTuple):
    """A line of the outline: a title above rows (``row`` is None), or a row; ``depth`` counts from 0."""

    title: str
    depth: int
    row: Row | None


def outline(rows: Sequence[Row]) -> list[Entry]:
    """The rows under the titles they stand under in the documents."""
    entries: list[Entry] = []
    above: tuple[str, ...] = ()
    for row in rows:
        for depth, title in enumerate(row.path):
            if above[: depth + 1] != row.path[: depth + 1]:
                entries.append(Entry(title, depth, None))
        above = row.path
        entries.append(Entry(row.title or _("(no text)"), len(row.path), row))
    return entries
