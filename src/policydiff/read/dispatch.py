"""The module for each type of file, loaded when the first file of that type comes."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from policydiff.model import Source
from policydiff.read.kinds import Kind

MODULES: Mapping[Kind, str] = {
    Kind.TEXT: "policydiff.read.text",
    Kind.MARKDOWN: "policydiff.read.text",
    Kind.HTML: "policydiff.read.html",
    Kind.MHTML: "policydiff.read.mhtml",
    Kind.PDF: "policydiff.read.pdf",
    Kind.DOCX: "policydiff.read.docx",
}
"""Each offers ``source(data: bytes, *, name: str) -> Source`` and raises `policydiff.errors.InputError`."""

RISKY = frozenset({Kind.HTML, Kind.MHTML, Kind.PDF, Kind.DOCX})
"""Types whose parsers are large or written in C: they run in a process of their own."""

CONVERTED_FIRST = frozenset({Kind.DOC, Kind.RTF, Kind.ODT, Kind.WORD_XML, Kind.OFD})
"""Types that become DOCX before they are read (`policydiff.read.office`)."""


class Reader(Protocol):
    """A module that reads one type."""

    def source(self, data: bytes, *, name: str) -> Source:
        """The file's text and what its format says of it."""


def reader_of(kind: Kind) -> Reader:
    """The module that reads ``kind``."""
    return cast(Reader, import_module(MODULES[kind]))
