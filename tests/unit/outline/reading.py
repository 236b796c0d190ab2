"""Texts parsed in one step, and outlines as lines one can read in a test."""

from __future__ import annotations

from policydiff.model import CleanText, Document, MarkedHeading, OffsetMap, PageMark, Parsed, Section, Span
from policydiff.outline import parse
from policydiff.outline.manuscript import Manuscript
from policydiff.read import source


def parsed(text: str, *, name: str = "规划.txt") -> Parsed:
    """Everything in ``text``."""
    return parse(source(text.encode(), name=name))


def document(text: str, *, name: str = "规划.txt") -> Document:
    """The only document in ``text``."""
    (found,) = parsed(text, name=name).documents
    return found


def outline(sections: tuple[Section, ...]) -> list[str]:
    """A line per section: id, label and heading, own text with ``/`` for line ends."""
    lines: list[str] = []
    for section in sections:
        text = section.text.replace("\n", "/")
        lines.append(f"{section.id} {section.label}{section.heading}" + (f" = {text}" if text else ""))
        lines += outline(section.children)
    return lines


def manuscript(text: str, *, headings: tuple[str, ...] = (), depth: int = 0, pages: tuple[int, ...] = ()) -> Manuscript:
    """A clean text with ``headings`` marked where each first stands, and pages that begin at ``pages``."""
    spans = sorted(Span(start=text.index(h), end=text.index(h) + len(h)) for h in headings)
    return Manuscript(
        CleanText(
            text=text,
            origins=OffsetMap.identity(len(text)),
            headings=tuple(MarkedHeading(span=span, depth=depth) for span in spans),
            pages=tuple(PageMark(offset=place, number=number) for number, place in enumerate(pages, 1)),
        )
    )
