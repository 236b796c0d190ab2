"""The sheets made of rows and links: 逐条差异, 节点对应表, 去向表."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.export.printing import rounded
from policydiff.export.xlsx.book import DECIMAL, PERCENT, WHOLE, Book, Column, Value
from policydiff.export.xlsx.places import Places
from policydiff.messages import N_, _
from policydiff.model import Comparison, Link, LinkKind, Mode, Pair, Relation
from policydiff.synopsis import ComparisonTable, Mark, TableRowView
from policydiff.synopsis.relations import relation_name
from policydiff.synopsis.table_head import column_names

Sides = tuple[Places, Places]

LINKS = {LinkKind.COUNTERPART: N_("counterpart"), LinkKind.PARTIAL: N_("partial")}

MARK_NAMES = {
    Mark.INSERTED: N_("bold"),
    Mark.DELETED: N_("struck through"),
    Mark.MOVED_AWAY: N_("double underline"),
    Mark.MOVED_HERE: N_("double underline"),
}


def differences(book: Book, comparison: Comparison, drawn: ComparisonTable, sides: Sides, *, new_first: bool) -> None:
    """The comparison table, a row a row, with its marks inside the cells."""
    texts = [Column(heading, 56) for heading in drawn.headings]
    columns = _both(
        [*sides[0].names, texts[0]],
        [*sides[1].names, texts[1]],
        new_first,
    )
    book.table(
        _("Differences"),
        [
            *(Column(_("No."), 6, WHOLE), Column(_("Relation"), 13), *columns, Column(_("Remarks"), 30)),
            *(Column(_("Similarity"), 8, DECIMAL), Column(_("Confidence"), 8, DECIMAL)),
            *(Column(_("Moved"), 7), Column(_("Renumbered"), 9), *sides[0].spots, *sides[1].spots),
        ],
        (_difference(comparison, row, sides, new_first) for row in drawn.rows),
        said=tuple(_legend(drawn, comparison.mode)),
        frozen=2,
        printed=9,
    )


def _both(old: Sequence[Column], new: Sequence[Column], new_first: bool) -> list[Column]:
    return [*new, *old] if new_first else [*old, *new]


def _difference(comparison: Comparison, row: TableRowView, sides: Sides, new_first: bool) -> Sequence[Value]:
    pair = row.pair
    old, new = (pair.old, pair.new) if pair is not None else ((), ())
    texts: list[list[Value]] = []
    for cell, side, ids in ((row.old, sides[0], old), (row.new, sides[1], new)):
        texts.append([*side.named(ids), cell.runs if cell is not None else row.absent])
    first, second = reversed(texts) if new_first else texts
    if pair is None:
        facts: list[Value] = [None] * 4
    else:
        both = bool(old and new)
        alike = (rounded(pair.similarity), rounded(pair.confidence)) if both else (None, None)
        facts = [*alike, pair.moved or None, pair.renumbered or None]
    return [
        *(row.number, relation_name(pair.relation, comparison.mode) if pair is not None else _("replaced throughout")),
        *(*first, *second, "\n".join(row.remarks), *facts, *sides[0].spotted(old), *sides[1].spotted(new)),
    ]


def _legend(drawn: ComparisonTable, mode: Mode) -> Iterator[str]:
    names = MARK_NAMES if mode is Mode.VERSION else {**MARK_NAMES, Mark.DELETED: N_("underlined")}
    if drawn.legend:
        said = dict.fromkeys(
            _("{mark}: {meaning}").format(mark=_(names[item.mark]), meaning=item.text) for item in drawn.legend
        )
        yield _("Marks:") + " " + _("; ").join(said)


def correlation(book: Book, comparison: Comparison, sides: Sides) -> None:
    """Which provision answers to which (EU correlation table): every link, and what has none."""
    rows_of = {(old, new): pair for pair in comparison.pairs for old in pair.old or ("",) for new in pair.new or ("",)}
    book.table(
        _("Correlation table"),
        [
            *(Column(_("No."), 6, WHOLE), *sides[0].names, *sides[1].names, Column(_("Link"), 9)),
            *(Column(_("Relation"), 20), Column(_("Similarity"), 8, DECIMAL), Column(_("Confidence"), 8, DECIMAL)),
            *(Column(_("Set by hand"), 9), *sides[0].spots, *sides[1].spots),
        ],
        (
            _correlated(number, comparison, entry, rows_of.get((entry[0], entry[1])), sides)
            for number, entry in enumerate(_entries(comparison), 1)
        ),
        frozen=3,
        printed=10,
    )


def _entries(comparison: Comparison) -> list[tuple[str, str, Link | None]]:
    """Old id, new id, link: in the order of the old document, then what only the new one has, in its order."""
    found = [(link.old, link.new, link) for link in comparison.links]
    linked_old = {link.old for link in comparison.links}
    linked_new = {link.new for link in comparison.links}
    alone: list[tuple[str, str, Link | None]] = [
        *((name, "", None) for pair in comparison.pairs for name in pair.old if name not in linked_old),
        *(("", name, None) for pair in comparison.pairs for name in pair.new if name not in linked_new),
    ]
    places = [
        {section.id: place for place, section in enumerate(document.walk(), 1)}
        for document in (comparison.old, comparison.new)
    ]
    last = len(places[0]) + 1
    return sorted(
        [*found, *alone], key=lambda entry: (places[0].get(entry[0], last), places[1].get(entry[1], 0), entry[:2])
    )


def _correlated(
    number: int, comparison: Comparison, entry: tuple[str, str, Link | None], pair: Pair | None, sides: Sides
) -> Sequence[Value]:
    old, new, link = entry
    relation = ""
    if pair is not None:
        relation = relation_name(pair.relation, comparison.mode)
    elif link is None:
        relation = relation_name(Relation.ONLY_OLD if old else Relation.ONLY_NEW, comparison.mode)
    ids = [(name,) if name else () for name in (old, new)]
    return [
        *(number, *_dashed(sides[0].named(ids[0])), *_dashed(sides[1].named(ids[1]))),
        *(_(LINKS[link.kind]) if link is not None else "", relation),
        *((rounded(link.similarity), rounded(link.confidence)) if link is not None else (None, None)),
        *((link is not None and link.pinned) or None, *sides[0].spotted(ids[0]), *sides[1].spotted(ids[1])),
    ]


def _dashed(named: tuple[Value, Value]) -> tuple[Value, Value]:
    """A dash where there is no counterpart, as correlation tables have it."""
    return named if named[0] else (None, "—")


def flows(book: Book, comparison: Comparison, sides: Sides) -> None:
    """Where the text went: which share of each section stands again in which."""
    names = column_names(comparison)
    if comparison.mode is Mode.VERSION:
        shares = _("share of the old section that stands again"), _("share of the new section that comes from it")
    else:
        said = _("share of the section of {side} that stands in the other")
        shares = said.format(side=names[0]), said.format(side=names[1])
    sheet, first, last = book.table(
        _("Flows"),
        [
            *(Column(_("No."), 6, WHOLE), *sides[0].names, Column(shares[0], 16, PERCENT)),
            *(*sides[1].names, Column(shares[1], 16, PERCENT), *sides[0].spots, *sides[1].spots),
        ],
        (
            [
                *(number, *sides[0].named((flow.old,)), rounded(flow.old_share)),
                *(*sides[1].named((flow.new,)), rounded(flow.new_share)),
                *(*sides[0].spotted((flow.old,)), *sides[1].spotted((flow.new,))),
            ]
            for number, flow in enumerate(comparison.flows, 1)
        ),
        frozen=3,
        printed=7,
    )
    for column in (3, 6):
        book.scale(sheet, (first, max(first, last)), (column, column))
