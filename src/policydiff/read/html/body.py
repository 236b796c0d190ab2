"""The element that holds the document: the smallest one with nearly all of the page's prose.

A page may hold its text twice (a print version, a scraper's copy); a paragraph counts where it stands last. An element
that says of itself that it is the article is believed if a good part of the prose is in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.read.html import elements, furniture
from policydiff.read.html.nodes import Node

_SHARE = 0.9
"""Of an element's prose: a child with so much of it is looked into instead."""
_MARKED_SHARE = 0.4
"""Of the page's prose, for an element marked as the article."""
_MARKS = re.compile(
    r"(?:^|[\s_\-])(?:ucap-content|trs_editor|trs_ueditor|trs-editor|zoom|zoomcon|article"
    r"|article[-_]?(?:content|body|con)|(?:contents?|main|page|pages|text|news|detail|view|wz|xxgk)[-_]?(?:content|main|box|cont?)"
    r"|content|con-?text|view|zw|zwcon|ueditor|rich_media_content|js_content)(?:$|[\s_\-])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Masses:
    """Characters of prose in each element (by identity), and the parents of elements."""

    prose: Mapping[int, int]
    parents: Mapping[int, Node]

    def of(self, node: Node) -> int:
        """Characters of prose in ``node`` and below."""
        return self.prose.get(id(node), 0)


def masses(root: Node) -> Masses:
    """How much prose each element of a page holds."""
    parents = {id(child): node for node in root.walk() for child in node.children if isinstance(child, Node)}
    prose: dict[int, int] = {}
    seen: set[str] = set()
    for node in reversed(list(root.walk())):
        for text in _own_texts(node):
            if furniture.is_prose(text) and text not in seen:
                seen.add(text)
                prose[id(node)] = prose.get(id(node), 0) + len(text)
    for node in reversed(list(root.walk())):
        parent = parents.get(id(node))
        if parent is not None and id(node) in prose and not furniture.is_furniture(node, prose_chars=prose[id(node)]):
            prose[id(parent)] = prose.get(id(parent), 0) + prose[id(node)]
    return Masses(prose, parents)


def _own_texts(node: Node) -> list[str]:
    """The runs of text that stand in this element itself, inline elements (links excepted) included."""
    if node.tag in elements.INLINE:
        return []
    texts, run = [], []
    for child in node.children:
        if isinstance(child, str):
            run.append(child)
        elif child.tag == "a":
            run.append("")
        elif child.tag in elements.INLINE and child.tag != "br":
            run.append(child.text())
        else:
            texts.append("".join(run))
            run = []
    texts.append("".join(run))
    return [text for text in (" ".join(text.split()) for text in texts) if text]


def body(root: Node, found: Masses) -> Node:
    """The element to read; the page as a whole where none stands out."""
    total = found.of(root)
    if not total:
        return root
    node = root
    marked = [n for n in root.walk() if _is_marked(n) and found.of(n) >= _MARKED_SHARE * total]
    if marked:
        node = max(marked, key=found.of)
    while (inner := _heaviest(node, found)) is not None and found.of(inner) >= _SHARE * found.of(node):
        node = inner
    return node


def _is_marked(node: Node) -> bool:
    return any(_MARKS.search(node.get(name)) for name in ("id", "class")) or node.tag == "article"


def _heaviest(node: Node, found: Masses) -> Node | None:
    """The child with most of the prose that could hold a document: no paragraph, no row of a table of several."""
    inner = [
        c for c in node.children if isinstance(c, Node) and c.tag not in elements.INLINE and c.tag not in ("p", "pre")
    ]
    best = max(inner, key=found.of, default=None)
    return best if best is not None and found.of(best) else None
