"""What changed text is marked as, and what the marks mean to a reader.

The marks in use, and only those, make a legend; how a mark looks is each format's affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from policydiff.messages import N_, _
from policydiff.model import Edit, EditKind, Mode


class Mark(StrEnum):
    """What a stretch of text may be marked as."""

    PLAIN = "plain"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


MOVE_SIGNS: Mapping[Mark, str] = {Mark.MOVED_AWAY: "↷", Mark.MOVED_HERE: "↶"}
"""Stand, with the move's number, before a passage that changed place; they are there in colour too."""

VERSION_NAMES: Mapping[Mark, str] = {
    Mark.DELETED: N_("deleted text"),
    Mark.INSERTED: N_("inserted text"),
    Mark.MOVED_AWAY: N_("moved away, to the same number"),
    Mark.MOVED_HERE: N_("moved here, from the same number"),
}

REGION_NAMES: Mapping[Mark, str] = {
    **VERSION_NAMES,
    Mark.DELETED: N_("only on the left"),
    Mark.INSERTED: N_("only on the right"),
}


def mark_of(edit: Edit) -> Mark:
    """What an edit is marked as."""
    if edit.kind is EditKind.EQUAL:
        return Mark.PLAIN
    if edit.kind is EditKind.DELETE:
        return Mark.DELETED if edit.move is None else Mark.MOVED_AWAY
    return Mark.INSERTED if edit.move is None else Mark.MOVED_HERE


def mark_names(mode: Mode) -> dict[Mark, str]:
    """What each mark means, in the order of a legend."""
    names = VERSION_NAMES if mode is Mode.VERSION else REGION_NAMES
    return {mark: _(name) for mark, name in names.items()}
