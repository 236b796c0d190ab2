"""Comparisons whose rows are said by hand and whose edits are computed: for what is drawn from a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from policydiff.compare.tables import table_pairs
from policydiff.edits import Unit, changed_share, edits
from policydiff.model import Comparison, Document, Edit, EditKind, Mode, Pair, Relation

SETTINGS = {"mode": "auto", "unit": "char", "preset": "balanced", "threshold": 0.43}


def compared(old: Document, new: Document, *pairs: Pair, mode: Mode = Mode.VERSION) -> Comparison:
    """The comparison of ``old`` with ``new`` that has these rows."""
    found = tuple(pairs)
    counts = Counter(pair.relation for pair in found)
    return Comparison(
        mode=mode,
        old=old,
        new=new,
        links=(),
        pairs=found,
        flows=(),
        counts={relation: counts[relation] for relation in Relation},
        changed_share=changed_share(edit for pair in found for edit in pair.all_edits),
        settings=SETTINGS,
        versions={"policydiff": "1"},
    )


def pair(old: Document, new: Document, left: str, right: str, relation: Relation | None = None, **fields: Any) -> Pair:
    """The row of the sections named in ``left`` and ``right``, ids parted by blanks."""
    names = tuple(left.split()), tuple(right.split())
    sections = [[s for name in ids for s in document.walk() if s.id == name] for document, ids in
                ((old, names[0]), (new, names[1]))]  # fmt: skip
    found = _between(*("\n".join(section.text for section in side) for side in sections))
    tables = table_pairs(*([t for section in side for t in section.tables] for side in sections), Unit.CHAR)
    changed = any(edit.kind is not EditKind.EQUAL for edit in (*found, *(e for t in tables for e in t.edits)))
    usual = Relation.MODIFIED if changed else Relation.UNCHANGED
    alone = Relation.ONLY_OLD if not right else Relation.ONLY_NEW if not left else usual
    values: dict[str, Any] = {"similarity": 0.8, "confidence": 0.97, "edits": found, "tables": tables} | fields
    return Pair(relation=relation or alone, old=names[0], new=names[1], **values)


def straight(old: Document, new: Document, rows: Iterable[tuple[str, str]], mode: Mode = Mode.VERSION) -> Comparison:
    """The comparison with these rows of section ids."""
    return compared(old, new, *(pair(old, new, left, right) for left, right in rows), mode=mode)


def _between(old: str, new: str) -> tuple[Edit, ...]:
    if old and new:
        return edits(old, new)
    one_sided = ((EditKind.DELETE, old), (EditKind.INSERT, new))
    return tuple(Edit(kind=kind, text=text) for kind, text in one_sided if text)
