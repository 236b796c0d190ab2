"""Figures only: a line per row of the comparison with what went and what came, like a version control's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from policydiff.messages import _, ngettext
from policydiff.model import Comparison, Document, EditKind, Pair
from policydiff.report.parts import safe
from policydiff.report.styles import STYLES
from policydiff.report.typesetting import in_flow, padded
from policydiff.synopsis.relations import marks_of, relation_name
from policydiff.synopsis.sections import section_title

if TYPE_CHECKING:
    from rich.text import Text

FIGURE_CELLS = 7

GRAPH_CELLS = 20

WORD_CELLS = 24

WIDE_COLUMNS = 90
"""Narrower than this, there is no room for a graph."""

GAP = "  "

GONE, COME = "-", "+"


def stat(comparison: Comparison, pairs: Sequence[Pair], width: int) -> Iterator[Text]:
    """The rows and the totals; characters are counted without blanks, the graph is to the scale of the largest."""
    sizes = [_size(pair) for pair in pairs]
    most = max((size.gone + size.come for size in sizes), default=0)
    for pair, size in zip(pairs, sizes, strict=True):
        yield _line(comparison, pair, size, most, width)
    total = ngettext("{count} row", "{count} rows", len(pairs)).format(count=len(pairs))
    gone, come = sum(size.gone for size in sizes), sum(size.come for size in sizes)
    figures = _("{gone} characters out, {come} in").format(gone=f"{gone:,}", come=f"{come:,}")
    yield from in_flow([safe(total, "bold"), safe(figures, "bold")], width)


class Size(NamedTuple):
    """Characters that went and that came."""

    gone: int
    come: int


def _size(pair: Pair) -> Size:
    sizes = dict.fromkeys(EditKind, 0)
    for edit in pair.all_edits:
        sizes[edit.kind] += len("".join(edit.text.split()))
    return Size(sizes[EditKind.DELETE], sizes[EditKind.INSERT])


def _line(comparison: Comparison, pair: Pair, size: Size, most: int, width: int) -> Text:
    from rich.text import Text

    graph = GRAPH_CELLS if width >= WIDE_COLUMNS else 0
    word = WORD_CELLS if width >= WIDE_COLUMNS else WORD_CELLS // 2
    names = max(2, (width - graph - word - 2 * FIGURE_CELLS - 3 * len(GAP)) // 2)
    words = " · ".join([relation_name(pair.relation, comparison.mode), *marks_of(pair)])
    line = Text.assemble(
        padded(_name(comparison.old, pair.old), names),
        GAP,
        padded(_name(comparison.new, pair.new), names),
        GAP,
        padded(words, word, STYLES[pair.relation]),
        padded(f"{GONE}{size.gone:,}" if size.gone else "", FIGURE_CELLS, "red", right=True),
        padded(f"{COME}{size.come:,}" if size.come else "", FIGURE_CELLS, "green", right=True),
        GAP,
        *_graph(size, most, graph),
    )
    line.truncate(width)
    return line


def _name(document: Document, ids: Sequence[str]) -> str:
    found = [document.section(section_id) for section_id in ids]
    names = [f"{section.id} {section_title(section)}" for section in found if section is not None]
    return safe(" + ".join(names) or "—").plain


def _graph(size: Size, most: int, cells: int) -> tuple[tuple[str, str], tuple[str, str]]:
    changed = size.gone + size.come
    if not changed:
        return ("", ""), ("", "")
    used = min(cells, max(1, round(changed / most * cells)))
    minus = min(used, round(size.gone / changed * used))
    return (GONE * minus, "red"), (COME * (used - minus), "green")
