"""The library's file format: one document as Markdown, made to be read, edited by hand and kept in Git.

Invariant: ``load(dump(document)) == document``.
"""

from policydiff.library.markdown.front import SCHEMA
from policydiff.library.markdown.reader import checksum_in, load, untouched
from policydiff.library.markdown.split import is_document
from policydiff.library.markdown.writer import dump

__all__ = ["SCHEMA", "checksum_in", "dump", "is_document", "load", "untouched"]
