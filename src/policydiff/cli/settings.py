"""What was said for the whole program: the library's folder, the language, whether tracebacks are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.messages import LANGUAGES, Language

if TYPE_CHECKING:
    import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Early:
    """What must be known before the command line is parsed, to report errors of parsing."""

    language: Language | None
    debug: bool


def early(arguments: Sequence[str]) -> Early:
    """Look for ``--lang`` and ``--debug`` anywhere before ``--``."""
    own = arguments[: list(arguments).index("--")] if "--" in arguments else arguments
    values = [value for name, value in pairwise(own) if name == "--lang"]
    values += [a.removeprefix("--lang=") for a in own if a.startswith("--lang=")]
    return Early(
        language=next((language for language in LANGUAGES if language in values), None),
        debug="--debug" in own,
    )


def library_folder(ctx: click.Context) -> Path | None:
    """The folder given with ``--library``, None where none was."""
    folder: str | None = ctx.meta.get("policydiff.library")
    return None if folder is None else Path(folder)
