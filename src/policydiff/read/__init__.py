"""Bytes of one file → `Source`; one module per file type."""

from policydiff.read.reader import MAX_BYTES, read, source

__all__ = ["MAX_BYTES", "read", "source"]
