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

    with open_library(library_folder(ctx)) as library:
        yield library


def library_folder(ctx: click.Context) -> Path | None:
    """The folder given with ``--library``; None where the usual one is meant."""
    folder: str | None = ctx.meta.get("policydiff.library")
    return None if folder is None else Path(folder)


def warn_of_troubles(library: Library) -> None:
    """Say on stderr which files of the library cannot be read; they are left out of everything."""
    from policydiff.cli.trouble import told

    for error in library.troubles():
        for line in told(error).splitlines():
            note(line)
