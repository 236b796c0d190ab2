"""The sign of each relation: outline, figures and the heads of the texts show the same one."""

from __future__ import annotations

from policydiff.model import Relation

SIGNS: dict[Relation, tuple[str, str]] = {
    Relation.UNCHANGED: ("=", "dim"),
    Relation.MODIFIED: ("~", "warn"),
    Relation.REWRITTEN: ("≈", "accent"),
    Relation.SPLIT: ("<", "accent"),
    Relation.MERGED: (">", "accent"),
    Relation.ONLY_OLD: ("-", "bad"),
    Relation.ONLY_NEW: ("+", "good"),
}
"""Sign and style; the sign alone tells it."""
