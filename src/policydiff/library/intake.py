"""From files and folders to what they hold, parsed; a document of a library is taken as it stands."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from policydiff.errors import InputError
from policydiff.library import markdown
from policydiff.model import Parsed, Source
from policydiff.read import read_all
from policydiff.read.kinds import SUFFIXES, Kind


def intake(
    path: Path, *, skip_repairs: frozenset[str] = frozenset(), script: str = "auto"
) -> Iterator[Parsed | InputError]:
    """Everything in the file at ``path`` (``-`` is standard input): one outcome, or one for each file of an archive.

    ``skip_repairs`` and ``script`` are those of `policydiff.outline.parse`. Raises InputError where the file itself
    cannot be read, LibraryError where a library's file is broken.
    """
    for found in read_all(path):
        yield found if isinstance(found, InputError) else understood(found, skip_repairs=skip_repairs, script=script)


def understood(source: Source, *, skip_repairs: frozenset[str] = frozenset(), script: str = "auto") -> Parsed:
    """The documents of one source; LibraryError where it is a library's file and broken."""
    if source.origin.media_type == Kind.MARKDOWN.media_type and markdown.is_document(source.text):
        document = markdown.load(source.text, file=source.origin.name)
        return Parsed(origin=document.origin, documents=(document,), repairs=document.repairs)
    from policydiff.outline import parse

    return parse(source, skip_repairs=skip_repairs, script=script)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of the kinds we read in and below the folders named, in order of their names.

    A file that is named is read whatever it is called, a pipe too; in folders pipes and devices are passed over.
    """
    endings = tuple(SUFFIXES)
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith((".", "~$")) and name.lower().endswith(endings):
                    found = Path(folder, name)
                    if not _endless(found):
                        yield found


def _endless(path: Path) -> bool:
    """A pipe, a socket or a device: reading it may never end."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
