"""Wording that grew stronger or weaker, as notes on the rows a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from policydiff.insight.places import Places
from policydiff.insight.wording.ladder import strengths
from policydiff.insight.wording.lexicon import Lexicon, lexicon
from policydiff.model import Document, Note, Pair, Relation
from policydiff.model.wording import Quotation, Strength

KIND = "wording"


def worded(pairs: Sequence[Pair], old: Document, new: Document, *, words: Lexicon | None = None) -> tuple[Pair, ...]:
    """``pairs`` with a note for every step up or down a ladder in a row of both sides."""
    known = words or lexicon()
    places = Places(old), Places(new)
    left, right = ({section.id: section for section in document.walk()} for document in (old, new))
    result = []
    for pair in pairs:
        notes: tuple[Note, ...] = ()
        if pair.old and pair.new and pair.relation is not Relation.UNCHANGED:
            row = [left[name] for name in pair.old], [right[name] for name in pair.new]
            notes = tuple(_note(step) for step in strengths(*places, [row], known))
        result.append(replace(pair, notes=(*pair.notes, *notes)) if notes else pair)
    return tuple(result)


def _note(step: Strength) -> Note:
    return Note(
        kind=KIND,
        fields={
            "change": str(step.direction),
            "direction": str(step.direction),
            "ladder": step.ladder,
            "from": step.old.text,
            "to": step.new.text,
            "subject": step.subject,
            "old": _place(step.old),
            "new": _place(step.new),
        },
    )


def _place(quoted: Quotation) -> dict[str, Any]:
    return {
        "document": quoted.document,
        "section": quoted.section,
        "span": [quoted.span.start, quoted.span.end],
        "exact": quoted.exact,
        "text": quoted.text,
        "sentence": quoted.sentence,
    }
