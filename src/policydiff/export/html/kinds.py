"""What a row is, in one word and in a sign of one or two characters, so that colour is never the only cue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.messages import N_, _
from policydiff.model import Comparison, Mode, Pair, Relation
from policydiff.synopsis.relations import relation_name

UNSURE = 0.7
"""Below this probability a pairing, or its absence, is shown as doubtful."""

REPLACED = "replaced"

SIGNS: Mapping[str, str] = {
    Relation.MODIFIED: N_("mod."),
    Relation.REWRITTEN: N_("rewr."),
    Relation.SPLIT: N_("spl."),
    Relation.MERGED: N_("mrg."),
    Relation.ONLY_OLD: N_("del."),
    Relation.ONLY_NEW: N_("add."),
    Relation.UNCHANGED: N_("same"),
    REPLACED: N_("repl."),
}

REGION_SIGNS: Mapping[str, str] = {**SIGNS, Relation.ONLY_OLD: N_("A"), Relation.ONLY_NEW: N_("B")}


@dataclass(frozen=True, slots=True)
class Kind:
    """``id`` for style sheets and scripts, ``sign`` and ``name`` for readers."""

    id: str
    sign: str
    name: str


def kind_of(relation: Relation | None, mode: Mode) -> Kind:
    """The kind of rows of ``relation``; None is that of terms replaced throughout."""
    name = REPLACED if relation is None else str(relation)
    signs = SIGNS if mode is Mode.VERSION else REGION_SIGNS
    return Kind(name, _(signs[name]), _("replaced throughout") if relation is None else relation_name(relation, mode))


def unsure(pair: Pair) -> bool:
    """True where the program is in doubt whether these sections, or none, are counterparts."""
    return not pair.pinned and pair.confidence < UNSURE


def kinds_in(comparison: Comparison, relations: set[Relation | None]) -> list[Kind]:
    """Those of ``relations``, in the order of the vocabulary."""
    return [kind_of(relation, comparison.mode) for relation in (None, *Relation) if relation in relations]
