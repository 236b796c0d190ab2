"""Two versions of one policy, or the policies of two regions?

A version is a later text of the same policy: places and names may have changed, the policy's own name has not, or
most of its sentences are still there. Everything else is compared as two regions are, which never calls a section
"deleted".
"""

from __future__ import annotations

from policydiff.keys import key
from policydiff.library.works import policy_name
from policydiff.model import Document, Mode

SIMILAR_NAME = 0.75
"""Of one region, names this alike (1 − Indel distance) are one policy's: measured on the names of law versions."""

SHARED_PARAGRAPHS = 0.3
"""Where so large a share of the smaller document's paragraphs stands in the other, one was made from the other."""

LEAST_PARAGRAPH_CHARACTERS = 12
"""Shorter paragraphs are headings and set phrases."""


def mode_of(old: Document, new: Document) -> Mode:
    """The mode in which ``old`` and ``new`` are best compared."""
    if old.region and new.region and key(old.region) != key(new.region):
        return Mode.REGION
    if _one_name(old, new) or _shared(old, new) >= SHARED_PARAGRAPHS:
        return Mode.VERSION
    return Mode.REGION


def _one_name(old: Document, new: Document) -> bool:
    from rapidfuzz.distance import Indel

    names = policy_name(old), policy_name(new)
    if not all(names) or _apart(old, new):
        return all(names) and names[0] == names[1]
    return float(Indel.normalized_similarity(*names)) >= SIMILAR_NAME


def _apart(old: Document, new: Document) -> bool:
    """True where the documents come from different levels or from issuers that share nobody."""
    levels = old.level is not None and new.level is not None and old.level != new.level
    issuers = bool(old.issuers and new.issuers) and not set(map(key, old.issuers)) & set(map(key, new.issuers))
    return levels or issuers


def _shared(old: Document, new: Document) -> float:
    """The share of the paragraphs of the document that has fewer that stand in the other word for word."""
    sides = [_paragraphs(document) for document in (old, new)]
    fewer = min(map(len, sides))
    return len(sides[0] & sides[1]) / fewer if fewer else 0.0


def _paragraphs(document: Document) -> set[str]:
    found = (key(line) for section in document.walk() for line in section.text.split("\n"))
    return {line for line in found if len(line) >= LEAST_PARAGRAPH_CHARACTERS}
