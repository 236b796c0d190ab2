"""What an independent program reads in a file of each format: its texts, and whether anything in it could act."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from docx import Document
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

FORMULA_SIGNS = tuple("=+-@＝＋－＠\t\r\n")

Read = Callable[[bytes], str]


def of_json(data: bytes) -> str:
    """Every string in it."""
    return "\n".join(_strings(json.loads(data)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def of_csv(data: bytes) -> str:
    """Every text, with one leading apostrophe taken off; none may begin as a formula does."""
    csv.field_size_limit(10_000_000)
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    for cell in cells:
        assert not cell.strip().startswith(FORMULA_SIGNS) or cell.lstrip("-").replace(".", "").isdigit(), cell[:40]
    return "\n".join(cell.removeprefix("'") for cell in cells)


def of_xlsx(data: bytes) -> str:
    """Every text; no cell is a formula or a link."""
    texts = []
    for sheet in load_workbook(io.BytesIO(data), rich_text=True).worksheets:
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if cell.value is not None:
                    texts.append(str(cell.value))
    return "\n".join(texts)


def of_docx(data: bytes) -> str:
    """Every text of the document's part, deleted ones too; every part is well-formed and none leads elsewhere."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(package.read(name))
                assert not tree.xpath("//*[@TargetMode='External']")
    body = Document(io.BytesIO(data)).element.body
    assert not body.xpath("//w:fldSimple[not(contains(@w:instr, 'PAGE'))]")
    pieces = body.xpath("//w:t | //w:delText | //w:tab | //w:br")
    return "".join(piece.text or {"tab": "\t", "br": "\n"}.get(etree.QName(piece).localname, "") for piece in pieces)


def of_html(data: bytes) -> str:
    """The text a browser shows; no script but the page's own, no handler, no address that leads out or runs."""
    tree = LexborHTMLParser(data)
    _check_page(tree)
    for node in tree.css("script, style"):
        node.decompose()
    assert tree.body is not None
    return tree.body.text()


def _check_page(tree: LexborHTMLParser) -> None:
    assert len(tree.css("script")) <= 1
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), node.html
            if name in ("href", "src", "action"):
                assert (value or "").startswith(("#", "data:image/")) or ":" not in (value or ""), value


def of_markdown(data: bytes) -> str:
    """The text a renderer shows; no tag but those we write."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(data.decode("utf-8"))
    tree = LexborHTMLParser(html)
    _check_page(tree)
    assert {node.tag for node in tree.css("body *")} <= MARKDOWN_TAGS
    for node in tree.css("br"):
        node.replace_with("\n")
    assert tree.body is not None
    return tree.body.text()


MARKDOWN_TAGS = {
    *("h1", "h2", "h3", "p", "ul", "li", "a", "strong", "del", "s", "em", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


READERS: Mapping[str, Read] = {
    "json": of_json,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "docx": of_docx,
    "tracked-docx": of_docx,
    "html": of_html,
    "markdown": of_markdown,
}
