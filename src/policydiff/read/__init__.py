"""Bytes of one file → `Source`; one module per file type."""

from __future__ import annotations

import hashlib
from pathlib import Path

from policydiff.errors import NotText, UnreadableFile
from policydiff.model import Change, MarkedHeading, Origin, Source
from policydiff.read.encoding import decode

MAX_BYTES = 32 * 1024 * 1024
"""The largest file read: some ten million characters, more than any year's collected gazette."""

_KNOWN_BINARY = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX/XLSX/OFD"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)


def read(path: Path | str) -> Source:
    """Read one text or Markdown file.

    Raises `UnreadableFile` (missing, a directory, not permitted) or `NotText` (binary, unknown encoding, empty,
    larger than `MAX_BYTES`).
    """
    path = Path(path)
    data = _bytes(path)
    for magic, name in _KNOWN_BINARY:
        if data.startswith(magic):
            raise NotText(
                f"“{path.name}” is a {name} file, not text.",
                cause=f"{name} files cannot be read yet.",
                fix="Save it as plain text (.txt) and give that file.",
            )
    try:
        return source(data, name=path.name)
    except NotText as error:
        raise NotText(f"“{path.name}”: {error.what}", cause=error.cause, fix=error.fix) from None


def source(data: bytes, *, name: str) -> Source:
    """The same from bytes in memory; ``name`` decides the type by its ending."""
    text, encoding, _ = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if not text.strip("\ufeff\u200b \t\n\u3000\x00"):
        raise NotText("There is nothing in the file.", cause="It is empty or holds only blanks.", fix="Give another.")
    is_markdown = name.lower().endswith((".md", ".markdown"))
    origin = Origin(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/markdown" if is_markdown else "text/plain",
        encoding=encoding,
    )
    changes: tuple[Change, ...] = ()
    headings: tuple[MarkedHeading, ...] = ()
    if is_markdown:
        from policydiff.read.markdown import markup

        changes, headings = markup(text)
    return Source(origin=origin, text=text, markup=changes, headings=headings)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile(
            f"“{path}” is a directory.", cause="A file was expected.", fix="Name a file, or import the directory."
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise NotText(
                f"“{path.name}” is too large: {size / 1e6:.0f} MB.",
                cause=f"At most {MAX_BYTES / 1e6:.0f} MB are read at once.",
                fix="Split it into several files.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(
            f"There is no file “{path}”.", cause="The name may be misspelt.", fix="Check the path."
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"“{path}” cannot be read.", cause=error.strerror or str(error), fix="Check the permissions."
        ) from None
