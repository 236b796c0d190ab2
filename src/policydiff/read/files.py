"""The bytes behind a path, or an error that helps where there are none."""

from __future__ import annotations

import sys
from pathlib import Path

from policydiff.errors import NotText, UnreadableFile
from policydiff.messages import _
from policydiff.read.limits import MAX_BYTES

STDIN = Path("-")
"""The path that means standard input."""

STDIN_NAME = "stdin"
"""What a document from standard input is called."""


def name_of(path: Path) -> str:
    """What the file behind ``path`` is called."""
    return STDIN_NAME if path == STDIN else path.name


def content(path: Path) -> bytes:
    """The bytes of a file, or of standard input.

    Raises `UnreadableFile` (missing, a directory, not permitted) or `NotText` (larger than `MAX_BYTES`).
    """
    if path == STDIN:
        return _measured(sys.stdin.buffer.read(MAX_BYTES + 1), path)
    try:
        if path.is_dir():
            raise UnreadableFile(
                _("“{name}” is a directory.").format(name=path),
                cause=_("A file was expected."),
                fix=_("Name a file in it, or import the directory."),
            )
        with path.open("rb") as file:
            return _measured(file.read(MAX_BYTES + 1), path)
    except FileNotFoundError:
        raise UnreadableFile(
            _("There is no file “{name}”.").format(name=path),
            cause=_("The name may be misspelt."),
            fix=_("Check the path."),
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            _("“{name}” cannot be read.").format(name=path),
            cause=getattr(error, "strerror", None) or str(error),
            fix=_("Check the path and the permissions."),
        ) from None


def _measured(data: bytes, path: Path) -> bytes:
    """Measured by reading, since devices and pipes tell no size."""
    if len(data) <= MAX_BYTES:
        return data
    size = len(data) if path == STDIN else max(path.stat().st_size, len(data))
    raise NotText(
        _("“{name}” is too large: {size:.0f} MB.").format(name=name_of(path), size=size / 1e6),
        cause=_("At most {size:.0f} MB are read at once.").format(size=MAX_BYTES / 1e6),
        fix=_("Split it into several files."),
    )
