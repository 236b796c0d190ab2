"""What differs as one long table, a record a change or a record a row: for R, Stata and whatever reads CSV.

Invariants: the old texts of a row's records of one part, all kinds asked for, are the old side's text in order, and
the new texts the new side's; offsets count the characters of these texts, spans those of the source as it was read.
Tables are set as lines (`policydiff.synopsis.flat_tables`), their rows and columns as they are compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from policydiff.export.printing import csv_text, rounded
from policydiff.model import Comparison, Edit, EditKind, Pair, Relation
from policydiff.synopsis import Citations
from policydiff.synopsis.flat_tables import flat
from policydiff.synopsis.relations import changes, chosen

EDITS, ROWS = "edits", "rows"

RECORDS = (EDITS, ROWS)
"""What a record is."""

ROW_COLUMNS = (
    *("old_document", "new_document", "mode", "row", "relation", "moved", "renumbered", "pinned"),
    *("similarity", "confidence", "old_sections", "new_sections"),
)

SIDE_COLUMNS = ("section", "label", "heading", "page", "span_start", "span_end")
"""Of the section that a record's text begins in, once for each side."""

TEXT_COLUMNS = ("old_start", "old_end", "new_start", "new_end", "old_text", "new_text")

EDIT_COLUMNS = ("record", "part", "kind", "move")

BETWEEN_IDS = " "

TEXT, TABLE = "text", "table"


@dataclass(frozen=True, slots=True)
class Record:
    """A change or an unchanged stretch: its kind, and the range and text it has on both sides."""

    part: str
    kind: str
    move: int | None
    old_start: int
    new_start: int
    old: str
    new: str


def comparison_csv(
    comparison: Comparison,
    *,
    records: str = EDITS,
    only: Collection[str] = (),
    full: bool = False,
    bom: bool = False,
    guard: bool = True,
) -> str:
    """A record for each change (``records="edits"``), or for each row with both its texts (``"rows"``).

    ``only`` keeps rows of these kinds; ``full`` gives unchanged rows and unchanged stretches too.
    """
    sides = Citations(comparison.old), Citations(comparison.new)
    own = EDIT_COLUMNS if records == EDITS else ()
    old_columns, new_columns = ([f"{side}_{name}" for name in SIDE_COLUMNS] for side in ("old", "new"))
    table: list[Sequence[object]] = [[*ROW_COLUMNS, *own, *old_columns, *new_columns, *TEXT_COLUMNS]]
    for number, pair in enumerate(comparison.pairs, 1):
        if not chosen(pair, only) or not (full or only or _noteworthy(pair)):
            continue
        places = [_Places(side, ids) for side, ids in zip(sides, (pair.old, pair.new), strict=True)]
        head = _head(comparison, pair, number)
        if records == ROWS:
            whole = Record(TEXT, "", None, 0, 0, _side(pair, old=True), _side(pair, old=False))
            table.append([*head, *_texts(whole, places)])
            continue
        found = list(_records(pair, full=full))
        table += [
            [*head, count, item.part, item.kind, item.move, *_texts(item, places)]
            for count, item in enumerate(found, 1)
        ]
    return csv_text(table, bom=bom, guard=guard)


def _noteworthy(pair: Pair) -> bool:
    """True where there is more to say of a row than that it is as it was."""
    if pair.moved or pair.renumbered or pair.relation in (Relation.SPLIT, Relation.MERGED):
        return True
    return changes(pair.edits) or pair.tables_differ


def _head(comparison: Comparison, pair: Pair, number: int) -> list[object]:
    return [
        *(comparison.old.id, comparison.new.id, str(comparison.mode), number, str(pair.relation)),
        *(pair.moved, pair.renumbered, pair.pinned, rounded(pair.similarity), rounded(pair.confidence)),
        *(BETWEEN_IDS.join(pair.old), BETWEEN_IDS.join(pair.new)),
    ]


def _records(pair: Pair, *, full: bool) -> Iterator[Record]:
    """The changes of a row, or all of it where it has none."""
    parts = [(TEXT, pair.edits), (TABLE, flat(pair.tables))]
    everything = full or not any(changes(edits) for _name, edits in parts)
    for name, edits in parts:
        yield from (item for item in in_records(name, edits) if everything or item.kind != str(EditKind.EQUAL))


def in_records(part: str, edits: Sequence[Edit]) -> Iterator[Record]:
    """``edits`` as records: a removal and an insertion side by side are one replacement, unless they are of a move."""
    old = new = place = 0
    while place < len(edits):
        edit = edits[place]
        other = edits[place + 1] if place + 1 < len(edits) else None
        if other is not None and edit.move is None and other.move is None and _are_replacement(edit, other):
            record = Record(part, "replace", None, old, new, edit.old, other.new)
            place += 2
        else:
            record = Record(part, _kind(edit), edit.move, old, new, edit.old, edit.new)
            place += 1
        yield record
        old, new = old + len(record.old), new + len(record.new)


def _are_replacement(edit: Edit, other: Edit) -> bool:
    return edit.kind is EditKind.DELETE and other.kind is EditKind.INSERT


def _kind(edit: Edit) -> str:
    if edit.move is None or edit.kind is EditKind.EQUAL:
        return str(edit.kind)
    return "move_from" if edit.kind is EditKind.DELETE else "move_to"


def _texts(record: Record, places: Sequence[_Places]) -> list[object]:
    starts, texts = (record.old_start, record.new_start), (record.old, record.new)
    names: list[object] = []
    for side, start in zip(places, starts, strict=True):
        names += side.at(start if record.part == TEXT else 0)
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    return [*names, starts[0], ends[0], starts[1], ends[1], *texts]


def _side(pair: Pair, *, old: bool) -> str:
    return "".join(edit.old if old else edit.new for edit in pair.edits)


class _Places:
    """Which of a row's sections on one side a character of their joined text is of."""

    def __init__(self, citations: Citations, ids: Sequence[str]) -> None:
        self._sections = list(citations.sections(ids))
        self._starts = list(accumulate((len(section.text) + 1 for section in self._sections), initial=0))[:-1]

    def at(self, offset: int) -> list[object]:
        if not self._sections:
            return [None] * len(SIDE_COLUMNS)
        section = self._sections[bisect_right(self._starts, offset) - 1]
        return [section.id, section.label, section.heading, section.page, section.span.start, section.span.end]
