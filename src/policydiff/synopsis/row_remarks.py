"""What is said beside a row (说明): the kind of change, numbering, moves, what else to see, the row's notes.

Facts of the comparison only; no reasons are made up.
"""

from __future__ import annotations

from policydiff.messages import _
from policydiff.model import Comparison, Mode, Pair, Relation
from policydiff.synopsis.lists import listed
from policydiff.synopsis.note_texts import note_order, note_text
from policydiff.synopsis.relations import missing_name, relation_name
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.table_head import column_names

CANDIDATES_SHOWN = 2

LEAST_CONFIDENCE = 0.2
"""Of a counterpart that was not asserted, to be told as possible."""


def remarks(pair: Pair, comparison: Comparison, sides: Sides | None = None) -> tuple[str, ...]:
    """The remarks on ``pair``, a line each. ``sides`` saves indexing the documents again for every row."""
    sides = sides or Sides.of(comparison)
    found = [_relation(pair, comparison, sides)]
    joined = pair.relation in (Relation.SPLIT, Relation.MERGED)
    if comparison.mode is Mode.VERSION and pair.moved:
        found.append(_("moved") if joined else moved_text(pair, sides))
    elif comparison.mode is Mode.VERSION and pair.renumbered and not joined:
        found.append(renumbered_text(pair, sides))
    if pair.pinned:
        found.append(_("counterparts by a person's decision"))
    found += _see_also(pair, comparison, sides)
    found += (note_text(note) for note in sorted(pair.notes, key=note_order))
    return tuple(line for line in found if line)


def _relation(pair: Pair, comparison: Comparison, sides: Sides) -> str:
    if pair.relation is Relation.UNCHANGED:
        if pair.tables_differ:
            return _("table modified")
        return "" if pair.moved or pair.renumbered else relation_name(pair.relation, comparison.mode)
    if pair.relation in (Relation.ONLY_OLD, Relation.ONLY_NEW):
        return missing_name(pair.relation, comparison.mode)
    if pair.relation is Relation.SPLIT:
        return _("{old} split into {new}").format(old=sides.old.cite_all(pair.old), new=sides.new.cite_all(pair.new))
    if pair.relation is Relation.MERGED:
        return _("{old} merged into {new}").format(old=sides.old.cite_all(pair.old), new=sides.new.cite_all(pair.new))
    return relation_name(pair.relation, comparison.mode)


def moved_text(pair: Pair, sides: Sides) -> str:
    """Where a row came from."""
    return _("moved from the old {old} to {new}").format(
        old=sides.old.cite_all(pair.old), new=sides.new.cite_all(pair.new)
    )


def renumbered_text(pair: Pair, sides: Sides) -> str:
    """What a row was called, and what it is called now."""
    old, new = listed(map(sides.old.number, pair.old)), listed(map(sides.new.number, pair.new))
    return _("renumbered: {old} → {new}").format(old=old, new=new)


def _see_also(pair: Pair, comparison: Comparison, sides: Sides) -> list[str]:
    found = []
    names = column_names(comparison)
    for name, citations, ids in zip(names, (sides.old, sides.new), (pair.see_also_old, pair.see_also_new), strict=True):
        if ids:
            found.append(_("see also {side} {sections}").format(side=name, sections=citations.cite_all(ids)))
    other = sides.old if pair.relation is Relation.ONLY_NEW else sides.new
    likely = [
        f"{other.cite(item.section)} {item.confidence:.0%}"
        for item in pair.candidates[:CANDIDATES_SHOWN]
        if item.confidence >= LEAST_CONFIDENCE
    ]
    if likely:
        found.append(_("might be: {sections}").format(sections=listed(likely)))
    return found
