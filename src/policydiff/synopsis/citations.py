"""Sections by id, and how a reader cites one: 第三条; 二、（一）; “总体要求”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policydiff.messages import _
from policydiff.model import Document, Section
from policydiff.synopsis.lists import listed
from policydiff.synopsis.sections import lead, section_title

STANDS_ALONE = re.compile(r"第.+[条條篇编]")
"""Labels that are counted through the whole document: nobody cites 第二章第九条."""

SEPARATOR_SIGNS = "、．.　 "

HEADING_CHARACTERS = 20
"""So much of a heading is cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionName:
    """What names a section: ``path`` holds the titles above it, top first; ``page`` and ``span`` as in `Section`."""

    id: str
    label: str
    heading: str
    page: int | None
    span: tuple[int, int]
    path: tuple[str, ...] = ()


class Citations:
    """The sections of one document by id, each with those above it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._above: dict[str, tuple[Section, ...]] = {}
        self._sections: dict[str, Section] = {}
        for section in document.sections:
            self._add(section, ())

    def _add(self, section: Section, above: tuple[Section, ...]) -> None:
        self._sections.setdefault(section.id, section)
        self._above.setdefault(section.id, above)
        for child in section.children:
            self._add(child, (*above, section))

    def section(self, section_id: str) -> Section | None:
        """The section with that id, or None."""
        return self._sections.get(section_id)

    def sections(self, ids: Iterable[str]) -> Iterator[Section]:
        """The sections of ``ids``; one that does not exist is left out."""
        return (found for section_id in ids if (found := self._sections.get(section_id)) is not None)

    def name(self, section: Section) -> SectionName:
        """What names ``section``."""
        return SectionName(
            id=section.id,
            label=section.label,
            heading=section.heading,
            page=section.page,
            span=(section.span.start, section.span.end),
            path=tuple(section_title(found) for found in self._above.get(section.id, ())),
        )

    def cite(self, section_id: str) -> str:
        """The section as a reader cites it: 第三条; else its number, after those above it, with its heading."""
        section = self._sections.get(section_id)
        if section is None:
            return section_id
        heading = section.heading
        if len(heading) > HEADING_CHARACTERS:
            heading = heading[:HEADING_CHARACTERS] + "…"
        if not section.label.strip():
            return _("“{heading}”").format(heading=heading) if heading else _unnamed(section)
        if not heading or STANDS_ALONE.fullmatch(section.label.strip()):
            return self.number(section_id)
        blank = lead(section).removeprefix(section.label)
        return _("“{heading}”").format(heading=f"{self._labels(section)}{blank}{heading}")

    def number(self, section_id: str) -> str:
        """The section's number alone: 第三条; 二、（一）. Cited like any other where it has none."""
        section = self._sections.get(section_id)
        if section is None or not section.label.strip():
            return self.cite(section_id)
        return self._labels(section).rstrip(SEPARATOR_SIGNS)

    def _labels(self, section: Section) -> str:
        """The labels from the top of the tree down, or from one that is counted through the whole document."""
        labels = [found.label.strip() for found in (*self._above[section.id], section) if found.label.strip()]
        lone = [place for place, found in enumerate(labels) if STANDS_ALONE.fullmatch(found)]
        return "".join(labels[lone[-1] if lone else 0 :])

    def cite_all(self, ids: Iterable[str]) -> str:
        """Several sections, joined as a list."""
        return listed(map(self.cite, ids))


def _unnamed(section: Section) -> str:
    return _("the text before the first heading") if section.id == "0" else section_title(section) or section.id
