"""A PDF's bytes → `Source`.

The text holds the lines as they stand on the pages; what of them belongs to the pages and not to the document (line
breaks within paragraphs, headers, footers, page numbers) is listed as markup, so that every removal can be seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from policydiff.messages import _
from policydiff.model import Origin, Source
from policydiff.read.pdf import opening
from policydiff.read.pdf.assembly import assembled
from policydiff.read.pdf.glyphs import Sheet, sheet
from policydiff.read.pdf.headings import Bookmark
from policydiff.read.pdf.layout import leaves
from policydiff.read.pdf.stream import stream

MAX_CHARS = 20_000_000
"""Characters of one file, all pages together."""
_MOST_BOOKMARKS = 5_000
_SCAN_CHARS, _SCAN_IMAGE_SHARE = 20, 0.4
"""A page with fewer characters and images on more of it than this is a scan."""
_UNKNOWN_SHARE = 0.3
"""Of all characters: so many without a code, and the text cannot be told."""
_MOST_PAGES_NAMED = 12


def source(data: bytes, *, name: str) -> Source:
    """Read a PDF; raises `NotText` where it cannot be opened, is a scan, or holds no text."""
    document = opening.opened(data)
    try:
        sheets = _sheets(document)
        bookmarks = _bookmarks(document)
    finally:
        document.close()
    problems = _problems(sheets)
    found, body = leaves(sheets)
    origin = Origin(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf", encoding="")
    return assembled(origin, stream(found), body, bookmarks, problems)


def _sheets(document: Any) -> list[Sheet]:
    import pypdfium2

    sheets = []
    chars = 0
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            sheets.append(Sheet(595.0, 842.0, (), (), 0.0, broken=True))
            continue
        try:
            sheets.append(sheet(page))
        finally:
            page.close()
        chars += len(sheets[-1].glyphs)
        if chars > MAX_CHARS:
            break
    return sheets


def _bookmarks(document: Any) -> list[Bookmark]:
    """The file's outline; a broken one is none."""
    import pypdfium2

    found = []
    try:
        for entry in document.get_toc(max_depth=8):
            dest = entry.get_dest()
            page = dest.get_index() if dest is not None else None
            found.append(Bookmark(entry.get_title(), -1 if page is None else page, entry.level + 1))
            if len(found) >= _MOST_BOOKMARKS:
                break
    except (pypdfium2.PdfiumError, ValueError, UnicodeError):
        return found
    return found


def _problems(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What of the pages could not be read; raises where that is all of them."""
    chars = sum(len(s.glyphs) for s in sheets)
    scans = [i for i, s in enumerate(sheets, 1) if len(s.glyphs) < _SCAN_CHARS and s.image_share > _SCAN_IMAGE_SHARE]
    shown = [g.char for s in sheets for g in s.glyphs if not g.char.isspace()]
    if not shown:
        raise opening.scanned() if scans or any(s.image_share > _SCAN_IMAGE_SHARE for s in sheets) else opening.empty()
    if len(scans) > len(sheets) / 2 and chars < _SCAN_CHARS * len(sheets):
        raise opening.scanned()
    if sum(_has_no_code(char) for char in shown) > _UNKNOWN_SHARE * len(shown):
        raise opening.unreadable_letters()
    problems = []
    if scans:
        problems.append(
            _(
                "Pages {pages} are images without text; recognise their text (for example with ocrmypdf) to have it."
            ).format(pages=_named(scans))
        )
    if broken := [i for i, s in enumerate(sheets, 1) if s.broken]:
        problems.append(_("Pages {pages} are damaged and were not read.").format(pages=_named(broken)))
    if cut := [i for i, s in enumerate(sheets, 1) if s.truncated]:
        problems.append(
            _("Pages {pages} hold too many characters and were not read to the end.").format(pages=_named(cut))
        )
    if chars > MAX_CHARS:
        problems.append(_("Only the first {pages} pages were read: the file is too long.").format(pages=len(sheets)))
    return tuple(problems)


def _has_no_code(char: str) -> bool:
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " "


def _named(pages: Sequence[int]) -> str:
    """Page numbers as ranges: 3–5, 9."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in ranges[:_MOST_PAGES_NAMED]]
    return ", ".join(shown) + ("…" if len(ranges) > _MOST_PAGES_NAMED else "")
