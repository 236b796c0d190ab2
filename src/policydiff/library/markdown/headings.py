"""The heading line of a section: its depth, label, heading, and in a comment where it stood in the source.

    ## （一） 统筹规划 <!-- p47 @1234-1500 -->
    ### {阶段一} 重点工程 <!-- @1500-1720 -->
    ## {} 一、二、三产业融合 <!-- @1720-1800 -->

A label that is recognised as one is written as it is, followed by a blank; any other, and an empty one where the
heading begins like a label, stands in braces. There may be more than six ``#``. Invariant: `read` undoes `write`.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from policydiff.library.markdown.lines import hidden, shown
from policydiff.model import Span

_CN = "[〇零一二三四五六七八九十百千]+"
LABEL = re.compile(
    rf"第(?:{_CN}|\d+)(?:分?编|[篇章节条款项目])(?:之{_CN})?(?=[ \u3000]|\Z)"
    rf"|{_CN}、(?!{_CN}、)"
    rf"|[（(](?:{_CN}|\d+)[）)]"
    r"|[①-⑳]"
    r"|\d+(?:[.．]\d+)*(?:[.．、](?!\d)|(?:[.．]\d+)(?=[ \u3000]|\Z))"
    r"|(?:专栏|附件|附表|附录|表|图) ?\d{0,3}(?=[ \u3000]|\Z)"
)
"""Labels of the three grammars (公文, law, plan) as GB/T 9704-2012 and 立法技术规范 print them."""

_LINE = re.compile(r"(#+)[ \t]*(.*?)[ \t]*(?:<!--(.*?)-->)?[ \t\r]*\Z", re.S)
_PLACE = re.compile(r'\bid=("(?:\\.|[^"\\])*"|\S+)|(?<!\S)p(-?\d{1,18})\b|@(\d{1,18})-(\d{1,18})(?!\d)')


class Place(NamedTuple):
    """What the comment says; None where it says nothing (a heading written by hand)."""

    id: str | None = None
    page: int | None = None
    span: Span | None = None


class Heading(NamedTuple):
    """A heading line read."""

    depth: int
    label: str
    heading: str
    place: Place


def write(heading: Heading) -> str:
    """The line of ``heading``."""
    title = _title(heading.label, heading.heading)
    return f"{'#' * heading.depth} {title} <!-- {comment(heading.place)} -->"


def read(line: str) -> Heading:
    """The heading of a ``line`` that begins with ``#``."""
    match = _LINE.match(line)
    if match is None:
        raise ValueError("not a heading line")
    label, heading = _parts(match[2])
    return Heading(len(match[1]), label, heading, place(match[3] or ""))


def comment(place: Place) -> str:
    """``place`` in short: ``id=… p47 @1234-1500``."""
    parts = []
    if place.id is not None:
        parts.append(f"id={_quoted(place.id)}")
    if place.page is not None:
        parts.append(f"p{place.page}")
    if place.span is not None:
        parts.append(f"@{place.span.start}-{place.span.end}")
    return " ".join(parts)


def place(comment: str) -> Place:
    """The place a ``comment`` names; what it does not understand it ignores."""
    found = Place()
    for match in _PLACE.finditer(comment):
        name, page, start, end = match.groups()
        if name is not None:
            found = found._replace(id=_unquoted(name))
        elif page is not None:
            found = found._replace(page=int(page))
        else:
            found = found._replace(span=Span(start=int(start), end=max(int(start), int(end))))
    return found


def _title(label: str, heading: str) -> str:
    plain = " ".join(part for part in (_text(label), _text(heading)) if part)
    if _parts(plain) == (label, heading) and plain:
        return plain
    return f"{{{hidden(label, '{}<')}}} {_text(heading)}".rstrip(" ")


def _text(text: str) -> str:
    return hidden(text, "<") if "<!--" in text else hidden(text)


def _parts(title: str) -> tuple[str, str]:
    title = title.strip(" \t")
    if title.startswith("{") and "}" in title:
        label, _, heading = title[1:].partition("}")
        return shown(label), shown(heading.strip(" \t"))
    match = LABEL.match(title)
    label = match[0] if match else ""
    return label, shown(title[len(label) :].lstrip(" \t"))


def _quoted(name: str) -> str:
    if re.fullmatch(r"[\w.\-]+", name, re.A):
        return name
    return re.sub(r"[<>\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff-]", _escape, json.dumps(name, ensure_ascii=False))


def _unquoted(name: str) -> str:
    if not name.startswith('"'):
        return name
    try:
        value = json.loads(name)
    except ValueError:
        return name
    return value if isinstance(value, str) else name


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
