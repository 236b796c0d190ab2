"""Rows of an alignment with the edits between their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policydiff.align import Row
from policydiff.edits import Unit, changed_share, edits
from policydiff.model import Edit, EditKind, Pair, Relation, Section

REWRITTEN_SHARE = 0.6
"""From this share of changed characters on, old and new are read whole rather than change by change."""

Sections = Mapping[str, Section]


def pair(row: Row, old: Sections, new: Sections, unit: Unit) -> Pair:
    """``row`` with its edits; ``old`` and ``new`` are the documents' sections by id."""
    left, right = [old[name] for name in row.old], [new[name] for name in row.new]
    found = between(own_text(left), own_text(right), unit)
    cells = between(table_text(left), table_text(right), unit)
    return Pair(
        relation=_relation(row, (*found, *cells)),
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
        table_edits=cells,
    )


def own_text(sections: Iterable[Section]) -> str:
    """What a row's edits rebuild: the sections' own texts, joined by LF."""
    return "\n".join(section.text for section in sections)


def table_text(sections: Iterable[Section]) -> str:
    """What a row's table edits rebuild: cells joined by TAB, the header and the rows of all tables by LF."""
    tables = (table for section in sections for table in section.tables)
    return "\n".join("\t".join(row) for table in tables for row in (table.header, *table.rows))


def between(old: str, new: str, unit: Unit) -> tuple[Edit, ...]:
    """The edits from ``old`` to ``new``; what has nothing beside it is one edit."""
    if not old or not new:
        one_sided = ((EditKind.DELETE, old), (EditKind.INSERT, new))
        return tuple(Edit(kind=kind, text=text) for kind, text in one_sided if text)
    return edits(old, new, unit=unit)


def _relation(row: Row, found: Sequence[Edit]) -> Relation:
    if row.relation is not Relation.MODIFIED:
        return row.relation
    if row.equal:
        return Relation.UNCHANGED
    return Relation.REWRITTEN if changed_share(found) >= REWRITTEN_SHARE else Relation.MODIFIED
