"""Document ids: readable, stable, the same wherever the same document is imported."""

from __future__ import annotations

import hashlib

from policydiff.keys import key
from policydiff.outline import kinds, regions

_DIGEST_CHARS = 4


def document_id(*, title: str, doc_number: str | None, date: str | None, region: str | None, kind: str | None) -> str:
    """``beijing-gangyao-2021-3f9a``: region, kind, year, and a digest of title, number and date."""
    digest = hashlib.sha1("|".join((key(title), key(doc_number or ""), date or "")).encode()).hexdigest()
    year = (date or "")[:4] or "nd"
    return f"{regions.slug(region)}-{kinds.slug(kind)}-{year}-{digest[:_DIGEST_CHARS]}"
