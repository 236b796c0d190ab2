"""Files of a library folder: listed quickly, named safely, written whole or not at all.

Invariant: a program that is killed at any moment leaves every file as it was or as it was to be.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policydiff import atomic
from policydiff.errors import LibraryError
from policydiff.messages import _

SUFFIX = ".md"

PARTIAL_AGE_SECONDS = 3600
"""An older partial file belongs to nobody any more."""

NAME_LIMIT_BYTES = 200
"""File systems allow 255 bytes; a partial file's name is longer than its target's."""

_SAFE = re.compile(r"\w[\w.\-]*\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.I)


class Stamp(NamedTuple):
    """A file as the index knows it: changed where any of it changed."""

    modified_ns: int
    size: int


def documents(folder: Path) -> dict[str, Stamp]:
    """The Markdown files in and below ``folder``, by path relative to it with ``/``; hidden ones are left out."""
    return dict(_walk(os.fspath(folder), ""))


def stamp(path: Path) -> Stamp:
    """The stamp of one file."""
    found = path.stat()
    return Stamp(found.st_mtime_ns, found.st_size)


def name(document_id: str) -> str:
    """A file name for ``document_id``, itself where every file system takes it."""
    plain = _SAFE.match(document_id) and not _RESERVED.match(document_id)
    if plain and len(document_id.encode()) <= NAME_LIMIT_BYTES:
        return document_id + SUFFIX
    return (
        f"{re.sub(r'[^a-zA-Z0-9]+', '-', document_id)[:40].strip('-') or 'document'}-{short_hash(document_id)}{SUFFIX}"
    )


def short_hash(text: str) -> str:
    """Eight hexadecimal digits that stand for ``text``."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read(path: Path) -> str:
    """The text of a library file; LibraryError where it is missing or not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LibraryError(
            _("{file}: not UTF-8 from byte {offset} on.").format(file=path, offset=error.start),
            cause=_("An editor may have saved it in another encoding."),
            fix=_("Save it as UTF-8."),
        ) from None
    except OSError as error:
        raise LibraryError(
            _("{file} cannot be read.").format(file=path),
            cause=error.strerror or str(error),
            fix=_("Check that the file is there and that you may read it."),
        ) from None


def write(path: Path, text: str) -> None:
    """Make ``text`` the content of ``path``; LibraryError where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise LibraryError(
            _("{file} cannot be written.").format(file=path),
            cause=error.strerror or str(error),
            fix=_("Check the permissions and the space on the disk, or choose another library with --library."),
        ) from error


def remove(path: Path) -> None:
    """Delete ``path``; LibraryError where that is not possible."""
    try:
        path.unlink(missing_ok=True)
        atomic.flush_folder(path.parent)
    except OSError as error:
        raise LibraryError(
            _("{file} cannot be removed.").format(file=path),
            cause=error.strerror or str(error),
            fix=_("Check the permissions."),
        ) from error


def sweep(folder: Path) -> None:
    """Delete what killed programs left in ``folder``."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if atomic.PARTIAL.match(entry.name) and time.time() - entry.stat().st_mtime > PARTIAL_AGE_SECONDS:
                os.unlink(entry.path)


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.name.endswith(SUFFIX) and entry.is_file():
            found = entry.stat()
            yield prefix + entry.name, Stamp(found.st_mtime_ns, found.st_size)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/")
