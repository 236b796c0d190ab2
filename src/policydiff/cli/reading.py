"""From paths on the command line to parsed files, with what the user said about repairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from policydiff.cli.help import option
from policydiff.errors import InputError
from policydiff.messages import N_
from policydiff.model import Parsed

REPAIRS = (
    "wrapper",
    "chunk_counter",
    "page_number",
    "doubled",
    "mojibake",
    "pinyin_hint",
    "script",
    "spaced",
    "doc_number",
    "width",
    "lost_zero",
    "blank",
    "contents",
    "ocr",
    "invisible",
    "table",
    "caption",
)
"""The damage classes; named here so that parsing the command line loads no repair (a test compares)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How a file is to be repaired: classes to leave alone, and what to do with traditional script."""

    skip: frozenset[str] = frozenset()
    script: str = "auto"


def parsed(path: Path, treatment: Treatment) -> Iterator[Parsed | InputError]:
    """Everything the file at ``path`` (``-`` is standard input) holds: one outcome, or one for each file of an archive.

    Raises InputError where the file itself cannot be read, LibraryError where a library's file is broken.
    """
    from policydiff.library.intake import intake

    yield from intake(path, skip_repairs=treatment.skip, script=treatment.script)


def treatment_options(function: Any) -> Any:
    """``--no-repair`` and ``--script``."""
    for decorate in (
        option(
            "--script",
            type=click.Choice(("auto", "keep", "simplified")),
            default="auto",
            show_default=True,
            help=N_("Traditional script: simplify what a machine made, keep all, or simplify all."),
        ),
        option(
            "--no-repair",
            "no_repair",
            multiple=True,
            type=click.Choice(REPAIRS),
            metavar="CLASS",
            help=N_("Leave this damage class alone; may be repeated."),
        ),
    ):
        function = decorate(function)
    return function
