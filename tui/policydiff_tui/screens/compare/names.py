"""What rows may be filtered by, as readers call it."""

from __future__ import annotations

from policydiff.messages import N_, _
from policydiff.model import Mode, Relation
from policydiff.synopsis.relations import relation_name

KIND_NAMES = {
    "changed": N_("changed"),
    "modified": N_("modified"),
    "rewritten": N_("rewritten"),
    "split": N_("split"),
    "merged": N_("merged"),
    "moved": N_("moved"),
    "renumbered": N_("renumbered"),
    "only_old": N_("only left"),
    "only_new": N_("only right"),
    "unchanged": N_("unchanged"),
    "uncertain": N_("to be checked"),
    "pinned": N_("pinned"),
    "marked": N_("with bookmark or note"),
}


def short_name(relation: Relation, mode: Mode) -> str:
    """The relation in a word; outside version mode nothing is called removed or added."""
    if mode is not Mode.VERSION and relation in (Relation.ONLY_OLD, Relation.ONLY_NEW):
        return _(KIND_NAMES[relation])
    return relation_name(relation, mode)
