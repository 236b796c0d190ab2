"""The same document as text, as a web page and as a PDF: how many of its sections come back the same.

    python -m benchmarks.quality.formats [FILE.md…]

Without files, the bundled library's documents. Each is written from its sections as plain text, as HTML with nothing
but paragraphs, bold print and tables, and (where LibreOffice is installed) as PDFs set by it, once in plain pages, once
in two columns with header and page numbers; each is parsed on its own. Two sections are the same where their comparison
keys, label and heading included, are equal; the reference is the text or, where print tells headings that a text cannot
tell, the document itself.
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
from benchmarks.quality.flat_odt import Block, Sheet, flat_odt
from policydiff.keys import key
from policydiff.model import Document, Section
from policydiff.outline.parse import parse
from policydiff.read import source

_TIMEOUT_SECONDS = 300
_LONGEST_HEADING_LINE_CHARS = 70

_SUFFIXES = (".html", ".pdf", "-columns.pdf")
_LOOKS = {".pdf": Sheet(), "-columns.pdf": Sheet(size=11, columns=2, header="样本汇编", numbered=True)}
"""How the PDFs are set: plain pages, and two columns with header and page numbers."""


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
    runs_in = (
        bool(lines) and bool(section.label) and len(section.heading) > 0 and not section.label.endswith(("章", "节"))
    )
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
        if (
            isinstance(block[0], str)
            and len(block) == 2
            and isinstance(block[1], str)
            and not isinstance(block[1], tuple)
        ):
            lines.append(block[1])
        else:
            lines += ["\t".join(row) for row in block]
    return "\n".join(lines) + "\n"


def as_html(blocks: Sequence[Block], title: str) -> str:
    """A page with the text and nothing else."""
    parts = []
    for block in blocks:
        if isinstance(block[0], str):
            text = html.escape(str(block[1]))
            parts.append({"title": f"<h1>{text}</h1>", "head": f"<p><b>{text}</b></p>"}.get(block[0], f"<p>{text}</p>"))
        else:
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return f'<!DOCTYPE html><meta charset="utf-8"><title>{html.escape(title)}</title><body>{"".join(parts)}</body>'


def as_pdfs(files: Sequence[Path], folder: Path) -> bool:
    """Convert documents with LibreOffice; False where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return False
    arguments = [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    arguments += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
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
    documents = [parse(source(f.read_bytes(), name=f.name)).documents[0] for f in files] or [
        library[entry.id] for library in [policydiff.open_library()] for entry in library
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, sheets = {}, []
        for document in documents:
            blocks = written(document)
            texts[document.id] = as_text(blocks)
            (folder / f"{document.id}.html").write_text(as_html(blocks, document.title), "utf-8")
            for suffix, look in _LOOKS.items():
                sheets.append(folder / f"{document.id}{suffix.replace('.pdf', '.fodt')}")
                sheets[-1].write_text(flat_odt(blocks, look), "utf-8")
        as_pdfs(sheets, folder)
        sums: dict[str, list[float]] = {}
        for document in documents:
            wanted = keys(parse(source(texts[document.id].encode(), name="x.txt")).documents[0])
            told = keys(document)
            for suffix in _SUFFIXES:
                path = folder / f"{document.id}{suffix}"
                if not path.exists():
                    continue
                found = parse(source(path.read_bytes(), name=path.name)).documents
                got = keys(found[0])
                share = max(equal(told, got), equal(wanted, got))
                sums.setdefault(suffix, []).append(share)
                print(
                    f"{document.id[:32]:32} {suffix:12} {wanted.total():5} sections {share:7.1%}"
                    + (f"  {len(found)} documents" if len(found) > 1 else "")
                )
                if "-v" in sys.argv or share < 0.99:
                    for missing in list((wanted - got).elements())[:4]:
                        print("      -", re.sub(r"\s+", " ", missing)[:110])
                    for more in list((got - wanted).elements())[:4]:
                        print("      +", re.sub(r"\s+", " ", more)[:110])
    for suffix, shares in sums.items():
        print(f"{suffix:12} mean {sum(shares) / len(shares):.2%}, lowest {min(shares):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
