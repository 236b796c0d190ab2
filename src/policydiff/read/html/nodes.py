"""A page's elements as plain values, with everything a reader does not see left out.

The parser's own tree is walked once, without recursion; limits on nesting and size stand before the parser, whose
time grows with the product of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.read.html.elements import SELF_CLOSING, UNSEEN
from policydiff.read.html.styles import rules, style

MAX_DEPTH = 2_000
"""Elements nested deeper than in any real page by two orders of magnitude."""
MAX_TAGS = 1_000_000
"""Tags in one page: a table of 100,000 rows of five cells stays below it."""

_OPENED_OR_CLOSED = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag in lower case, its attributes, and its texts and elements in order."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, empty where it has none."""
        return self.attributes.get(name) or ""

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self, *, parted: bool = False) -> str:
        """All its text, blanks folded to one; ``parted`` puts a blank between elements."""
        pieces: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                stack += reversed(node.children)
                if node.tag == "br" or parted:
                    pieces.append(" ")
        return " ".join("".join(pieces).split())


def tree(markup: str) -> Node:
    """The page's body; raises `NotText` where it is nested too deeply or has too many elements."""
    from selectolax.lexbor import LexborHTMLParser

    _refuse_bombs(markup)
    known = rules(markup)
    parser = LexborHTMLParser(markup)
    body = parser.body
    root = Node("body", {})
    if body is None:
        return root
    root.attributes = dict(body.attributes)
    stack: list[tuple[Any, Node]] = [(body.child, root)]
    while stack:
        found, parent = stack.pop()
        while found is not None:
            tag = found.tag
            if tag == "-text":
                parent.children.append(found.text_content or "")
            elif isinstance(tag, str) and tag[0] not in "-_!" and tag not in UNSEEN:
                node = Node(tag, dict(found.attributes))
                node.attributes["style"] = style(tag, node.attributes, known)
                if not is_hidden(node):
                    parent.children.append(node)
                    if found.child is not None:
                        stack.append((found.next, parent))
                        found, parent = found.child, node
                        continue
            found = found.next
    return root


def is_hidden(node: Node) -> bool:
    """True for an element that its own attributes keep from being shown."""
    if "hidden" in node.attributes or node.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(node.get("style")) is not None


def metas(markup: str) -> dict[str, str]:
    """The page's ``<meta name content>`` pairs, names in lower case."""
    from selectolax.lexbor import LexborHTMLParser

    found: dict[str, str] = {}
    for tag in re.findall(r"<meta\b[^<>]{1,2000}>", markup, re.I)[:200]:
        node = LexborHTMLParser(tag).css_first("meta")
        name = (node.attributes.get("name") or node.attributes.get("property") or "") if node else ""
        content = (node.attributes.get("content") or "") if node else ""
        if name and content.strip():
            found.setdefault(name.lower(), " ".join(content.split()))
    return found


def _refuse_bombs(markup: str) -> None:
    depth = deepest = tags = 0
    for m in _OPENED_OR_CLOSED.finditer(markup):
        tags += 1
        if m[2].lower() not in SELF_CLOSING:
            depth = max(0, depth - 1) if m[1] else depth + 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                raise _bomb(_("Its elements are nested more than {depth} deep.").format(depth=MAX_DEPTH))
    if tags > MAX_TAGS:
        raise _bomb(_("It has more than {count} tags.").format(count=f"{MAX_TAGS:,}"))


def _bomb(cause: str) -> NotText:
    return NotText(
        _("The web page cannot be read."),
        cause=cause,
        fix=_("Open it in a browser, save its text as a .txt file, and give that file."),
    )
