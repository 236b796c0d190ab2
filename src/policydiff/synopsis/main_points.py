"""The facts for a page of main points (变化要点), each with the sections on both sides it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policydiff.model import Comparison, EditKind, Pair, Relation
from policydiff.synopsis.lists import listed
from policydiff.synopsis.note_texts import KINDS, note_text
from policydiff.synopsis.relations import relation_name
from policydiff.synopsis.replaced_terms import Replacement, replacements
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.row_remarks import moved_text

LARGEST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Point:
    """One statement, and the ids of the sections of both documents it rests on. ``size`` is the number of changed
    characters, blanks apart, where it tells of a change of text."""

    text: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Highlights:
    """``counts`` per relation in the words of the mode, those that occur; ``largest`` are the rows changed most,
    largest first; ``notes`` are by kind, known kinds first."""

    counts: tuple[tuple[str, int], ...]
    changed_share: float
    substantive_share: float | None
    replacements: tuple[Replacement, ...]
    added: tuple[Point, ...]
    removed: tuple[Point, ...]
    largest: tuple[Point, ...]
    moved: tuple[Point, ...]
    notes: Mapping[str, tuple[Point, ...]]


def highlights(comparison: Comparison) -> Highlights:
    """The main points of ``comparison``."""
    sides = Sides.of(comparison)
    by_relation = {relation: [p for p in comparison.pairs if p.relation is relation] for relation in Relation}
    changed = [
        pair
        for pair in comparison.pairs
        if pair.old and pair.new and changed_characters(pair) and pair.relation is not Relation.UNCHANGED
    ]
    changed.sort(key=changed_characters, reverse=True)
    return Highlights(
        counts=tuple(
            (relation_name(relation, comparison.mode), len(pairs)) for relation, pairs in by_relation.items() if pairs
        ),
        changed_share=comparison.changed_share,
        substantive_share=comparison.substantive_share,
        replacements=replacements(comparison),
        added=_points(by_relation[Relation.ONLY_NEW], sides),
        removed=_points(by_relation[Relation.ONLY_OLD], sides),
        largest=_points(changed[:LARGEST_SHOWN], sides),
        moved=tuple(Point(moved_text(p, sides), p.old, p.new) for p in comparison.pairs if p.moved),
        notes=_notes(comparison),
    )


def changed_characters(pair: Pair) -> int:
    """How many characters of a row are not equal, both sides together, blanks apart."""
    return sum(len("".join(edit.text.split())) for edit in pair.all_edits if edit.kind is not EditKind.EQUAL)


def _points(pairs: Iterable[Pair], sides: Sides) -> tuple[Point, ...]:
    return tuple(Point(_name(pair, sides), pair.old, pair.new, changed_characters(pair)) for pair in pairs)


def _name(pair: Pair, sides: Sides) -> str:
    """What the row is about: the titles of its sections, the new ones where there are any."""
    citations, ids = (sides.new, pair.new) if pair.new else (sides.old, pair.old)
    found = list(citations.sections(ids))
    return listed(section.title or citations.cite(section.id) for section in found) or " ".join(ids)


def _notes(comparison: Comparison) -> dict[str, tuple[Point, ...]]:
    kinds = {note.kind for pair in comparison.pairs for note in pair.notes}
    ordered = [*(kind for kind in KINDS if kind in kinds), *sorted(kinds - KINDS.keys())]
    return {
        kind: tuple(
            Point(note_text(note), pair.old, pair.new)
            for pair in comparison.pairs
            for note in pair.notes
            if note.kind == kind
        )
        for kind in ordered
    }
