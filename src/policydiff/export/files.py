"""Results into files: the ending of the name says the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from policydiff import atomic
from policydiff.errors import UnreadableFile, UsageError
from policydiff.export.comparison_json import comparison_json
from policydiff.messages import _
from policydiff.model import Comparison


def _utf8(render: Callable[[Comparison], str]) -> Callable[[Comparison], bytes]:
    return lambda comparison: render(comparison).encode("utf-8")


FORMATS: Mapping[str, Callable[[Comparison], bytes]] = {".json": _utf8(comparison_json)}
"""File name endings and how a comparison is written for each."""


def export(comparison: Comparison, path: Path | str) -> Path:
    """Write ``comparison`` to ``path`` in the format its ending names; the file is written whole or not at all.

    Raises `UsageError` for an ending that means no format, `UnreadableFile` where nothing can be written.
    """
    path = Path(path)
    render = FORMATS.get(path.suffix.lower())
    if render is None:
        raise UsageError(
            _("“{path}” ends in no format that can be written.").format(path=path),
            cause=_("A comparison can be written as {names}.").format(names=", ".join(FORMATS)),
            fix=_("Give the file one of these endings."),
        )
    try:
        atomic.write(path, render(comparison))
    except OSError as error:
        raise UnreadableFile(
            _("Cannot write {path}: {reason}").format(path=path, reason=error.strerror or error),
            cause=_("The folder is missing or not writable, or the disk is full."),
            fix=_("Choose another place."),
        ) from error
    return path
