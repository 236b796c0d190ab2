"""From a row of a comparison to its two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.edits import Unit, edits
from policydiff.keys import key
from policydiff.model import Comparison, Edit, EditKind, Pair, Relation, Section
from policydiff.synopsis.cells import Cell, CellTable, Paragraph, Run, Runs, Tape, in_lines, side_runs
from policydiff.synopsis.citations import Citations
from policydiff.synopsis.marks import Mark


@dataclass(frozen=True, slots=True)
class Sides:
    """Both documents' sections by id."""

    old: Citations
    new: Citations

    @classmethod
    def of(cls, comparison: Comparison) -> Sides:
        """Those of ``comparison``."""
        return cls(Citations(comparison.old), Citations(comparison.new))


def row_cells(
    sides: Sides, pair: Pair, text: Sequence[Edit], cells: Sequence[Edit], unit: Unit = Unit.CHAR
) -> tuple[Cell | None, Cell | None]:
    """The cells of ``pair`` with ``text`` and ``cells`` for the edits of its texts and tables; None where a side is
    missing. The changes of headings are cut by ``unit``."""
    old, new = list(sides.old.sections(pair.old)), list(sides.new.sections(pair.new))
    old_headings, new_headings = headings(old, new, unit)
    whole = pair.moved and pair.relation is Relation.UNCHANGED
    went, came = (Mark.MOVED_AWAY, Mark.MOVED_HERE) if whole else (Mark.PLAIN, Mark.PLAIN)

    def tapes(*, old: bool, plain: Mark) -> tuple[Tape, Tape]:
        return Tape(side_runs(text, old=old, plain=plain)), Tape(side_runs(cells, old=old, plain=plain))

    return (
        _cell(sides.old, list(zip(old, old_headings, strict=True)), *tapes(old=True, plain=went), went),
        _cell(sides.new, list(zip(new, new_headings, strict=True)), *tapes(old=False, plain=came), came),
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
    citations: Citations, sections: Sequence[tuple[Section, Runs]], texts: Tape, tables: Tape, plain: Mark
) -> Cell | None:
    """``sections`` come with their headings; what is unmarked is marked ``plain``."""
    if not sections:
        return None
    blocks: list[Paragraph | CellTable] = []
    for place, (section, title) in enumerate(sections):
        if section.label or title:
            blank = section.title.removeprefix(section.label).removesuffix(section.heading)
            marked = tuple(Run(run.text, plain, run.move) if run.mark is Mark.PLAIN else run for run in title)
            blocks.append(Paragraph(marked, section.id, section.label + blank, heading=True))
        last = place == len(sections) - 1
        own = texts.rest() if last else texts.take(len(section.text))
        texts.take(0 if last else 1)
        blocks += _body(section, Tape(own), tables)
    return Cell(tuple(citations.name(section) for section, _title in sections), tuple(blocks))


def _body(section: Section, text: Tape, cells: Tape) -> Iterator[Paragraph | CellTable]:
    """Paragraphs, and tables before the character they stand at."""
    done = 0
    for table in section.tables:
        yield from _paragraphs(section, text.take(table.at - done))
        done = max(done, table.at)
        header, *rows = ([_table_cell(cells, cell) for cell in row] for row in (table.header, *table.rows))
        yield CellTable(tuple(header), tuple(map(tuple, rows)), section.id)
    yield from _paragraphs(section, text.rest())


def _paragraphs(section: Section, runs: Runs) -> Iterator[Paragraph]:
    return (Paragraph(line, section.id) for line in in_lines(runs) if line)


def _table_cell(cells: Tape, text: str) -> Runs:
    found = cells.take(len(text))
    cells.take(1)
    return found
