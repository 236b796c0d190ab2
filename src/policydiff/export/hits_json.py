"""``policydiff.hits/1``: the sections most like a text."""

from __future__ import annotations

from typing import Any

from policydiff.export.documents_json import span_value
from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model import Hit, Hits

SCHEMA = "policydiff.hits/1"

_COLUMNS = ("score", "document", "title", "section", "path", "start", "end", "text")


def hits_json(hits: Hits) -> str:
    """The hits as JSON."""
    return json_text(hits_value(hits))


def hits_value(hits: Hits) -> dict[str, Any]:
    """The contract's value of a search."""
    return {
        "schema": SCHEMA,
        "query": hits.query,
        "measure": hits.measure,
        "hits": [_hit(hit) for hit in hits.hits],
    }


def hits_csv(hits: Hits, *, bom: bool = False, guard: bool = True) -> str:
    """A row per hit; the titles of its path are joined by › ."""
    return csv_text([_COLUMNS, *map(_row, hits.hits)], bom=bom, guard=guard)


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "document": hit.document,
        "title": hit.title,
        "section": hit.section,
        "path": list(hit.path),
        "span": span_value(hit.span),
        "text": hit.text,
        "score": rounded(hit.score),
    }


def _row(hit: Hit) -> list[object]:
    path = " › ".join(hit.path)
    return [rounded(hit.score), hit.document, hit.title, hit.section, path, hit.span.start, hit.span.end, hit.text]
