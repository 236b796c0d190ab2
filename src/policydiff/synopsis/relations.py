"""What the relations of a row are called, and which rows a reader may ask for.

Invariant: outside version mode nobody is told "removed" or "added": no counterpart was found, and that is all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from policydiff.messages import N_, _
from policydiff.model import Edit, EditKind, Mode, Pair, Relation

MOVED, RENUMBERED, PINNED = "moved", "renumbered", "pinned"

KINDS: tuple[str, ...] = (*Relation, MOVED, RENUMBERED, PINNED)
"""What ``--only`` may name: relations, and the marks a row of any relation may carry."""

VERSION_NAMES: Mapping[Relation, str] = {
    Relation.UNCHANGED: N_("unchanged"),
    Relation.MODIFIED: N_("modified"),
    Relation.REWRITTEN: N_("rewritten"),
    Relation.SPLIT: N_("split"),
    Relation.MERGED: N_("merged"),
    Relation.ONLY_OLD: N_("removed"),
    Relation.ONLY_NEW: N_("newly added"),
}

REGION_NAMES = {
    **VERSION_NAMES,
    Relation.ONLY_OLD: N_("left only, no counterpart found"),
    Relation.ONLY_NEW: N_("right only, no counterpart found"),
}

SIDES: Mapping[Mode, tuple[str, str]] = {Mode.VERSION: (N_("Old"), N_("New")), Mode.REGION: (N_("Left"), N_("Right"))}

MODES: Mapping[Mode, str] = {Mode.VERSION: N_("two versions"), Mode.REGION: N_("two regions")}


def relation_name(relation: Relation, mode: Mode) -> str:
    """The word for ``relation`` that ``mode`` allows."""
    return _((VERSION_NAMES if mode is Mode.VERSION else REGION_NAMES)[relation])


def missing_name(relation: Relation, mode: Mode) -> str:
    """What stands in the empty half of a row without a counterpart."""
    return relation_name(relation, mode) if mode is Mode.VERSION else _("no counterpart found")


def side_names(mode: Mode) -> tuple[str, str]:
    """What the two documents are called: old and new for versions, left and right for regions."""
    one, other = SIDES[mode]
    return _(one), _(other)


def marks_of(pair: Pair) -> list[str]:
    """The names of the marks a row carries besides its relation."""
    carried = ((pair.moved, N_("moved")), (pair.renumbered, N_("renumbered")), (pair.pinned, N_("pinned")))
    return [_(name) for carries, name in carried if carries]


def kinds_of(pair: Pair) -> set[str]:
    """The kinds of `KINDS` a row belongs to."""
    carried = {MOVED: pair.moved, RENUMBERED: pair.renumbered, PINNED: pair.pinned}
    return {str(pair.relation), *(name for name, carries in carried.items() if carries)}


def chosen(pair: Pair, only: Collection[str]) -> bool:
    """True where the row is of one of the kinds asked for; no kinds means all."""
    return not only or bool(kinds_of(pair).intersection(only))


def same_text(pair: Pair) -> bool:
    """True where neither text nor tables of the row differ."""
    return pair.relation is Relation.UNCHANGED and not pair.tables_differ


def changes(edits: Collection[Edit]) -> bool:
    """True where any of ``edits`` is not equal."""
    return any(edit.kind is not EditKind.EQUAL for edit in edits)
