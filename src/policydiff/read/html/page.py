"""A web page's bytes → `Source`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.model import MarkedHeading, Origin, Source, SourceTable, Span
from policydiff.read.html import titles
from policydiff.read.html.blocks import Block, blocks
from policydiff.read.html.body import body, masses
from policydiff.read.html.charset import decoded
from policydiff.read.html.facts import facts
from policydiff.read.html.nodes import Node, metas, tree

_SHORTEST_TITLE_CHARS, _LONGEST_DATE_LINE_CHARS = 6, 40
_DATE_LINE = re.compile(
    r"[\d〇○零一二三四五六七八九]{4}\s*年\s*[\d元一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_PAGE_TITLE = re.compile(r"<title[^<>]*>([^<]{1,400})</title>", re.I)
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-—–]\s*|\s*[-—–]\s+|--+")
_OUTSIDE_TITLE = re.compile(
    r"(?:^|[\s_\-])(?:title|arttitle|article-?title|detail-?title|news-?title|bt|biaoti|xxgk-?title)(?:$|[\s_\-])", re.I
)


def source(data: bytes, *, name: str) -> Source:
    """Read a web page; raises `NotText` where it has no text, or is nested or large beyond the limits."""
    text = decoded(data)
    root = tree(text.text)
    meta = metas(text.text)
    found = masses(root)
    main = body(root, found)
    known = facts(root, meta)
    parts = blocks(main, found)
    if not parts:
        raise NotText(
            _("There is no text on the web page."),
            cause=_("Its text may be an image, or be fetched by a script when a browser shows it."),
            fix=_("Open it in a browser, save its text as a .txt file, and give that file."),
        )
    place = titles.title(parts, [known.get("title", ""), _outside(root, main), _page_title(text.text)])
    if place is None and (named := known.get("title") or _outside(root, main) or _page_title(text.text)):
        parts.insert(0, Block(text=named))
        place = 0, 1
    parts = titles.merged(parts, place)
    published = known.pop("published", "")
    if published and "date" not in known and not _is_dated(parts):
        known["date"] = published
    origin = Origin(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type="text/html", encoding=text.encoding)
    return _assembled(origin, parts, place[0] if place else None, known)


def _outside(root: Node, main: Node) -> str:
    """The heading that the page prints above the body."""
    marked = ""
    for node in root.walk():
        if node is main:
            break
        named = node.tag == "h1" or any(_OUTSIDE_TITLE.search(node.get(key)) for key in ("class", "id"))
        if named and not any(inner is main for inner in node.walk()):
            title = node.text()
            if _SHORTEST_TITLE_CHARS <= len(title) <= 120 and re.search("[\u4e00-\u9fff]{4}", title):
                marked = title if node.tag == "h1" or not marked else marked
    return marked


def _page_title(markup: str) -> str:
    m = _PAGE_TITLE.search(markup)
    title = _SITE.split(" ".join(m[1].split()))[0] if m else ""
    return title if len(title) >= _SHORTEST_TITLE_CHARS else ""


def _is_dated(parts: Sequence[Block]) -> bool:
    """The document itself tells its date: on a line of its own."""
    return any(len(p.text) <= _LONGEST_DATE_LINE_CHARS and _DATE_LINE.search(p.text) for p in parts)


def _assembled(origin: Origin, parts: Sequence[Block], title: int | None, known: dict[str, str]) -> Source:
    pieces: list[str] = []
    headings: list[MarkedHeading] = []
    tables: list[SourceTable] = []
    position = 0
    for number, block in enumerate(parts):
        end = position + len(block.text)
        if block.table is not None:
            span = Span(start=position, end=end)
            tables.append(SourceTable(span=span, header=block.table.header, rows=block.table.rows))
        elif number == title:
            headings.append(MarkedHeading(span=Span(start=position, end=end), depth=1))
        elif (found := titles.heading(block)) is not None:
            headings.append(MarkedHeading(span=Span(start=position, end=position + found[0]), depth=found[1]))
        pieces.append(block.text)
        position = end + 1
    return Source(
        origin=origin,
        text="\n".join(pieces) + "\n",
        headings=tuple(headings),
        tables=tuple(tables),
        facts=known,
    )
