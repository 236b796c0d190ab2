"""The same document as text, as a web page and as a PDF: how many of its sections come back the same.

    python -m benchmarks.quality.formats [FILE.md…]

Without files, the bundled library's documents. Each is written from its sections as plain text, as HTML with nothing
but paragraphs, bold print and tables, and (where LibreOffice is installed) as a PDF made from that HTML; each is parsed
on its own. Two sections are the same where their comparison keys, label and heading included, are equal.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import policydiff
from policydiff.keys import key
from policydiff.model import Document, Section
from policydiff.outline.parse import parse
from policydiff.read import source

_STYLE = """
@page { size: 21cm 29.7cm; margin: 3cm 2.6cm }
p { font-family: "Noto Serif CJK SC"; font-size: 15pt; text-indent: 30pt; margin: 0; line-height: 150%; text-align: justify }
p.title { font-size: 21pt; font-weight: bold; text-align: center; text-indent: 0; margin: 20pt 0 }
p.number { text-align: center; text-indent: 0 }
p.flush { text-indent: 0 } p.right { text-align: right; text-indent: 0 }
p.head { font-family: "Noto Sans CJK SC" }
td { font-size: 11pt } table { width: 100% }
td p { font-size: 11pt; text-indent: 0 }
"""
_TIMEOUT_SECONDS = 300
_LONGEST_HEADING_LINE_CHARS = 70

Block = tuple[str, str] | tuple[tuple[str, ...], ...]
"""A paragraph with its class, or a table's rows."""


def written(document: Document) -> list[Block]:
    """The document's blocks, from title to signature, as one would type them."""
    blocks: list[Block] = [("title", document.main_title or document.title)]
    if document.doc_number and not document.main_title:
        blocks.append(("number", document.doc_number))
    if document.recipients and not document.main_title:
        blocks.append(("flush", document.recipients))
    for section in document.sections:
        blocks += _section(section)
    return blocks


def _section(section: Section) -> Iterator[Block]:
    lines = section.text.split("\n") if section.text else []
    head = section.title
    runs_in = bool(lines) and bool(section.label) and len(section.heading) > 0 and not section.label.endswith(("章", "节"))
    if section.label and not section.heading and lines:
        yield "", f"{section.label}{' ' if section.label.endswith('条') else ''}{lines.pop(0)}"
    elif head:
        yield "head", head + ("。" if runs_in and head.startswith(("（", "1", "2", "3")) else "")
    at = 0
    tables = {table.at: table for table in section.tables}
    for line in ["", *lines]:
        if line:
            yield "", line
            at += len(line) + 1
        for place in [p for p in tables if p <= at]:
            table = tables.pop(place)
            yield tuple(row for row in (table.header, *table.rows) if row)
    for table in tables.values():
        yield tuple(row for row in (table.header, *table.rows) if row)
    for child in section.children:
        yield from _section(child)


def as_text(blocks: Sequence[Block]) -> str:
    """Plain text, a paragraph a line."""
    lines = []
    for block in blocks:
        if isinstance(block[0], str) and len(block) == 2 and isinstance(block[1], str) and not isinstance(block[1], tuple):
            lines.append(block[1])
        else:
            lines += ["\t".join(row) for row in block]
    return "\n".join(lines) + "\n"


def as_html(blocks: Sequence[Block], title: str) -> str:
    """A page with the text and nothing else."""
    parts = []
    for block in blocks:
        if isinstance(block[0], str):
            parts.append(f'<p class="{block[0]}">{html.escape(str(block[1]))}</p>')
        else:
            rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in block)
            parts.append('<table border="1" cellspacing="0">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(parts)}</body></html>"


def as_pdfs(pages: Sequence[Path], folder: Path) -> bool:
    """Convert web pages with LibreOffice; False where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return False
    arguments = [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--infilter=HTML (StarWriter)"]
    arguments += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder), *map(str, pages)]
    subprocess.run(arguments, check=True, capture_output=True, timeout=_TIMEOUT_SECONDS)
    return True


def keys(document: Document) -> Counter[str]:
    """The keys of the sections that say something, their tables' cells in place."""
    return Counter(key(f"{s.label}{s.heading}{_said(s)}") for s in document.walk() if key(f"{s.heading}{_said(s)}"))


def _said(section: Section) -> str:
    text = section.text
    for table in sorted(section.tables, key=lambda table: -table.at):
        cells = "".join(cell for row in (table.header, *table.rows) for cell in row)
        text = text[: table.at] + cells + text[table.at :]
    return text


def equal(first: Counter[str], second: Counter[str]) -> float:
    """Share of the sections of the larger document that both have."""
    return (first & second).total() / max(1, first.total(), second.total())


def main() -> int:
    """Print a line per document and type, and the sums."""
    files = [Path(name) for name in sys.argv[1:]]
    documents = [parse(source(f.read_bytes(), name=f.name)).documents[0] for f in files] or [library[entry.id] for library in [policydiff.open_library()] for entry in library]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, pages = {}, []
        for document in documents:
            blocks = written(document)
            texts[document.id] = as_text(blocks)
            pages.append(folder / f"{document.id}.html")
            pages[-1].write_text(as_html(blocks, document.title), "utf-8")
        as_pdfs(pages, folder)
        sums: dict[str, list[float]] = {}
        for document in documents:
            wanted = keys(parse(source(texts[document.id].encode(), name="x.txt")).documents[0])
            for suffix in (".html", ".pdf"):
                path = folder / f"{document.id}{suffix}"
                if not path.exists():
                    continue
                found = parse(source(path.read_bytes(), name=path.name)).documents
                got = keys(found[0])
                share = equal(wanted, got)
                sums.setdefault(suffix, []).append(share)
                print(f"{document.id[:32]:32} {suffix:6} {wanted.total():5} sections {share:7.1%}" + (f"  {len(found)} documents" if len(found) > 1 else ""))
                if "-v" in sys.argv or share < 0.99:
                    for missing in list((wanted - got).elements())[:4]:
                        print("      -", re.sub(r"\s+", " ", missing)[:110])
                    for more in list((got - wanted).elements())[:4]:
                        print("      +", re.sub(r"\s+", " ", more)[:110])
    for suffix, shares in sums.items():
        print(f"{suffix:6} mean {sum(shares) / len(shares):.2%}, lowest {min(shares):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
