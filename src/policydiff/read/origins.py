"""Which file a source came from."""

from __future__ import annotations

import hashlib

from policydiff.model import Origin
from policydiff.read.kinds import Kind

BINARY = "binary"
"""The encoding of files whose text is stored otherwise than as a run of characters (as ``file --mime`` calls it)."""


def origin(data: bytes, *, name: str, kind: Kind, encoding: str = BINARY) -> Origin:
    """The record of a file's bytes, under its name without folders."""
    bare = name.replace("\\", "/").rpartition("/")[2] or name
    return Origin(name=bare, sha256=hashlib.sha256(data).hexdigest(), media_type=kind.media_type, encoding=encoding)
