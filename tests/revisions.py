"""What a Word document with tracked changes reads as, its changes accepted or rejected: an independent small reader."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

GONE, COME = {f"{W}del", f"{W}moveFrom"}, {f"{W}ins", f"{W}moveTo"}


def accepted(data: bytes) -> str:
    """The paragraphs with every change accepted, each with an LF."""
    return _read(data, GONE)


def rejected(data: bytes) -> str:
    """The paragraphs with every change rejected."""
    return _read(data, COME)


def tracked(data: bytes) -> set[str]:
    """The kinds of changes in the document: ins, del, moveFrom, moveTo."""
    return {element.tag.removeprefix(W) for element in _body(data).iter() if element.tag in GONE | COME}


def _body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def _read(data: bytes, dropped: set[str]) -> str:
    out: list[str] = []
    for paragraph in _body(data).iter(f"{W}p"):
        for child in paragraph:
            if child.tag == f"{W}r":
                out.append(_text(child))
            elif child.tag in (GONE | COME) - dropped:
                out += map(_text, child.iter(f"{W}r"))
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(child.tag in dropped for child in mark):
            out.append("\n")
    return "".join(out)


def _text(run: etree._Element) -> str:
    names = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(names.get(child.tag) or child.text or "" for child in run if child.tag != f"{W}rPr")
