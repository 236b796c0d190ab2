"""From a row of a comparison to its two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.edits import Unit, edits
from policydiff.keys import key
from policydiff.model import Comparison, Edit, EditKind, Pair, Relation, Section
from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run, Runs, Tape, in_lines, side_runs
from policydiff.synopsis.citations import Citations
from policydiff.synopsis.marks import Mark
from policydiff.synopsis.sections import lead
from policydiff.synopsis.side_tables import SideTable, side_tables


@dataclass(frozen=True, slots=True)
class Sides:
    """Both documents' sections by id."""

    old: Citations
    new: Citations

    @classmethod
    def of(cls, comparison: Comparison) -> Sides:
        """Those of ``comparison``."""
        return cls(Citations(comparison.old), Citations(comparison.new))


def row_cells(sides: Sides, pair: Pair, unit: Unit = Unit.CHAR) -> tuple[Cell | None, Cell | None]:
    """The cells of ``pair``; None where a side is missing. The changes of headings are cut by ``unit``."""
    old, new = list(sides.old.sections(pair.old)), list(sides.new.sections(pair.new))
    old_headings, new_headings = headings(old, new, unit)
    whole = pair.moved and pair.relation is Relation.UNCHANGED
    went, came = (Mark.MOVED_AWAY, Mark.MOVED_HERE) if whole else (Mark.PLAIN, Mark.PLAIN)
    return (
        _cell(sides.old, list(zip(old, old_headings, strict=True)), pair, went, old=True),
        _cell(sides.new, list(zip(new, new_headings, strict=True)), pair, came, old=False),
    )


def headings(old: Sequence[Section], new: Sequence[Section], unit: Unit) -> tuple[list[Runs], list[Runs]]:
    """The headings' runs on both sides: one that stands on the other side too is unmarked, and where just one is
    left on each side the two are compared."""
    left: list[Runs | None] = [None] * len(old)
    right: list[Runs | None] = [None] * len(new)
    keys: dict[str, list[int]] = {}
    for place, section in enumerate(new):
        keys.setdefault(key(section.heading), []).append(place)
    for place, section in enumerate(old):
        if there := keys.get(key(section.heading)):
            left[place] = _run(section.heading, Mark.PLAIN)
            match = there.pop(0)
            right[match] = _run(new[match].heading, Mark.PLAIN)
    lone = (
        [place for place, runs in enumerate(left) if runs is None],
        [place for place, runs in enumerate(right) if runs is None],
    )
    if len(lone[0]) == len(lone[1]) == 1:
        changes = _between(old[lone[0][0]].heading, new[lone[1][0]].heading, unit)
        left[lone[0][0]] = tuple(side_runs(changes, old=True))
        right[lone[1][0]] = tuple(side_runs(changes, old=False))
    return (
        [_run(s.heading, Mark.DELETED) if runs is None else runs for s, runs in zip(old, left, strict=True)],
        [_run(s.heading, Mark.INSERTED) if runs is None else runs for s, runs in zip(new, right, strict=True)],
    )


def _run(text: str, mark: Mark) -> Runs:
    return (Run(text, mark),) if text else ()


def _between(old: str, new: str, unit: Unit) -> Sequence[Edit]:
    if old and new:
        return edits(old, new, unit=unit)
    one_sided = ((EditKind.DELETE, old), (EditKind.INSERT, new))
    return [Edit(kind=kind, text=text) for kind, text in one_sided if text]


def _cell(
    citations: Citations, sections: Sequence[tuple[Section, Runs]], pair: Pair, plain: Mark, *, old: bool
) -> Cell | None:
    """``sections`` come with their headings; what is unmarked is marked ``plain``."""
    if not sections:
        return None
    texts = Tape(side_runs(pair.edits, old=old, plain=plain))
    tables = side_tables(
        pair.tables, [table for section, _title in sections for table in section.tables], plain, old=old
    )
    blocks: list[Paragraph | CellTable] = []
    for place, (section, title) in enumerate(sections):
        if title:
            marked = tuple(Run(run.text, plain, run.move) if run.mark is Mark.PLAIN else run for run in title)
            blocks.append(Paragraph(marked, section.id, lead(section), heading=True))
        last = place == len(sections) - 1
        own = texts.rest() if last else texts.take(len(section.text))
        texts.take(0 if last else 1)
        body = list(_body(section, Tape(own), tables))
        blocks += body if title else _labelled(section, body)
    return Cell(tuple(citations.name(section) for section, _title in sections), tuple(blocks))


def _labelled(section: Section, body: list[Paragraph | CellTable]) -> list[Paragraph | CellTable]:
    """``body`` led in by the section's label, as articles are printed: 第三条　……"""
    if not section.label:
        return body
    if body and isinstance(body[0], Paragraph):
        return [replace(body[0], label=lead(section)), *body[1:]]
    return [Paragraph((), section.id, section.label, heading=True), *body]


def _body(section: Section, text: Tape, tables: Iterator[SideTable]) -> Iterator[Paragraph | CellTable]:
    """Paragraphs, and tables before the character they stand at."""
    done = 0
    for table in section.tables:
        yield from _paragraphs(section, text.take(table.at - done))
        done = max(done, table.at)
        header, rows = next(tables)
        yield CellTable(header, rows, section.id)
    yield from _paragraphs(section, text.rest())


def _paragraphs(section: Section, runs: Runs) -> Iterator[Paragraph]:
    return (Paragraph(line, section.id) for line in in_lines(runs) if line)
