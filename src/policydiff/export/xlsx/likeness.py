"""The sheet of similarities (相似度矩阵): sections of the one document by sections of the other."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.export.printing import rounded
from policydiff.export.xlsx.book import DECIMAL, Book, Column, Value
from policydiff.export.xlsx.places import Places
from policydiff.messages import _
from policydiff.model import Comparison, Document, Section
from policydiff.similarity import section_text, terms_of
from policydiff.similarity.background import background
from policydiff.similarity.vectors import Space

MOST_SECTIONS = 150
"""On a side: a sheet with more columns cannot be read."""


HEAD_CHARACTERS = 30


def likeness(book: Book, comparison: Comparison, sides: tuple[Places, Places]) -> None:
    """Cosines of background-weighted TF-IDF vectors of words. Where a document has too many sections with text, its
    upper sections stand for those below them, and if these are too many, the first of them."""
    chosen = [sections(document) for document in (comparison.old, comparison.new)]
    said = [
        *([_("Values are cosines of TF-IDF vectors of words, from 0 to 1.")]),
        *(
            _("{side}: {shown} of {all} sections").format(
                side=side.side, shown=len(found), all=sum(1 for _section in document.walk())
            )
            + (_(", with those below them") if whole else "")
            for side, (found, whole), document in zip(sides, chosen, (comparison.old, comparison.new), strict=True)
        ),
    ]
    texts = [[_text(section, whole) for section in found] for found, whole in chosen]
    (rows, _rows_whole), (columns, _columns_whole) = chosen
    names = [sides[1].name(section.id) for section in columns]
    values = cosines(*texts)
    sheet, first, last = book.table(
        _("Similarity matrix"),
        [
            *sides[0].names,
            *(Column(_short(f"{section.id} {name}"), 9, DECIMAL) for section, name in zip(columns, names, strict=True)),
        ],
        ([section.id, sides[0].name(section.id), *row] for section, row in zip(rows, values, strict=True)),
        said=said,
        frozen=2,
    )
    if rows and columns:
        book.scale(sheet, (first, last), (2, len(columns) + 1))


def _short(text: str) -> str:
    return text if len(text) <= HEAD_CHARACTERS else text[: HEAD_CHARACTERS - 1] + "…"


def sections(document: Document) -> tuple[list[Section], bool]:
    """The sections that are compared, and whether each stands for those below it too."""
    own = [section for section in document.walk() if section.text.strip() or section.tables]
    if len(own) <= MOST_SECTIONS:
        return own, False
    level = best = list(document.sections)
    while level and len(level) <= MOST_SECTIONS:
        best = level
        level = [child for section in level for child in (section.children or (section,))]
        if level == best:
            break
    return best[:MOST_SECTIONS], True


def cosines(old: Sequence[str], new: Sequence[str]) -> list[list[Value]]:
    """A row for each of ``old``."""
    if not old or not new:
        return [[] for _text in old]
    space = Space([terms_of(old, "tfidf-word"), terms_of(new, "tfidf-word")], background().word_weights)
    product = (space.vectors(0) @ space.vectors(1).T).toarray().clip(0.0, 1.0)
    return [[rounded(float(value)) for value in row] for row in product]


def _text(section: Section, whole: bool) -> str:
    found = section.walk() if whole else [section]
    return "\n".join(part for one in found for part in (one.heading, section_text(one)) if part)
