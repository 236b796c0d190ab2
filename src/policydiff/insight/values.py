"""Records as plain values: the shape that notes and ``policydiff.targets/1`` share."""

from __future__ import annotations

from typing import Any

from policydiff.insight.records import Citation, Deadline, Due, Located, Responsibility, Target


def target_value(target: Target) -> dict[str, Any]:
    """A target as the contract prints it."""
    return {
        **_where(target.where),
        "sentence": target.sentence,
        "indicator": target.indicator,
        "comparator": str(target.comparator),
        "value": target.value,
        "value2": target.value2,
        "unit": target.unit,
        "value_text": target.value_text,
        "base_value": target.base_value,
        "base_year": target.base_year,
        **_due(target.due),
        "scope": target.scope,
        "modality": target.modality,
        "attribute": target.attribute,
        "period": _name(target.period),
        "direction": _name(target.direction),
        "delta": target.delta,
        "implicit": target.implicit,
    }


def deadline_value(deadline: Deadline) -> dict[str, Any]:
    """A deadline with its task."""
    return {
        **_where(deadline.where),
        "sentence": deadline.sentence,
        "task": deadline.task,
        **_due(deadline.due),
        "scope": deadline.scope,
    }


def responsibility_value(found: Responsibility) -> dict[str, Any]:
    """A list of bodies."""
    return {
        **_where(found.where),
        "bodies": list(found.bodies),
        "local": list(found.local),
        "lead": list(found.lead),
        "supporting": list(found.supporting),
        "and_others": found.and_others,
    }


def citation_value(citation: Citation) -> dict[str, Any]:
    """A document referred to."""
    return {
        **_where(citation.where),
        "title": citation.title,
        "doc_number": citation.doc_number,
        "verb": citation.verb,
    }


def _where(where: Located) -> dict[str, Any]:
    return {
        "document": where.document,
        "section": where.section,
        "span": [where.span.start, where.span.end],
        "span_exact": where.exact,
        "offsets": list(where.place),
        "text": where.text,
    }


def _due(due: Due | None) -> dict[str, Any]:
    return {
        "deadline": due.iso if due else None,
        "deadline_from": str(due.source) if due else None,
        "deadline_text": due.text if due else None,
    }


def _name(member: object) -> str | None:
    return None if member is None else str(member)
