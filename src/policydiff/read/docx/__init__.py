"""DOCX (ECMA-376): a Word document's text, headings, numbering, tables and notes as a reader sees them."""

from policydiff.read.docx.reader import source

__all__ = ["source"]
