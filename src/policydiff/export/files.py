"""Results into files: the ending of the name says the format, unless it is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policydiff import atomic
from policydiff.export.registry import format_named, format_of


def export(value: Any, path: Path | str, *, format: str | None = None, **options: Any) -> Path:
    """Write ``value`` (a comparison, a matrix, hits, a document) to ``path``; the file is written whole or not at all.

    The format is ``format``, or what the ending of ``path`` means; ``options`` are the format's own.
    Raises `UsageError` for no format or for an option or value it does not understand, `UnreadableFile` where
    nothing can be written.
    """
    path = Path(path)
    chosen = format_of(type(value), path) if format is None else format_named(type(value), format)
    atomic.save(path, chosen.made(value, options))
    return path


def render(value: Any, format: str, **options: Any) -> bytes:
    """What `export` would write, as bytes; raises `UsageError` as it does."""
    return format_named(type(value), format).made(value, options)
