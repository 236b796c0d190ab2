"""Bytes of a file → its `Source`, or the several of an archive; one module per file type."""

from policydiff.read.limits import MAX_BYTES
from policydiff.read.reader import read, read_all, source, sources

__all__ = ["MAX_BYTES", "read", "read_all", "source", "sources"]
