"""Where derived data lives: inside the library where it can be written, else in the user's cache, else nowhere.

Everything here may be deleted at any time; nothing is lost.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from policydiff.errors import LibraryError
from policydiff.messages import _

FOLDER = ".policydiff"

BUSY_SECONDS = 60.0
"""How long to wait for another process that is writing."""

PRIMARY_CODE = 0xFF
"""The part of an SQLite error code that says what went wrong; the rest says where."""


def folder_of(library: Path, *, inside: bool) -> Path | None:
    """The folder for data derived from ``library``, made where it is missing; None where there is no place.

    ``inside`` says whether it may be inside the library itself.
    """
    if inside and library.is_dir() and (made := _made(library / FOLDER)):
        return made
    import platformdirs

    digest = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]
    return _made(Path(platformdirs.user_cache_dir("policydiff", appauthor=False)) / "libraries" / digest)


@contextlib.contextmanager
def exclusive(library: Path) -> Iterator[None]:
    """Only one process at a time is inside for one ``library``; the lock ends with the process, killed or not.

    Raises LibraryError where another process does not let go. Where the file system knows no locks there is none.
    """
    place = folder_of(library, inside=True)
    lock = _locked(place / "lock.sqlite") if place is not None else None
    try:
        yield
    finally:
        if lock is not None:
            lock.close()


def _locked(file: Path) -> sqlite3.Connection | None:
    lock = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        lock.close()
        code = error.sqlite_errorcode & PRIMARY_CODE
        if code == sqlite3.SQLITE_BUSY:
            raise LibraryError(
                _("The library “{path}” is busy.").format(path=file.parent.parent),
                cause=_("Another policydiff is writing to it."),
                fix=_("Try again when it is done."),
            ) from None
        if code == sqlite3.SQLITE_NOTADB:
            file.unlink(missing_ok=True)
            return _locked(file)
        return None
    return lock


def _made(folder: Path) -> Path | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return None
        ignore = folder / ".gitignore"
        if folder.name == FOLDER and not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    return folder
