"""Cosine matrices over documents or sections, and the sections nearest to a text.

The only module that loads scikit-learn. Weights come from the background table, so a value does not depend on what
else is in the matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from policydiff.errors import UsageError
from policydiff.model import Document, Matrix, MatrixLabel, Section
from policydiff.similarity.background import background
from policydiff.similarity.terms import bigrams, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEASURES = ("tfidf-word", "tfidf-char")
BLOCK_ROWS = 1_000
"""Rows multiplied at once when looking for neighbours: bounds the memory of a search."""

Terms = Sequence[Sequence[str]]


def terms_of(texts: Iterable[str], measure: str) -> list[list[str]]:
    """The terms of each text under ``measure``; raises UsageError for an unknown one."""
    if measure not in MEASURES:
        raise UsageError(f"unknown measure: {measure}", fix=f"{' | '.join(MEASURES)}")
    cut = words if measure == "tfidf-word" else bigrams
    return [cut(text) for text in texts]


def vectors(terms: Terms, measure: str = "tfidf-word") -> Any:
    """Texts × terms, a sparse matrix of background-weighted TF-IDF rows of length one (empty texts are zero).

    ``terms`` are what `terms_of` gives, so that a caller may keep them.
    """
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.preprocessing import normalize

    if not any(terms):
        from scipy.sparse import csr_array

        return csr_array((len(terms), 1))
    counter = CountVectorizer(analyzer=_same, dtype=np.float64)
    counts = counter.fit_transform(terms).tocsr()
    table = background()
    names = counter.get_feature_names_out()
    weights = np.asarray(table.word_weights(names) if measure == "tfidf-word" else table.bigram_weights(names))
    counts.data = (1.0 + np.log(counts.data)) * weights[counts.indices]
    return normalize(counts, copy=False)


def _same(terms: Sequence[str]) -> Sequence[str]:
    return terms


def matrix(
    documents: Sequence[Document], by: str = "document", measure: str = "tfidf-word", terms: Terms | None = None
) -> Matrix:
    """The cosine of each two documents, or of each two sections (``by="section"``); symmetric, diagonal 1.

    ``terms``, where given, are those of `entries` in the same order. Raises UsageError for an unknown ``by``.
    """
    import numpy as np

    named = entries(documents, by)
    rows = vectors(terms_of((text for _, text in named), measure) if terms is None else terms, measure)
    values: NDArray[np.float64] = np.asarray((rows @ rows.T).todense(), dtype=float).clip(0.0, 1.0)
    values = (values + values.T) / 2
    np.fill_diagonal(values, 1.0)
    return Matrix(
        by=by,
        measure=measure,
        labels=tuple(label for label, _ in named),
        values=tuple(tuple(float(v) for v in row) for row in values),
    )


def entries(documents: Sequence[Document], by: str) -> list[tuple[MatrixLabel, str]]:
    """What a matrix compares: labels and texts of the documents, or of their sections that have text."""
    makers: dict[str, Callable[[Document], list[tuple[MatrixLabel, str]]]] = {"document": _whole, "section": _sections}
    if by not in makers:
        raise UsageError(f"unknown unit: {by}", fix="document | section")
    return [entry for document in documents for entry in makers[by](document)]


def _whole(document: Document) -> list[tuple[MatrixLabel, str]]:
    text = "\n".join(part for s in document.walk() for part in (s.heading, section_text(s)) if part)
    return [(_label(document, document.id, _title(document)), text)]


def _title(document: Document) -> str:
    return document.main_title or document.title


def _label(document: Document, label_id: str, title: str) -> MatrixLabel:
    return MatrixLabel(
        id=label_id,
        title=title,
        document=_title(document),
        region=document.region,
        level=document.level,
        date=document.date,
    )


def _sections(document: Document) -> list[tuple[MatrixLabel, str]]:
    return [
        (
            _label(document, f"{document.id}#{s.id}", s.title),
            "\n".join(p for p in (s.heading, section_text(s)) if p),
        )
        for s in document.walk()
        if s.text.strip() or s.tables
    ]


def section_text(section: Section) -> str:
    """A section's own text followed by the words of its tables."""
    cells = [" ".join((*table.header, *(cell for row in table.rows for cell in row))) for table in section.tables]
    return "\n".join(part for part in (section.text, *cells) if part)


def nearest(query: str, terms: Terms, top: int = 10, measure: str = "tfidf-word") -> list[tuple[int, float]]:
    """The ``top`` texts most like ``query`` with their cosines, best first; texts sharing no term are left out.

    ``terms`` are the searched texts' terms (`terms_of`).
    """
    import numpy as np

    rows = vectors([terms_of([query], measure)[0], *terms], measure)
    scores = np.zeros(len(terms))
    for start in range(0, len(terms), BLOCK_ROWS):
        block = rows[1 + start : 1 + start + BLOCK_ROWS] @ rows[[0]].T
        scores[start : start + block.shape[0]] = np.asarray(block.todense()).ravel()
    order = np.argsort(-scores, kind="stable")[:top]
    return [(int(n), float(min(1.0, scores[n]))) for n in order if scores[n] > 0]
