"""A comparison as a workbook."""

from __future__ import annotations

from collections.abc import Collection

from policydiff.export.xlsx.book import Book, created
from policydiff.export.xlsx.differences import correlation, differences, flows
from policydiff.export.xlsx.findings import findings
from policydiff.export.xlsx.likeness import likeness
from policydiff.export.xlsx.places import places
from policydiff.export.xlsx.summary import summary
from policydiff.export.xlsx.words import word_counts
from policydiff.model import Comparison
from policydiff.synopsis import table


def comparison_xlsx(
    comparison: Comparison,
    *,
    only: Collection[str] = (),
    full: bool = False,
    keep_replacements: bool = False,
    dim_boilerplate: bool = False,
    new_first: bool = False,
) -> bytes:
    """The sheets 汇总, 节点对应表, 逐条差异, 去向表, 词频, 相似度矩阵, and one for each kind of note.

    ``only``, ``full``, ``keep_replacements`` and ``dim_boilerplate`` are those of `policydiff.synopsis.table` and
    are for 逐条差异; the other sheets hold everything. ``new_first`` puts the new text on the left there.
    """
    drawn = table(
        comparison, full=full, only=only, keep_replacements=keep_replacements, dim_boilerplate=dim_boilerplate
    )
    sides = places(comparison)
    book = Book(created(comparison.old.date, comparison.new.date), drawn.title, comparison.mode)
    summary(book, comparison, drawn)
    correlation(book, comparison, sides)
    differences(book, comparison, drawn, sides, new_first=new_first)
    flows(book, comparison, sides)
    findings(book, comparison, sides)
    word_counts(book, comparison)
    likeness(book, comparison, sides)
    return book.closed()
