"""The page of main points (变化要点): what came, went and changed most, each statement with links to both originals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.export.markdown.anchors import NEW, OLD, Links, anchor
from policydiff.export.markdown.escaping import inline, line
from policydiff.messages import _, ngettext
from policydiff.model import Comparison, Mode, Relation
from policydiff.synopsis import Highlights, Point, Replacement, highlights, kind_name
from policydiff.synopsis.lists import listed
from policydiff.synopsis.relations import missing_name, relation_name
from policydiff.synopsis.table_head import column_names

SHOWN = 6
"""So many statements of a kind stand on the page; of more, the number is told."""

PLACES = 3
"""So many places of a term replaced throughout are linked."""


def main_points(comparison: Comparison, links: Links) -> Iterator[str]:
    """The lines of the page, without its heading."""
    found = highlights(comparison)
    yield from _overall(comparison, found)
    mode = comparison.mode
    yield from _group(relation_name(Relation.ONLY_NEW, mode), found.added, links, mode)
    yield from _group(relation_name(Relation.ONLY_OLD, mode), found.removed, links, mode)
    yield from _group(_("Changed most"), found.largest, links, mode)
    if mode is Mode.VERSION:
        yield from _group(_("Moved"), found.moved, links, mode)
    for kind, points in found.notes.items():
        yield from _group(kind_name(kind), points, links, mode)
    yield from _replaced(comparison, found.replacements, links)


def _overall(comparison: Comparison, found: Highlights) -> Iterator[str]:
    counts = listed(_("{what} {count}").format(what=name, count=count) for name, count in found.counts)
    share = f"{found.changed_share:.1%}"
    told = _("Rows: {counts}; changed text {share}.").format(counts=counts, share=share)
    names = column_names(comparison)
    whole = " → ".join(f"[{inline(name)}](#{anchor(side)})" for name, side in zip(names, (OLD, NEW), strict=True))
    yield f"- {line(told)} {whole}"
    yield ""


def _group(name: str, points: Sequence[Point], links: Links, mode: Mode) -> Iterator[str]:
    if not points:
        return
    yield f"### {line(name)} ({len(points)})"
    yield ""
    absent = _("(none)") if mode is Mode.VERSION else missing_name(Relation.ONLY_OLD, mode)
    for point in points[:SHOWN]:
        yield f"- {line(point.text)}{_size(point)} — {links.both(point.old, point.new, absent)}"
    yield from _rest(len(points))
    yield ""


def _size(point: Point) -> str:
    if not point.size:
        return ""
    text = ngettext(" ({count} character)", " ({count} characters)", point.size)
    return text.format(count=point.size)


def _rest(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield "- " + line(_("… and {count} more, in the table below").format(count=count - SHOWN))


def _replaced(comparison: Comparison, found: Sequence[Replacement], links: Links) -> Iterator[str]:
    if not found:
        return
    heading = line(_("Replaced throughout"))
    yield f"### {heading} ({len(found)})"
    yield ""
    for item in found[:SHOWN]:
        told = _("“{old}” → “{new}”, at {count} places").format(old=item.old, new=item.new, count=item.count)
        rows = [comparison.pairs[place] for place in item.pairs[:PLACES]]
        yield f"- {line(told)} — {'; '.join(links.both(row.old, row.new, '') for row in rows)}"
    yield from _rest(len(found))
    yield ""
