"""An element → its blocks in reading order: paragraphs with what their print says of headings, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from policydiff.read.grid import Grid
from policydiff.read.html import elements, furniture, tables
from policydiff.read.html.body import Masses
from policydiff.read.html.nodes import Node

_LEVELS = {f"h{n}": n for n in range(1, 7)}
_BLANKS = " \t\n\r\f\v\u00a0\u3000\u2002\u2003\u2009\u200a\u200b\ufeff\ue000\ue004\ue005"
_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u2e80-\u9fff，。、；：！？）》”]) (?=[\u2e80-\u9fff（《“])")
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(pt|px|em|rem|%)", re.I)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})", re.I)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|left|justify|start|end)", re.I)
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LIST_TYPES = {"": "1", "1": "1", "decimal": "1", "a": "a", "lower-alpha": "a", "A": "A", "upper-alpha": "A"}
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)


@dataclass(frozen=True, slots=True)
class Print:
    """How a run of text is printed; ``size`` in points, 0 where the page does not say."""

    bold: bool = False
    size: float = 0.0
    align: str = ""
    level: int = 0
    raised: bool = False
    link: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph, or a table.

    ``bold`` is how many of its first characters are bold; ``level`` 1 to 6 for h1 to h6; ``link_chars`` how many
    characters are links; ``broken`` where only a ``<br>`` parts it from the block before.
    """

    text: str
    bold: int = 0
    size: float = 0.0
    centred: bool = False
    level: int = 0
    link_chars: int = 0
    broken: bool = False
    table: Grid | None = None


@dataclass(slots=True)
class _Paragraph:
    """Runs of text waiting for the end of their paragraph."""

    runs: list[tuple[str, Print]] = field(default_factory=list)
    marker: str = ""

    def taken(self, *, broken: bool) -> Block | None:
        runs, self.runs = self.runs, []
        pieces = [(_WHITE.sub(" ", text), look) for text, look in runs]
        raw = "".join(text.translate(_SUPERSCRIPTS) if look.raised else text for text, look in pieces)
        text = re.sub("[ \u00a0]+", " ", _BETWEEN_HAN.sub("", re.sub(" {2,}", " ", raw))).strip(_BLANKS)
        if not text:
            return None
        marker, self.marker = self.marker, ""
        shown = [(piece.strip(_BLANKS), look) for piece, look in pieces if piece.strip(_BLANKS)]
        bold = 0
        for piece, look in shown:
            if not look.bold:
                break
            bold += len(piece)
        whole = bold and all(look.bold for _, look in shown)
        looks = [look for _, look in shown]
        return Block(
            text=marker + text,
            bold=len(marker + text) if whole else bold,
            size=max(look.size for look in looks),
            centred=looks[0].align == "center",
            level=looks[0].level,
            link_chars=sum(len(piece) for piece, look in shown if look.link),
            broken=broken,
        )


def blocks(root: Node, masses: Masses) -> list[Block]:
    """The blocks of ``root``, the site's furniture left out."""
    found: list[Block] = []
    paragraph = _Paragraph()
    broken = False

    def flush(*, at_break: bool = False) -> None:
        nonlocal broken
        block = paragraph.taken(broken=broken)
        if block is not None:
            found.append(block)
        broken = at_break and (block is not None or broken)

    stack: list[tuple[Node | str | None, Print]] = [(root, Print())]
    while stack:
        item, look = stack.pop()
        if item is None:
            flush()
        elif isinstance(item, str):
            if item:
                paragraph.runs.append((item, look))
        elif item.tag == "br":
            flush(at_break=True)
        elif item is root or not furniture.is_furniture(item, prose_chars=masses.of(item)):
            inner = _printed(item, look)
            if item.tag in elements.BLOCKS:
                flush()
                stack.append((None, look))
            if item.tag == "table" and (grid := tables.data(item)) is not None:
                found += _of_table(grid)
                continue
            if item.tag == "li":
                paragraph.marker = item.get("data-marker")
            if item.tag == "ol":
                _number(item)
            stack += [(child, inner) for child in reversed(item.children)]
    flush()
    return list(_without_furniture(found))


def _printed(node: Node, look: Print) -> Print:
    """How text in ``node`` is printed where it stands in text that looks like ``look``."""
    style = node.get("style")
    changes: dict[str, object] = {}
    weight = _WEIGHT.search(style)
    if weight:
        changes["bold"] = weight[1].lower() in ("bold", "bolder") or (weight[1].isdigit() and int(weight[1]) >= 600)
    elif node.tag in elements.BOLD:
        changes["bold"] = True
    if size := _SIZE.search(style):
        changes["size"] = float(size[1][:8].strip(".") or 0) * _POINTS[size[2].lower()]
    elif node.tag == "font" and node.get("size") in _FONT_SIZES:
        changes["size"] = _FONT_SIZES[node.get("size")]
    if node.tag == "center":
        changes["align"] = "center"
    elif align := (_ALIGN.search(style) or re.match("(center|right|left|justify)", node.get("align").lower())):
        changes["align"] = align[1].lower()
    if node.tag in _LEVELS:
        changes["level"] = _LEVELS[node.tag]
    if node.tag == "sup":
        changes["raised"] = True
    if node.tag == "a" and node.get("href"):
        changes["link"] = True
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def _number(ordered: Node) -> None:
    """Give the items of a numbered list the numbers a reader sees."""
    style = _LIST_TYPES.get(ordered.get("type"))
    if style is None or _NO_MARKER.search(ordered.get("style")):
        return
    number = int(ordered.get("start")) if ordered.get("start").isdigit() else 1
    for item in ordered.children:
        if isinstance(item, Node) and item.tag == "li" and not _NO_MARKER.search(item.get("style")):
            if item.get("value").isdigit():
                number = int(item.get("value"))
            if style == "1":
                item.attributes["data-marker"] = f"{number}. "
            elif number <= 26:
                item.attributes["data-marker"] = f"{chr(ord(style) + number - 1)}. "
            number += 1


def _of_table(grid: Grid) -> Iterator[Block]:
    yield from (Block(text=text) for text in grid.above)
    yield Block(text="\n".join(grid.lines()), table=grid)
    yield from (Block(text=text) for text in grid.below)


def _without_furniture(found: list[Block]) -> Iterator[Block]:
    for block in found:
        if block.table is not None:
            yield block
        elif furniture.ends_document(block.text):
            return
        elif not furniture.is_line(block.text) and not furniture.is_download(block.text, block.link_chars):
            yield block
