"""Automatic numbering (ECMA-376-1 §17.9) → the labels a reader sees.

Counters belong to the abstract list, which several numbered lists may share; a list with a start of its own begins
there when it is first used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from policydiff.read.docx.names import W, child, switch, value, whole
from policydiff.read.docx.numerals import numeral
from policydiff.read.docx.package import Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LOST_COMMA = re.compile(r"(?<=%\d)\?$")
"""What RTF writers make of 、 where its code page cannot be told."""

_CLOSED = tuple("、．.）)】〕:：")
"""Labels that end so are followed by no blank in Chinese print."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is counted and printed; ``restart`` is the level (from 1) after which it begins again, 0: never."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, Level]
    link: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, with their counters as far as it has been read."""

    lists: Mapping[str, _List] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number_id: str, level: int) -> str:
        """The next label of a list at a level, with the blank that follows it; empty for bullets and none."""
        found = self.lists.get(number_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counters.setdefault(found.abstract, [None] * LEVELS)
        self._count(counts, found, number_id, level)
        own = found.levels[level]
        if own.style == "bullet":
            return ""
        text = _PLACE.sub(lambda m: self._number(counts, found, int(m[1]) - 1, legal=own.legal), own.text)
        return text + _blank(text, own.suffix) if text.strip() else ""

    def level_of_style(self, number_id: str, style: str) -> int | None:
        """The level that a paragraph style is linked with."""
        found = self.lists.get(number_id)
        levels = found.levels.items() if found is not None else ()
        return next((level for level, how in levels if how.paragraph_style == style), None)

    def _count(self, counts: list[int | None], found: _List, number_id: str, level: int) -> None:
        own = found.levels[level]
        before = counts[level]
        if level in found.starts and (number_id, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = own.start if before is None else before + 1
        self._begun.add((number_id, level))
        for upper in range(level):
            if counts[upper] is None and upper in found.levels:
                counts[upper] = found.levels[upper].start
        for lower in range(level + 1, LEVELS):
            how = found.levels.get(lower)
            restart = lower if how is None or how.restart is None else how.restart
            if restart and level < restart:
                counts[lower] = None

    def _number(self, counts: list[int | None], found: _List, level: int, *, legal: bool) -> str:
        how = found.levels.get(level)
        number = counts[level]
        if how is None or number is None:
            return ""
        return numeral(number, "decimal" if legal else how.style)


def numbering(root: Element | None, linked: Mapping[str, str]) -> Numbering:
    """The lists of the numbering part; ``linked`` gives the list of each numbering style."""
    if root is None:
        return Numbering()
    abstracts = {one.get(f"{W}abstractNumId", ""): _abstract(one) for one in root.iter(f"{W}abstractNum")}
    homes = {one.get(f"{W}numId", ""): value(one, "abstractNumId") or "" for one in root.iter(f"{W}num")}
    lists: dict[str, _List] = {}
    for one in root.iter(f"{W}num"):
        name = one.get(f"{W}numId", "")
        home = homes[name]
        if home in abstracts and (link := abstracts[home].link):
            home = homes.get(linked.get(link, ""), home)
        if home in abstracts:
            lists[name] = _list(one, home, abstracts[home].levels)
    return Numbering(lists)


def _abstract(element: Element) -> _Abstract:
    levels = {whole(one.get(f"{W}ilvl"), -1) or 0: _level(one) for one in element.findall(f"{W}lvl")}
    return _Abstract(
        {level: how for level, how in levels.items() if 0 <= level < LEVELS}, value(element, "numStyleLink") or ""
    )


def _level(element: Element) -> Level:
    restart = whole(value(element, "lvlRestart"))
    return Level(
        start=whole(value(element, "start"), 1) or 0,
        style=value(element, "numFmt", "decimal") or "decimal",
        text=_LOST_COMMA.sub("、", value(element, "lvlText", "") or ""),
        suffix=value(element, "suff", "tab") or "tab",
        restart=restart,
        legal=bool(switch(element, "isLgl")),
        paragraph_style=value(element, "pStyle", "") or "",
    )


def _list(element: Element, home: str, levels: Mapping[int, Level]) -> _List:
    own = dict(levels)
    starts: dict[int, int] = {}
    for override in element.findall(f"{W}lvlOverride"):
        level = whole(override.get(f"{W}ilvl"), 0) or 0
        if not 0 <= level < LEVELS:
            continue
        if (replaced := child(override, "lvl")) is not None:
            own[level] = _level(replaced)
        if (start := whole(value(override, "startOverride"))) is not None:
            starts[level] = start
    return _List(home, own, starts)


def _blank(label: str, suffix: str) -> str:
    return "" if suffix == "nothing" or label.endswith(_CLOSED) or label[-1:].isspace() else " "
