"""What a file really is, told by its bytes; its name only decides where the bytes leave it open.

Signatures: ISO 32000-1 §7.5.2 (PDF), RTF 1.9.1 (``{\\rtf``), MS-CFB §2.2 (OLE), APPNOTE.TXT §4.3 (ZIP), ECMA-376-2
§10.1 (content types), ODF 1.3 part 2 §3.3 (``mimetype``), GB/T 33190-2016 §6 (``OFD.xml``).
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from enum import Enum
from pathlib import PurePath

from policydiff.errors import NotText
from policydiff.messages import _


class Kind(Enum):
    """A type of file: its media type, and what people call it."""

    TEXT = ("text/plain", "TXT")
    MARKDOWN = ("text/markdown", "Markdown")
    HTML = ("text/html", "HTML")
    PDF = ("application/pdf", "PDF")
    DOCX = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX")
    DOC = ("application/msword", "DOC/WPS")
    RTF = ("application/rtf", "RTF")
    ODT = ("application/vnd.oasis.opendocument.text", "ODT")
    WORD_XML = ("application/vnd.ms-word.xml", "Word XML")
    MHTML = ("multipart/related", "MHTML")
    OFD = ("application/ofd", "OFD")
    ZIP = ("application/zip", "ZIP")

    def __init__(self, media_type: str, label: str) -> None:
        self.media_type = media_type
        self.label = label


SUFFIXES: Mapping[str, Kind] = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".dotx": Kind.DOCX,
    ".doc": Kind.DOC,
    ".dot": Kind.DOC,
    ".wps": Kind.DOC,
    ".wpt": Kind.DOC,
    ".rtf": Kind.RTF,
    ".odt": Kind.ODT,
    ".ofd": Kind.OFD,
    ".zip": Kind.ZIP,
}
"""What names promise; folders and archives are searched for these."""

UNPACKING_ERRORS: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)
"""What `zipfile` and the libraries below it raise on damaged packages."""

_HEAD_BYTES = 4096
_FOREIGN = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZ"),
    (b"\x7fELF", "EXE"),
    (b"MZ", "EXE"),
)
_PICTURES = frozenset({"PNG", "JPEG", "GIF", "BMP", "TIFF"})
_ARCHIVES = frozenset({"RAR", "7Z", "GZ"})
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_MARKUP_FIRST = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body|meta|title|link|style|script"
    rb"|div|table|tbody|tr|td|p|span|font|center|section|article|main|h[1-6]|ul|ol|form)\b",
    re.I | re.S,
)
_MIME = re.compile(rb"(?:From:|MIME-Version:|Date:|Subject:)[^\n]*\n.*?multipart/related", re.I | re.S)
_ATX = re.compile(r"^#{1,6}[ \t\u3000]+\S", re.M)
_OPEN_XML = (
    ("wordprocessingml.", "ms-word."),
    {"spreadsheetml.": "XLSX", "ms-excel.": "XLSX", "presentationml.": "PPTX", "ms-powerpoint.": "PPTX"},
)


def kind_of(data: bytes) -> Kind:
    """The type of ``data``; TEXT where nothing says otherwise.

    Raises `NotText`, with what to do, for types that hold no text or that are not read.
    """
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    for magic, label in _FOREIGN:
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise _foreign(label)
    return _written(head)


def promised(name: str) -> Kind | None:
    """The type that a file's name promises."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def is_markdown(text: str, name: str) -> bool:
    """Markdown is a way of writing text, which its ending tells, or, where there is none, its headings."""
    kind = promised(name)
    return kind is Kind.MARKDOWN or (kind is None and _ATX.search(text) is not None)


def _written(head: bytes) -> Kind:
    """Among types that are text to the eye."""
    flat = head.replace(b"\x00", b"")  # UTF-16's high bytes of ASCII
    if b'progid="Word.Document"' in flat or b"http://schemas.microsoft.com/office/2006/xmlPackage" in flat:
        return Kind.WORD_XML
    if _MIME.match(flat.lstrip()):
        return Kind.MHTML
    if _MARKUP.search(flat) or _MARKUP_FIRST.match(flat):
        return Kind.HTML
    return Kind.TEXT


def _compound(data: bytes) -> Kind:
    """An OLE compound file, by the names of its streams."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise protected("DOCX")
    if holds("WordDocument"):
        return Kind.DOC
    for stream, label in (("Workbook", "XLS"), ("PowerPoint Document", "PPT"), ("HwpSummary", "HWP")):
        if holds(stream):
            raise _foreign(label)
    return Kind.DOC


def _zipped(data: bytes) -> Kind:
    """A ZIP package, by its members."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                return _open_xml(_beginning(package, "[Content_Types].xml"), names)
            if "OFD.xml" in names:
                return Kind.OFD
            if "mimetype" in names:
                return _declared(_beginning(package, "mimetype"))
            return Kind.ZIP
    except UNPACKING_ERRORS:
        raise NotText(
            _("The file is damaged."),
            cause=_("It begins as a ZIP package (such as DOCX) and does not end as one: it may have been cut short."),
            fix=_("Get it again, or open it in its program and save a copy."),
        ) from None


def _beginning(package: zipfile.ZipFile, name: str) -> str:
    with package.open(name) as member:
        return member.read(1 << 20).decode("utf-8", errors="replace")


def _open_xml(types: str, names: set[str]) -> Kind:
    word, others = _OPEN_XML
    if any(sign in types for sign in word) or any(name.startswith("word/") for name in names):
        return Kind.DOCX
    raise _foreign(next((label for sign, label in others.items() if sign in types), "Office"))


def _declared(media_type: str) -> Kind:
    if media_type.startswith(Kind.ODT.media_type):
        return Kind.ODT
    label = {"application/epub+zip": "EPUB"}.get(media_type.strip(), "ODS/ODP")
    raise _foreign(label)


def protected(label: str) -> NotText:
    """The error for a file that asks for a password."""
    return NotText(
        _("This {kind} file is protected by a password.").format(kind=label),
        cause=_("It is encrypted, and its text cannot be seen."),
        fix=_("Open it in its program, remove the password, and save a copy."),
    )


def _foreign(label: str) -> NotText:
    what = _("The file is of the type {kind}, which holds no text of a document.").format(kind=label)
    if label in _PICTURES:
        cause = _("It is a picture; policydiff does not recognise characters in pictures.")
        fix = _("Recognise its text with an OCR program, and give the text or the DOCX.")
    elif label in _ARCHIVES:
        cause = _("Archives of this type are not opened.")
        fix = _("Unpack it, and give the folder; or pack it as ZIP.")
    else:
        cause = _("{kind} files are not read.").format(kind=label)
        fix = _("Save its text as DOCX, PDF or plain text (.txt), and give that file.")
    return NotText(what, cause=cause, fix=fix)
