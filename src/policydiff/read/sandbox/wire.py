"""What passes between the program and the process that reads: frames of JSON and bytes, never pickled objects.

A frame is the length of a JSON text (8 bytes, big-endian), the JSON, and as many bytes more as its ``size`` says.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

from policydiff.errors import InputError, NotText, UnreadableFile
from policydiff.model import Change, MarkedHeading, Origin, PageMark, Source, SourceTable, Span

_LENGTH = struct.Struct(">Q")

Frame = dict[str, Any]

ERRORS = {error.__name__: error for error in (InputError, NotText, UnreadableFile)}
"""Errors that pass as they are."""


def send(stream: BinaryIO, frame: Frame, data: bytes = b"") -> None:
    """Write one frame."""
    text = json.dumps({**frame, "size": len(data)}).encode("ascii")
    stream.write(_LENGTH.pack(len(text)))
    stream.write(text)
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Frame, bytes] | None:
    """Read one frame and its bytes; None where the other side has gone."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    text = stream.read(size)
    if len(text) < size:
        return None
    frame: Frame = json.loads(text)
    data = stream.read(frame["size"])
    return (frame, data) if len(data) == frame["size"] else None


def packed(source: Source) -> Frame:
    """A source as plain values."""
    origin = source.origin
    return {
        "origin": [origin.name, origin.sha256, origin.media_type, origin.encoding],
        "text": source.text,
        "markup": [list(change) for change in source.markup],
        "headings": [[h.span.start, h.span.end, h.depth] for h in source.headings],
        "pages": [[mark.offset, mark.number] for mark in source.pages],
        "tables": [[t.span.start, t.span.end, t.header, t.rows] for t in source.tables],
        "facts": dict(source.facts),
        "problems": source.problems,
    }


def unpacked(frame: Frame) -> Source:
    """The inverse of `packed`; KeyError, TypeError or ValueError where it is no source."""
    name, sha256, media_type, encoding = map(str, frame["origin"])
    return Source(
        origin=Origin(name=name, sha256=sha256, media_type=media_type, encoding=encoding),
        text=str(frame["text"]),
        markup=tuple(Change(int(start), int(end), str(after)) for start, end, after in frame["markup"]),
        headings=tuple(
            MarkedHeading(span=Span(start=int(start), end=int(end)), depth=int(depth))
            for start, end, depth in frame["headings"]
        ),
        pages=tuple(PageMark(offset=int(offset), number=int(number)) for offset, number in frame["pages"]),
        tables=tuple(
            SourceTable(span=Span(start=int(start), end=int(end)), header=_cells(header), rows=tuple(map(_cells, rows)))
            for start, end, header, rows in frame["tables"]
        ),
        facts={str(field): str(value) for field, value in frame["facts"].items()},
        problems=_cells(frame["problems"]),
    )


def _cells(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(str, values))
