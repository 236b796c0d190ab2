"""How far each version of a text is from the version before and from the first."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.errors import UsageError
from policydiff.messages import _
from policydiff.model import Document, Timeline, TimelineStep
from policydiff.similarity.matrices import Terms, matrix


def in_time(documents: Sequence[Document]) -> list[Document]:
    """``documents`` by date; in the order given where one of them has none."""
    if all(document.date for document in documents):
        return sorted(documents, key=lambda document: document.date or "")
    return list(documents)


def timeline(documents: Sequence[Document], measure: str = "tfidf-word", terms: Terms | None = None) -> Timeline:
    """The timeline of ``documents``, taken as versions in the order given (`in_time` puts them into that of time).

    ``terms``, where given, are those of the documents' `entries`. Raises UsageError for fewer than two documents.
    """
    if len(documents) < 2:
        raise UsageError(
            _("A timeline needs two versions at least."),
            cause=_("{count} document was chosen.").format(count=len(documents)),
            fix=_("Name all versions of one work."),
        )
    found = matrix(documents, "document", measure, terms)
    steps = tuple(
        TimelineStep(
            label=label,
            to_previous=found.values[number][number - 1] if number else None,
            to_first=found.values[number][0],
        )
        for number, label in enumerate(found.labels)
    )
    return Timeline(measure=measure, steps=steps)
