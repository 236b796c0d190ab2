"""The nouns: frozen values that every other room passes around. They compute nothing and import nothing heavy."""

from policydiff.model.comparison import (
    Candidate,
    Comparison,
    Edit,
    EditKind,
    Flow,
    Link,
    LinkKind,
    Mode,
    Note,
    Pair,
    Relation,
)
from policydiff.model.document import (
    CleanText,
    ContentsEntry,
    Document,
    Level,
    Listed,
    Parsed,
    Problem,
    Repair,
    Section,
    Table,
)
from policydiff.model.hits import Hit, Hits
from policydiff.model.matrix import Matrix, MatrixLabel
from policydiff.model.offsets import Change, OffsetMap, apply, moved
from policydiff.model.source import MarkedHeading, Origin, PageMark, Source, Span

__all__ = [
    "Candidate",
    "Change",
    "CleanText",
    "Comparison",
    "ContentsEntry",
    "Document",
    "Edit",
    "EditKind",
    "Flow",
    "Hit",
    "Hits",
    "Level",
    "Link",
    "LinkKind",
    "Listed",
    "MarkedHeading",
    "Matrix",
    "MatrixLabel",
    "Mode",
    "Note",
    "OffsetMap",
    "Origin",
    "PageMark",
    "Pair",
    "Parsed",
    "Problem",
    "Relation",
    "Repair",
    "Section",
    "Source",
    "Span",
    "Table",
    "apply",
    "moved",
]
