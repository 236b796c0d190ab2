"""``policydiff.documents/1``: what was parsed, one document, or the list of a library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model import Document, Listed, Origin, Parsed, Problem, Repair, Section, Span, Table

if TYPE_CHECKING:
    from policydiff.library.values import Entry

SCHEMA = "policydiff.documents/1"

_COLUMNS = (
    *(
        "id",
        "title",
        "main_title",
        "doc_number",
        "issuers",
        "date",
        "region",
        "level",
        "kind",
        "period_from",
        "period_to",
    ),
    *("sections", "characters", "bundled", "series"),
)


def documents_json(parsed: Parsed) -> str:
    """Everything a source held."""
    return json_text(parsed_value(parsed))


def document_json(document: Document) -> str:
    """One document."""
    parsed = Parsed(origin=document.origin, documents=(document,), repairs=document.repairs)
    return json_text(parsed_value(parsed))


def entries_json(entries: Iterable[Entry]) -> str:
    """A library's entries: documents without their sections."""
    return json_text(_value(None, [entry_value(entry) for entry in entries], (), ()))


def entries_csv(entries: Iterable[Entry]) -> str:
    """A library's entries, a row each; several issuers are joined by 、."""
    return csv_text([_COLUMNS, *map(_row, entries)])


def parsed_value(parsed: Parsed) -> dict[str, Any]:
    """The contract's value of a parsed source."""
    return _value(parsed.origin, [document_value(d) for d in parsed.documents], parsed.listed, parsed.repairs)


def document_value(document: Document) -> dict[str, Any]:
    """A document with its sections."""
    d = document
    return {
        **_metadata(d),
        "recipients": d.recipients,
        "attachments": list(d.attachments),
        "signature": d.signature,
        "excerpt": d.excerpt,
        "notice": d.notice,
        "closing": d.closing,
        "copies_to": d.copies_to,
        "printing": d.printing,
        "remark": d.remark,
        "series": d.series,
        "span": span_value(d.span),
        "sections": [section_value(section) for section in d.sections],
        "problems": [_problem(problem) for problem in d.problems],
    }


def entry_value(entry: Entry) -> dict[str, Any]:
    """A document without its sections, with how many there are."""
    return {
        **_metadata(entry),
        "excerpt": entry.excerpt,
        "section_count": entry.sections,
        "characters": entry.characters,
        "bundled": entry.bundled,
        "path": str(entry.path),
        "series": entry.series or None,
    }


def section_value(section: Section) -> dict[str, Any]:
    """A section with those below it; ``tail`` and ``tables`` only where there are any."""
    value: dict[str, Any] = {
        "id": section.id,
        "label": section.label,
        "heading": section.heading,
        "text": section.text,
        "page": section.page,
        "span": span_value(section.span),
    }
    if section.tail is not None:
        value["tail"] = section.tail
    if section.tables:
        value["tables"] = [_table(table) for table in section.tables]
    value["children"] = [section_value(child) for child in section.children]
    return value


def repair_value(repair: Repair) -> dict[str, Any]:
    """A repair; ``candidates`` only where there are any."""
    value: dict[str, Any] = {
        "kind": repair.kind,
        "span": span_value(repair.span),
        "before": repair.before,
        "after": repair.after,
        "confidence": rounded(repair.confidence),
    }
    return value | ({"candidates": list(repair.candidates)} if repair.candidates else {})


def span_value(span: Span) -> list[int]:
    """Start and end."""
    return [span.start, span.end]


def _value(
    origin: Origin | None, documents: list[dict[str, Any]], listed: Sequence[Listed], repairs: Sequence[Repair]
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "source": None if origin is None else _source(origin),
        "documents": documents,
        "listed": [_listed(item) for item in listed],
        "repairs": [repair_value(repair) for repair in repairs],
    }


def _source(origin: Origin) -> dict[str, str]:
    return {
        "name": origin.name,
        "sha256": origin.sha256,
        "media_type": origin.media_type,
        "encoding": origin.encoding,
    }


def _metadata(found: Document | Entry) -> dict[str, Any]:
    return {
        "id": found.id,
        "title": found.title,
        "main_title": found.main_title,
        "doc_number": found.doc_number,
        "issuers": list(found.issuers),
        "date": found.date,
        "region": found.region,
        "level": None if found.level is None else str(found.level),
        "kind": found.kind,
        "period": None if found.period is None else list(found.period),
    }


def _table(table: Table) -> dict[str, Any]:
    value = {"at": table.at, "header": list(table.header), "rows": [list(row) for row in table.rows]}
    return value if table.span is None else {**value, "span": span_value(table.span)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "span": span_value(problem.span)}


def _listed(item: Listed) -> dict[str, Any]:
    return {
        "number": item.number,
        "issuers": list(item.issuers),
        "title": item.title,
        "doc_number": item.doc_number,
        "year": item.year,
    }


def _row(entry: Entry) -> list[object]:
    first, last = entry.period or (None, None)
    return [
        *(
            entry.id,
            entry.title,
            entry.main_title,
            entry.doc_number,
            "、".join(entry.issuers),
            entry.date,
            entry.region,
        ),
        *(entry.level, entry.kind, first, last, entry.sections, entry.characters, "true" if entry.bundled else "false"),
        entry.series,
    ]
