"""One source → its documents: repaired, split, framed, outlined. Tolerant: what is odd is listed, parsing goes on."""

from __future__ import annotations

import re

from policydiff.model import Document, Listed, Parsed, Problem, Repair, Source, Span
from policydiff.outline import captions, compilation, flattened
from policydiff.outline.frame import Frame, frame
from policydiff.outline.ids import document_id
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.metadata import metadata
from policydiff.outline.tree import Tables, tree
from policydiff.repair import clean

_UNIFORM = frozenset({"script"})
"""Repairs of a whole source at once: every document of it carries them."""


def parse(source: Source, *, skip_repairs: frozenset[str] = frozenset(), script: str = "auto") -> Parsed:
    """Every document of ``source``. ``skip_repairs`` names damage classes to leave; ``script`` is auto, keep, simplified."""
    manuscript = Manuscript(clean(source, skip=skip_repairs, wanted_script=script))
    tables = () if flattened.KIND in skip_repairs else tuple(flattened.find(manuscript.text))
    split = compilation.split(manuscript)
    repairs = [*manuscript.clean.repairs, *_table_repairs(manuscript, tables)]
    documents: list[Document] = []
    for part in split.parts:
        document, removed = _document(manuscript, source, part, tables, keep_captions=captions.KIND in skip_repairs)
        repairs += removed
        documents.append(document)
    repairs.sort(key=lambda r: (r.span.start, r.span.end))
    listed = tuple(row for table in tables if table.lists_documents for row in flattened.listed(table))
    return Parsed(
        origin=source.origin,
        documents=tuple(_numbered_apart(_finished(d, repairs, split.missing) for d in documents)),
        listed=listed,
        repairs=tuple(repairs),
    )


def _document(
    manuscript: Manuscript, source: Source, part: compilation.Part, tables: Tables, *, keep_captions: bool
) -> tuple[Document, list[Repair]]:
    around = frame(manuscript, part, name=source.origin.name)
    facts = metadata(around, group=part.group, text=manuscript.text[part.start : part.end])
    outline = tree(manuscript, around, tables, issuers=facts.issuers, keep_captions=keep_captions)
    document = Document(
        id=document_id(
            title=around.title, doc_number=around.doc_number, date=facts.date, region=facts.region, kind=facts.kind
        ),
        title=around.title,
        span=manuscript.raw(around.start, part.end),
        origin=source.origin,
        main_title=around.main_title,
        doc_number=around.doc_number,
        issuers=facts.issuers,
        date=facts.date,
        region=facts.region,
        level=facts.level,
        kind=facts.kind,
        period=facts.period,
        recipients=around.recipients,
        attachments=tuple(around.attachments),
        signature=around.signature,
        excerpt=outline.excerpt,
        notice=around.notice,
        closing=_closing(around, outline.closing),
        copies_to=around.copies_to,
        printing=around.printing,
        remark="\n".join(p for p in (around.preface, around.remark) if p) or None,
        sections=outline.sections,
        problems=outline.problems,
    )
    return document, list(outline.repairs)


def _closing(around: Frame, closing: str) -> str | None:
    """Everything after the last section that is no field of the signature or the attachments."""
    copies = f"抄送：{around.copies_to}" if around.copies_to else None
    return "\n".join(p for p in (closing, around.remark, copies, around.printing) if p) or None


def _table_repairs(manuscript: Manuscript, tables: Tables) -> list[Repair]:
    return [
        Repair(
            kind=flattened.KIND,
            span=manuscript.raw(table.start, table.end),
            before=manuscript.text[table.start : table.end],
            after="\n".join("\t".join(row) for row in (table.header, *table.rows)),
            confidence=0.95,
        )
        for table in tables
    ]


def _finished(document: Document, repairs: list[Repair], missing: tuple[str, ...]) -> Document:
    """The document with the repairs inside it."""
    own = tuple(
        r
        for r in repairs
        if r.kind in _UNIFORM or (document.span.start <= r.span.start and r.span.end <= document.span.end)
    )
    problems = document.problems
    if missing:
        problems += tuple(
            Problem(
                code="title_not_found", message=title, span=Span(start=document.span.start, end=document.span.start)
            )
            for title in missing
        )
    return _replace(document, repairs=own, problems=problems)


def _replace(document: Document, **changes: object) -> Document:
    from dataclasses import replace

    return replace(document, **changes)  # type: ignore[arg-type]


def _numbered_apart(documents: object) -> list[Document]:
    """Two documents of one source never share an id."""
    seen: dict[str, int] = {}
    result: list[Document] = []
    for document in documents:  # type: ignore[attr-defined]
        seen[document.id] = seen.get(document.id, 0) + 1
        if seen[document.id] > 1:
            document = _replace(document, id=f"{document.id}-{seen[document.id]}")
        result.append(document)
    return result


__all__ = ["Listed", "parse", "re"]
