"""What rows may be filtered by, as readers call it."""

from __future__ import annotations

from policydiff.messages import N_, _
from policydiff.model import Comparison, Mode, Relation
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


def differing(comparison: Comparison) -> str:
    """What share of the text differs, and what share without boilerplate where that is another percentage."""
    share = f"{comparison.changed_share:.0%}"
    rest = share if comparison.substantive_share is None else f"{comparison.substantive_share:.0%}"
    if rest == share:
        return _("{share} of the text differs").format(share=share)
    return _("{share} of the text differs, {rest} without boilerplate").format(share=share, rest=rest)
