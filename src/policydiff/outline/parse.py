"""One source → its documents: repaired, split, framed, outlined.

The invariant: parsing never aborts on what is odd; it is listed as a problem with its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from policydiff.model import UNREAD, Document, Parsed, Problem, Repair, Source, Span
from policydiff.outline import captions, compilation, flattened
from policydiff.outline.frame import Frame, frame
from policydiff.outline.ids import document_id
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.metadata import NO_FACTS, metadata
from policydiff.outline.own_texts import Tables
from policydiff.outline.tree import tree
from policydiff.repair import clean

_UNIFORM = frozenset({"script"})
"""Repairs of a whole source at once: every document of it carries them."""


def parse(source: Source, *, skip_repairs: frozenset[str] = frozenset(), script: str = "auto") -> Parsed:
    """Every document of ``source``.

    ``skip_repairs`` names damage classes to leave; ``script`` is auto, keep or simplified
    (`policydiff.repair.repair`).
    """
    manuscript = Manuscript(clean(source, skip=skip_repairs, wanted_script=script))
    tables = () if flattened.KIND in skip_repairs else tuple(flattened.find(manuscript.text))
    split = compilation.split(manuscript)
    repairs = [*manuscript.clean.repairs, *_table_repairs(manuscript, tables)]
    documents: list[Document] = []
    for part in split.parts:
        facts = source.facts if len(split.parts) == 1 else NO_FACTS
        document, removed = _document(
            manuscript, source, part, tables, facts, keep_captions=captions.KIND in skip_repairs
        )
        repairs += removed
        documents.append(document)
    repairs.sort(key=_place)
    return Parsed(
        origin=source.origin,
        documents=tuple(_finished(document, source, repairs, split.missing) for document in _told_apart(documents)),
        listed=tuple(row for table in tables if table.lists_documents for row in flattened.listed(table)),
        repairs=tuple(repairs),
    )


def _document(
    manuscript: Manuscript,
    source: Source,
    part: compilation.Part,
    tables: Tables,
    known: Mapping[str, str],
    *,
    keep_captions: bool,
) -> tuple[Document, tuple[Repair, ...]]:
    """A document without its repairs, and those that outlining made."""
    around = frame(manuscript, part, name=known.get("title") or source.origin.name)
    facts = metadata(
        around,
        group=part.group,
        text=manuscript.text[part.start : part.end],
        facts=known,
        name="" if known is NO_FACTS else source.origin.name,
    )
    outline = tree(
        manuscript,
        around,
        tables,
        placed=[table for table in manuscript.clean.tables if part.start <= table.at < max(part.end, 1)],
        issuers=facts.issuers,
        keep_captions=keep_captions,
    )
    document = Document(
        id=document_id(
            title=around.title, doc_number=facts.doc_number, date=facts.date, region=facts.region, kind=facts.kind
        ),
        title=around.title,
        span=manuscript.raw(around.start, part.end),
        origin=source.origin,
        main_title=around.main_title,
        doc_number=facts.doc_number,
        issuers=facts.issuers,
        date=facts.date,
        region=facts.region,
        level=facts.level,
        kind=facts.kind,
        period=facts.period,
        recipients=around.recipients,
        attachments=around.attachments,
        signature=around.signature,
        excerpt=outline.excerpt,
        notice=around.notice,
        closing=_closing(around, outline.closing),
        copies_to=around.copies_to,
        printing=around.printing,
        remark=_joined(around.preface, around.remark),
        sections=outline.sections,
        problems=outline.problems,
    )
    return document, outline.repairs


def _closing(around: Frame, closing: str) -> str | None:
    """Everything after the last section that is no field of the signature or the attachments."""
    copies = f"抄送：{around.copies_to}" if around.copies_to else None
    return _joined(closing, around.remark, copies, around.printing)


def _joined(*parts: str | None) -> str | None:
    return "\n".join(filter(None, parts)) or None


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


def _told_apart(documents: Iterable[Document]) -> Iterable[Document]:
    """Two documents of one source never share an id."""
    seen: Counter[str] = Counter()
    for document in documents:
        seen[document.id] += 1
        times = seen[document.id]
        yield document if times == 1 else replace(document, id=f"{document.id}-{times}")


def _place(repair: Repair) -> tuple[int, int]:
    return repair.span.start, repair.span.end


def _inside(repair: Repair, span: Span) -> bool:
    return span.start <= repair.span.start and repair.span.end <= span.end


def _share(repair: Repair, source: Source, span: Span) -> Repair:
    """The part of a conversion of the whole source that a document sees: the characters that occur in it."""
    here = set(source.text[span.start : span.end])
    pairs = [pair for pair in zip(repair.before, repair.after, strict=True) if pair[0] in here]
    before, after = (tuple(zip(*pairs, strict=True))) if pairs else ((), ())
    return replace(repair, span=span, before="".join(before), after="".join(after))


def _finished(document: Document, source: Source, repairs: Iterable[Repair], missing: Iterable[str]) -> Document:
    """The document with the repairs inside it, and the titles its source's contents promise in vain."""
    span = document.span
    uniform = (_share(r, source, span) for r in repairs if r.kind in _UNIFORM)
    own = sorted((*uniform, *(r for r in repairs if r.kind not in _UNIFORM and _inside(r, span))), key=_place)
    here = Span(start=span.start, end=span.start)
    absent = (
        Problem(code="title_not_found", message=f"“{title}” is in the contents and nowhere else", span=here)
        for title in missing
    )
    unread = (Problem(code=UNREAD, message=message, span=here) for message in source.problems)
    return replace(document, repairs=tuple(own), problems=(*unread, *document.problems, *absent))
