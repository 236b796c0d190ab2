"""The library's documents sorted into a tree, and what a line about one of them says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.library import Entry
from policydiff.messages import _
from policydiff.model import Level
from policydiff.synopsis.names import level_name
from policydiff.synopsis.sections import period_name
from policydiff_tui.desk.naming import one_line

ORDER = {level: place for place, level in enumerate((*Level, None))}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which entries belong to a node of the tree: those of a level, of a region in it, of a period in that."""

    level: str | None = None
    region: str | None = None
    period: str | None = None
    depth: int = 0

    def holds(self, entry: Entry) -> bool:
        """True where the entry stands on this shelf."""
        return (
            (self.depth < 1 or (entry.level or "") == self.level)
            and (self.depth < 2 or (entry.region or "") == self.region)
            and (self.depth < 3 or period_of(entry) == self.period)
        )


ALL = Shelf()


class Node(NamedTuple):
    """A shelf, its name, how many documents it holds (``held``), and the shelves in it."""

    shelf: Shelf
    name: str
    held: int
    children: tuple[Node, ...] = ()


def period_of(entry: Entry) -> str:
    """The years of the plan, else the year of the document."""
    return period_name(entry.period) or (entry.date or "")[:4]


def tree(entries: Sequence[Entry]) -> tuple[Node, ...]:
    """Levels from the centre to the counties, their regions, and their periods."""
    return tuple(_levels(entries))


def _levels(entries: Sequence[Entry]) -> Iterable[Node]:
    levels = _grouped(entries, lambda e: e.level or "")
    for level, found in sorted(levels.items(), key=lambda item: ORDER.get(item[1][0].level, 9)):
        regions = _grouped(found, lambda e: e.region or "")
        children = tuple(_region(level, name, own) for name, own in sorted(regions.items()))
        name = level_name(level) if level else _("level unknown")
        yield Node(Shelf(level, depth=1), name, len(found), children)


def _region(level: str, region: str, entries: Sequence[Entry]) -> Node:
    periods = _grouped(entries, period_of)
    children = tuple(
        Node(Shelf(level, region, period, 3), period or _("no date"), len(found))
        for period, found in sorted(periods.items(), reverse=True)
    )
    return Node(Shelf(level, region, depth=2), region or _("region unknown"), len(entries), children)


def _grouped(entries: Sequence[Entry], name_of: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(name_of(entry), []).append(entry)
    return groups


class EntryLine(NamedTuple):
    """The columns of a line."""

    mark: str
    title: str
    number: str
    region: str
    date: str
    sections: str
    characters: str


def line(entry: Entry, marks: Sequence[str]) -> EntryLine:
    """What a line says of an entry; ``marks`` are the ids marked, in their order."""
    return EntryLine(
        mark=str(marks.index(entry.id) + 1) if entry.id in marks else "",
        title=one_line(entry.main_title or entry.title),
        number=one_line(entry.doc_number or ""),
        region=one_line(entry.region or ""),
        date=entry.date or "",
        sections=f"{entry.sections:,}",
        characters=f"{entry.characters:,}",
    )
