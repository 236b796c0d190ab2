"""``policydiff.wording/1``: how the wording moved between two documents."""

from __future__ import annotations

from typing import Any

from policydiff.export.documents_json import span_value
from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model.wording import Quotation, Strength, Term, Wording

SCHEMA = "policydiff.wording/1"

_COLUMNS = (
    *("change", "kind", "term", "old_count", "new_count", "old_rate", "new_rate", "old_rank", "new_rank"),
    *("log_likelihood", "significance", "ladder", "old_text", "new_text"),
    *("old_section", "old_start", "old_end", "old_sentence", "new_section", "new_start", "new_end", "new_sentence"),
)


def wording_json(wording: Wording) -> str:
    """The wording as JSON."""
    return json_text(wording_value(wording))


def wording_value(wording: Wording) -> dict[str, Any]:
    """The contract's value; rates are per 10,000 characters of the comparison key."""
    return {
        "schema": SCHEMA,
        "old": {"id": wording.old, "characters": wording.characters[0]},
        "new": {"id": wording.new, "characters": wording.characters[1]},
        "terms": [_term(term) for term in wording.terms],
        "strength": [_strength(step) for step in wording.strength],
    }


def wording_csv(wording: Wording) -> str:
    """A row per term with its first example on either side, then a row per step on a ladder."""
    terms = (
        (
            *(t.change, t.kind, t.term, t.old_count, t.new_count, rounded(t.old_rate), rounded(t.new_rate)),
            *(t.old_rank, t.new_rank, rounded(t.log_likelihood), t.significance, "", "", ""),
            *_cells(t.old_examples[0] if t.old_examples else None),
            *_cells(t.new_examples[0] if t.new_examples else None),
        )
        for t in wording.terms
    )
    steps = (
        (
            *(s.direction, "strength", s.subject, *("",) * 8, s.ladder, s.old.text, s.new.text),
            *(*_cells(s.old), *_cells(s.new)),
        )
        for s in wording.strength
    )
    return csv_text([_COLUMNS, *terms, *steps])


def _term(term: Term) -> dict[str, Any]:
    return {
        "term": term.term,
        "kind": term.kind,
        "change": term.change,
        "old_count": term.old_count,
        "new_count": term.new_count,
        "old_rate": rounded(term.old_rate),
        "new_rate": rounded(term.new_rate),
        "old_rank": term.old_rank,
        "new_rank": term.new_rank,
        "log_likelihood": rounded(term.log_likelihood),
        "significance": term.significance,
        "old_examples": [_quotation(quoted) for quoted in term.old_examples],
        "new_examples": [_quotation(quoted) for quoted in term.new_examples],
    }


def _strength(step: Strength) -> dict[str, Any]:
    return {
        "ladder": step.ladder,
        "direction": step.direction,
        "subject": step.subject,
        "old": _quotation(step.old),
        "new": _quotation(step.new),
    }


def _quotation(quoted: Quotation) -> dict[str, Any]:
    return {
        "document": quoted.document,
        "section": quoted.section,
        "heading": quoted.heading,
        "at": span_value(quoted.at),
        "span": span_value(quoted.span),
        "exact": quoted.exact,
        "text": quoted.text,
        "sentence": quoted.sentence,
    }


def _cells(quoted: Quotation | None) -> tuple[object, ...]:
    if quoted is None:
        return ("",) * 4
    return quoted.section, quoted.span.start, quoted.span.end, quoted.sentence
