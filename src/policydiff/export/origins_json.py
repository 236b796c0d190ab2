"""``policydiff.origins/1``: which sentences of a document stand in earlier ones."""

from __future__ import annotations

from typing import Any

from policydiff.export.documents_json import span_value
from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model.origins import Ancestor, Origins, SectionOrigin, SentenceOrigin, Share

SCHEMA = "policydiff.origins/1"

_COLUMNS = (
    *("section", "title", "start", "end", "descent", "boilerplate", "text"),
    *("source", "source_section", "held", "similarity", "source_text", "also_in"),
)


def origins_json(origins: Origins) -> str:
    """The descent as JSON."""
    return json_text(origins_value(origins))


def origins_value(origins: Origins) -> dict[str, Any]:
    """The value; shares are of characters and add up to 1 with ``new``."""
    return {
        "schema": SCHEMA,
        "document": {"id": origins.document, "title": origins.title},
        "sources": [{"id": source, "title": title} for source, title in origins.sources],
        "characters": origins.characters,
        "shares": [_share(share) for share in origins.shares],
        "new": rounded(origins.new),
        "sections": [_section(section) for section in origins.sections],
    }


def origins_csv(origins: Origins) -> str:
    """A row per sentence."""
    rows = (_row(section, sentence) for section in origins.sections for sentence in section.sentences)
    return csv_text([_COLUMNS, *rows])


def _row(section: SectionOrigin, sentence: SentenceOrigin) -> tuple[object, ...]:
    found = sentence.ancestor
    source: tuple[object, ...] = ("",) * 5
    if found is not None:
        source = found.document, found.section, rounded(found.held), rounded(found.similarity), found.text
    also = " ".join(other.document for other in sentence.others)
    place = section.section, section.title, sentence.span.start, sentence.span.end
    return *place, sentence.descent, sentence.boilerplate, sentence.text, *source, also


def _share(share: Share) -> dict[str, Any]:
    return {"source": share.source, "copied": rounded(share.copied), "reworded": rounded(share.reworded)}


def _section(section: SectionOrigin) -> dict[str, Any]:
    return {
        "section": section.section,
        "title": section.title,
        "characters": section.characters,
        "shares": [_share(share) for share in section.shares],
        "new": rounded(section.new),
        "sentences": [_sentence(sentence) for sentence in section.sentences],
    }


def _sentence(sentence: SentenceOrigin) -> dict[str, Any]:
    return {
        "at": span_value(sentence.at),
        "span": span_value(sentence.span),
        "exact": sentence.exact,
        "text": sentence.text,
        "descent": sentence.descent,
        "boilerplate": sentence.boilerplate,
        "ancestor": None if sentence.ancestor is None else _ancestor(sentence.ancestor),
        "others": [_ancestor(other) for other in sentence.others],
    }


def _ancestor(found: Ancestor) -> dict[str, Any]:
    return {
        "document": found.document,
        "section": found.section,
        "text": found.text,
        "held": rounded(found.held),
        "similarity": rounded(found.similarity),
    }
