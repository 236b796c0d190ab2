"""The terminal styles of relations."""

from __future__ import annotations

from collections.abc import Mapping

from policydiff.model import Relation

STYLES: Mapping[Relation, str] = {
    Relation.UNCHANGED: "dim",
    Relation.MODIFIED: "yellow",
    Relation.REWRITTEN: "magenta",
    Relation.SPLIT: "cyan",
    Relation.MERGED: "cyan",
    Relation.ONLY_OLD: "red",
    Relation.ONLY_NEW: "green",
}
