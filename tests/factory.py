"""Short ways to make nouns for tests whose point is elsewhere: ids, spans and origins fill themselves in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from policydiff.model import Document, Origin, Section, Span

ORIGIN = Origin(name="原文.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8")


def section(label: str = "", heading: str = "", text: str = "", *children: Section, **fields: Any) -> Section:
    """A section that `document` will number."""
    fields.setdefault("span", Span(start=0, end=len(text)))
    return Section(id="", label=label, heading=heading, text=text, children=children, **fields)


def preamble(text: str) -> Section:
    """The text before the first heading."""
    return Section(id="0", label="", heading="", text=text, span=Span(start=0, end=len(text)))


def document(*sections: Section, **fields: Any) -> Document:
    """A document of ``sections``, ids set by position."""
    fields = {"id": "test-plan", "title": "测试市智慧城市规划", "span": Span(start=0, end=0), "origin": ORIGIN} | fields
    return Document(sections=numbered(sections), **fields)


def numbered(sections: Sequence[Section], parent: str = "") -> tuple[Section, ...]:
    """``sections`` with ids by position; one that is called ``0`` keeps its id and is not counted."""
    result, count = [], 0
    for item in sections:
        if item.id == "0" and not parent:
            result.append(item)
            continue
        count += 1
        name = f"{parent}{count}"
        result.append(replace(item, id=name, children=numbered(item.children, name + ".")))
    return tuple(result)
