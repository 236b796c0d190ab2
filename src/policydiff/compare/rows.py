"""Rows of an alignment with the edits between their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policydiff.align import Row
from policydiff.compare.tables import between, table_pairs
from policydiff.edits import Unit, changed_share
from policydiff.model import Edit, Pair, Relation, Section, Table

REWRITTEN_SHARE = 0.6
"""From this share of changed characters on, old and new are read whole rather than change by change."""

Sections = Mapping[str, Section]


def pair(row: Row, old: Sections, new: Sections, unit: Unit) -> Pair:
    """``row`` with its edits; ``old`` and ``new`` are the documents' sections by id."""
    left, right = [old[name] for name in row.old], [new[name] for name in row.new]
    found = between(own_text(left), own_text(right), unit)
    tables = table_pairs(tables_of(left), tables_of(right), unit)
    return Pair(
        relation=_relation(row, [*found, *(edit for table in tables for edit in table.edits)]),
        old=row.old,
        new=row.new,
        similarity=row.similarity,
        confidence=row.confidence,
        edits=found,
        moved=row.moved,
        renumbered=row.renumbered,
        pinned=row.pinned,
        see_also_old=row.see_also_old,
        see_also_new=row.see_also_new,
        candidates=row.candidates,
        tables=tables,
    )


def own_text(sections: Iterable[Section]) -> str:
    """What a row's edits rebuild: the sections' own texts, joined by LF."""
    return "\n".join(section.text for section in sections)


def tables_of(sections: Iterable[Section]) -> list[Table]:
    """What a row's table pairs number: the sections' tables in reading order."""
    return [table for section in sections for table in section.tables]


def table_text(sections: Iterable[Section]) -> str:
    """What a row's table edits rebuild: cells joined by TAB, the header and the rows of all tables by LF."""
    return "\n".join("\t".join(row) for table in tables_of(sections) for row in (table.header, *table.rows))


def _relation(row: Row, found: Sequence[Edit]) -> Relation:
    if row.relation is not Relation.MODIFIED:
        return row.relation
    if row.equal:
        return Relation.UNCHANGED
    return Relation.REWRITTEN if changed_share(found) >= REWRITTEN_SHARE else Relation.MODIFIED
