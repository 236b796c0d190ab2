"""The structure of a Word document in readable lines: what the golden files hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def dump(data: bytes) -> str:
    """Paragraphs with their styles, marked runs as ``<Style>text</Style>``, tables indented."""
    return "\n".join(_blocks(part(data)[0], "")) + "\n"


def _blocks(parent: etree._Element, indent: str) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield f"{indent}{_value(child, 'pPr/pStyle')}{_mark(child)}: {''.join(map(_inline, child))}".rstrip()
        elif child.tag == f"{W}tbl":
            widths = " ".join(column.get(f"{W}w", "") for column in child.find(f"{W}tblGrid"))
            yield f"{indent}table {widths}"
            for row in child.iter(f"{W}tr"):
                if row.getparent() is child:
                    repeated = " (repeated)" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
                    yield f"{indent}  row{repeated}"
                    for cell in row.findall(f"{W}tc"):
                        yield f"{indent}    cell"
                        yield from _blocks(cell, indent + "      ")
        elif child.tag == f"{W}sectPr":
            page = child.find(f"{W}pgSz")
            yield f"{indent}page {page.get(f'{W}w')} × {page.get(f'{W}h')}"


def _value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def _mark(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}rPr")
    return "" if found is None else "".join(f" ¶{child.tag.removeprefix(W)}" for child in found)


def _inline(element: etree._Element) -> str:
    name = element.tag.removeprefix(W)
    if name == "r":
        style = _value(element, "rPr/rStyle")
        text = "".join({"tab": "⇥", "br": "↵"}.get(c.tag.removeprefix(W), c.text or "") for c in element[1:])
        return f"<{style}>{text}</{style}>" if style else text
    if name in {"ins", "del", "moveFrom", "moveTo"}:
        return f"<{name}>{''.join(map(_inline, element))}</{name}>"
    if name.endswith("RangeStart"):
        return f"[{element.get(f'{W}name')}:"
    return "]" if name.endswith("RangeEnd") else ""
