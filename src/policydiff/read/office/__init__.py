"""DOC, WPS, RTF and ODT → DOCX, by LibreOffice where it is installed; and what to do where it is not."""

from policydiff.read.office.convert import as_docx, soffice

__all__ = ["as_docx", "soffice"]
