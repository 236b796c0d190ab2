"""PDF files → `Source`: lines in reading order, paragraphs joined, tables, headings by print, furniture taken out."""

from policydiff.read.pdf.file import source

__all__ = ["source"]
