"""The library a command works on, and the documents its arguments name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.output import note

if TYPE_CHECKING:
    from policydiff.library import Library


@contextmanager
def library_of(ctx: click.Context) -> Iterator[Library]:
    """The library that was asked for, closed afterwards."""
    from policydiff.library import open_library

    folder: str | None = ctx.meta.get("policydiff.library")
    with open_library(None if folder is None else Path(folder)) as library:
        yield library


def warn_of_troubles(library: Library) -> None:
    """Say on stderr which files of the library cannot be read; they are left out of everything."""
    from policydiff.cli.trouble import told

    for error in library.troubles():
        for line in told(error).splitlines():
            note(line)
