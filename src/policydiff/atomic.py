"""Files written whole or not at all.

Invariant: a program killed at any moment leaves the file as it was or as it was to be.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from pathlib import Path

from policydiff.errors import UnreadableFile
from policydiff.messages import _

PARTIAL = re.compile(r"\..*\.partial\Z")
"""The name of a file that is being written; left behind only where the program was killed."""

STEM_CHARACTERS = 40
"""So much of a file's name is repeated in the partial file's: it has to fit where the file's own name fits."""


def save(path: Path, data: bytes) -> None:
    """Make ``data`` the content of a file a user named; UnreadableFile where that cannot be.

    A link's target is replaced, not the link; what is no regular file (a pipe, a device) is written to as it is.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            write(target, data)
    except OSError as error:
        raise UnreadableFile(
            _("Cannot write {path}: {reason}").format(path=path, reason=error.strerror or error),
            cause=_("The folder is missing or not writable, or the disk is full."),
            fix=_("Choose another place."),
        ) from error


def write(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path`` and have it on the disk; permissions stay. Raises OSError."""
    partial = path.parent / f".{path.stem[:STEM_CHARACTERS]}.{secrets.token_hex(6)}.partial"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(partial, flags, 0o666)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            os.chmod(partial, path.stat().st_mode & 0o7777)
        os.replace(partial, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(partial)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk, where the system can be asked for it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
