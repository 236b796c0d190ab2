"""A file → `Source`: its bytes, the module for its type, and an error that helps where it cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from policydiff.errors import NotText, UnreadableFile
from policydiff.messages import _
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
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
_NOTHING = "\ufeff\u200b \t\n\u3000\x00"
"""A text of these characters only is empty."""


def read(path: Path | str) -> Source:
    """Read one text or Markdown file.

    Raises `UnreadableFile` (missing, a directory, not permitted) or `NotText` (binary, unknown encoding, empty,
    larger than `MAX_BYTES`).
    """
    path = Path(path)
    data = _bytes(path)
    try:
        return source(data, name=path.name)
    except NotText as error:
        named = _("“{name}”: {what}").format(name=path.name, what=error.what)
        raise NotText(named, cause=error.cause, fix=error.fix) from None


def source(data: bytes, *, name: str) -> Source:
    """The same from bytes in memory; ``name`` decides the type by its ending."""
    _refuse_known_binary(data)
    decoded = decode(data)
    text = decoded.text
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    if not text.strip(_NOTHING):
        raise NotText(
            _("There is nothing in the file."),
            cause=_("It is empty or holds only blanks."),
            fix=_("Check that it is the right file."),
        )
    is_markdown = name.lower().endswith((".md", ".markdown"))
    changes, headings = _markup(text) if is_markdown else ((), ())
    origin = Origin(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/markdown" if is_markdown else "text/plain",
        encoding=decoded.encoding,
    )
    return Source(origin=origin, text=text, markup=changes, headings=headings)


def _markup(text: str) -> tuple[tuple[Change, ...], tuple[MarkedHeading, ...]]:
    from policydiff.read.markdown import markup

    return markup(text)


def _refuse_known_binary(data: bytes) -> None:
    for magic, kind in _KNOWN_BINARY:
        if data.startswith(magic):
            raise NotText(
                _("This is a {kind} file, not text.").format(kind=kind),
                cause=_("{kind} files cannot be read yet.").format(kind=kind),
                fix=_("Save it as plain text (.txt) and give that file."),
            )


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(
                _("“{name}” is a directory.").format(name=path),
                cause=_("A file was expected."),
                fix=_("Name a file in it, or import the directory."),
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _too_large(path)
        return data
    except FileNotFoundError:
        raise UnreadableFile(
            _("There is no file “{name}”.").format(name=path),
            cause=_("The name may be misspelt."),
            fix=_("Check the path."),
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            _("“{name}” cannot be read.").format(name=path),
            cause=getattr(error, "strerror", None) or str(error),
            fix=_("Check the path and the permissions."),
        ) from None


def _too_large(path: Path) -> NotText:
    """Measured by reading, since devices and pipes tell no size."""
    size = max(path.stat().st_size, MAX_BYTES + 1)
    return NotText(
        _("“{name}” is too large: {size:.0f} MB.").format(name=path.name, size=size / 1e6),
        cause=_("At most {size:.0f} MB are read at once.").format(size=MAX_BYTES / 1e6),
        fix=_("Split it into several files."),
    )
