"""Opening a PDF: what cannot be opened, or holds no text, is refused with the reason and the remedy."""

from __future__ import annotations

from typing import Any

from policydiff.errors import NotText
from policydiff.messages import _

MAX_PAGES = 3_000
"""Pages of one file; collected gazettes of a year stay below it."""
_HEAD_BYTES = 1024


def opened(data: bytes) -> Any:
    """The PDFium document; raises `NotText` where it is encrypted, damaged, without pages or too long."""
    import pypdfium2

    if b"%PDF-" not in data[:_HEAD_BYTES]:
        raise _damaged(_("It does not begin as PDF files do."))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if b"/Encrypt" in data:  # PDFium's last error may be that of an earlier file
            raise NotText(
                _("The PDF is encrypted."),
                cause=_("It can only be opened with a password."),
                fix=_("Open it with the password, save a copy without one, and give that copy."),
            ) from None
        cut = b"%%EOF" not in data[-2048:]
        raise _damaged(_("It ends before its end: it was cut off.") if cut else _("Its structure is broken.")) from None
    pages = len(document)
    if not pages:
        document.close()
        raise _damaged(_("It has no pages."))
    if pages > MAX_PAGES:
        document.close()
        raise NotText(
            _("The PDF has too many pages: {pages:,}.").format(pages=pages),
            cause=_("At most {pages:,} pages are read at once.").format(pages=MAX_PAGES),
            fix=_("Split it into several files."),
        )
    return document


def scanned() -> NotText:
    """The error for a PDF whose pages are images of text."""
    return NotText(
        _("The PDF is a scan: its pages are images without text."),
        cause=_("It was scanned or photographed, and no text was recognised in it."),
        fix=_("Recognise its text first, for example with “ocrmypdf -l chi_sim IN.pdf OUT.pdf”, and give that file."),
    )


def unreadable_letters() -> NotText:
    """The error for a PDF whose fonts do not tell which characters their shapes are."""
    return NotText(
        _("The PDF does not say which characters it shows."),
        cause=_("Its fonts hold shapes without character codes."),
        fix=_("Recognise its text first, for example with “ocrmypdf --force-ocr -l chi_sim IN.pdf OUT.pdf”."),
    )


def empty() -> NotText:
    """The error for a PDF without any text."""
    return NotText(
        _("There is no text in the PDF."),
        cause=_("Its pages are empty, or hold drawings only."),
        fix=_("Check that it is the right file."),
    )


def _damaged(cause: str) -> NotText:
    return NotText(
        _("The PDF is damaged and cannot be opened."),
        cause=cause,
        fix=_("Download or copy it again; if it opens elsewhere, print it to a new PDF and give that."),
    )
