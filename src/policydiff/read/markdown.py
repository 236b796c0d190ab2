"""Markdown: which characters are markup, and which lines it makes headings.

The document's own text is left in place; markup is described as changes that take it out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.model import Change, MarkedHeading, Span


class Markup(NamedTuple):
    """What to take out of the text, and the headings it marked (spans of the raw text, markup excluded)."""

    changes: tuple[Change, ...]
    headings: tuple[MarkedHeading, ...]


_FRONT = re.compile(r"\A---\n.*?^---[ \t]*(?:\n|\Z)", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"^(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*[ \t]*$", re.M)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![A-Za-z0-9*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![A-Za-z0-9*])")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_TAG = re.compile(r"</?(?:br|p|div|center|span|font|b|i|u|strong|em|sup|sub|a|img)\b[^>\n]*>", re.I)
_QUOTE = re.compile(r"^>[ \t]?", re.M)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_ENTITY = {"&nbsp;": " ", "&emsp;": " ", "&ensp;": " ", "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_ENTITIES = re.compile("|".join(_ENTITY))


def markup(text: str) -> Markup:
    """The markup of a Markdown ``text``."""
    found: list[Change] = []
    headings: list[MarkedHeading] = []
    if front := _FRONT.match(text):
        found.append(Change(0, front.end(), ""))
    found += [Change(m.start(), m.end(), "") for m in _COMMENT.finditer(text)]
    for m in _HEADING.finditer(text):
        headings.append(MarkedHeading(span=Span(start=m.start(2), end=m.end(2)), depth=len(m[1])))
        found += [Change(m.start(), m.start(2), ""), Change(m.end(2), m.end(), "")]
    for pattern in (_BOLD, _ITALIC):
        for m in pattern.finditer(text):
            inner = m.lastindex or 1
            found += [Change(m.start(), m.start(inner), ""), Change(m.end(inner), m.end(), "")]
    for m in _LINK.finditer(text):
        found += [Change(m.start(), m.start(1), ""), Change(m.end(1), m.end(), "")]
    found += [Change(m.start(), m.end(), "") for m in _QUOTE.finditer(text)]
    found += [Change(m.start(), m.end(), "\n" if m[0].lower().startswith("<br") else "") for m in _TAG.finditer(text)]
    found += [Change(m.start(), m.start() + 1, "") for m in _ESCAPE.finditer(text)]
    found += [Change(m.start(), m.end(), _ENTITY[m[0]]) for m in _ENTITIES.finditer(text)]
    return Markup(tuple(_disjoint(found)), tuple(h for h in headings if not _inside_front(h, front)))


def _inside_front(heading: MarkedHeading, front: re.Match[str] | None) -> bool:
    return front is not None and heading.span.start < front.end()


def _disjoint(changes: list[Change]) -> list[Change]:
    """Sorted, empty ones dropped, those inside another dropped."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if change.start == change.end and not change.after:
            continue
        if kept and change.start < kept[-1].end:
            continue
        kept.append(change)
    return kept
