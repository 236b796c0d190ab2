"""``policydiff.comparison/1``: what differs between two documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policydiff.export.documents_json import repair_value
from policydiff.export.printing import json_text, rounded
from policydiff.model import (
    Candidate,
    Comparison,
    Document,
    Edit,
    EditKind,
    Flow,
    Link,
    Note,
    Pair,
    Relation,
    TablePair,
)

SCHEMA = "policydiff.comparison/1"


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON."""
    return json_text(comparison_value(comparison))


def comparison_value(comparison: Comparison) -> dict[str, Any]:
    """The contract's value of a comparison."""
    c = comparison
    return {
        "schema": SCHEMA,
        "mode": str(c.mode),
        "old": _document(c.old),
        "new": _document(c.new),
        "links": [_link(link) for link in c.links],
        "pairs": [_pair(pair) for pair in c.pairs],
        "flows": [_flow(flow) for flow in c.flows],
        "summary": {
            **{str(relation): c.counts.get(relation, 0) for relation in Relation},
            "changed_share": rounded(c.changed_share),
            "substantive_share": None if c.substantive_share is None else rounded(c.substantive_share),
        },
        "repairs": [
            {"side": side, **repair_value(repair)}
            for side, document in (("old", c.old), ("new", c.new))
            for repair in document.repairs
        ],
        "settings": dict(c.settings),
        "versions": dict(c.versions),
    }


def edit_value(edit: Edit) -> list[str | int]:
    """Kind and text; a third element is the new side's text of an "equal" that differs only in what the comparison
    key folds away (width, brackets, script), or the number that joins the two halves of a move."""
    value: list[str | int] = [str(edit.kind), edit.text]
    if edit.kind is EditKind.EQUAL and edit.other is not None and edit.other != edit.text:
        return [*value, edit.other]
    if edit.kind is not EditKind.EQUAL and edit.move is not None:
        return [*value, edit.move]
    return value


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "main_title": document.main_title,
        "doc_number": document.doc_number,
        "date": document.date,
        "region": document.region,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "old": link.old,
        "new": link.new,
        "kind": str(link.kind),
        "similarity": rounded(link.similarity),
        "confidence": rounded(link.confidence),
        "pinned": link.pinned,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    missing = "old" if pair.relation is Relation.ONLY_NEW else "new"
    value: dict[str, Any] = {
        "relation": str(pair.relation),
        "moved": pair.moved,
        "renumbered": pair.renumbered,
        "pinned": pair.pinned,
        "old": list(pair.old),
        "new": list(pair.new),
        "similarity": rounded(pair.similarity),
        "confidence": rounded(pair.confidence),
        "see_also": {"old": list(pair.see_also_old), "new": list(pair.see_also_new)},
        "candidates": [_candidate(candidate, missing) for candidate in pair.candidates],
        "edits": [edit_value(edit) for edit in pair.edits],
    }
    if pair.tables:
        value["tables"] = [_table(table) for table in pair.tables]
    value["notes"] = [_note(note) for note in pair.notes]
    return value


def _table(table: TablePair) -> dict[str, Any]:
    return {
        "old": table.old,
        "new": table.new,
        "columns": [list(ends) for ends in table.columns],
        "header": _cells(table.header),
        "rows": [
            {"relation": str(row.relation), "old": row.old, "new": row.new, "cells": _cells(row.cells)}
            for row in table.rows
        ],
    }


def _cells(cells: Iterable[Iterable[Edit]]) -> list[list[list[Any]]]:
    return [[edit_value(edit) for edit in cell] for cell in cells]


def _candidate(candidate: Candidate, side: str) -> dict[str, Any]:
    return {side: candidate.section, "confidence": rounded(candidate.confidence)}


def _note(note: Note) -> dict[str, Any]:
    return {"kind": note.kind, **note.fields}


def _flow(flow: Flow) -> dict[str, Any]:
    return {
        "old": flow.old,
        "new": flow.new,
        "old_share": rounded(flow.old_share),
        "new_share": rounded(flow.new_share),
    }
