"""From paths on the command line to parsed files, with what the user said about repairs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from policydiff.cli.help import option
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

SUFFIXES = (".txt", ".text", ".md", ".markdown")
"""Files of these kinds are taken from a folder; a file that is named is tried whatever it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How a file is to be repaired: classes to leave alone, and what to do with traditional script."""

    skip: frozenset[str] = frozenset()
    script: str = "auto"


def parsed(path: Path, treatment: Treatment) -> Parsed:
    """Everything the file holds; a document of a library is taken as it stands.

    Raises InputError where the file cannot be read, LibraryError where a library's file is broken.
    """
    from policydiff.library import files, markdown

    if path.suffix.lower() == files.SUFFIX and path.is_file() and markdown.is_document(text := files.read(path)):
        document = markdown.load(text, file=path.name)
        return Parsed(origin=document.origin, documents=(document,), repairs=document.repairs)
    from policydiff.outline import parse
    from policydiff.read import read

    return parse(read(path), skip_repairs=treatment.skip, script=treatment.script)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of the kinds we read in and below the folders named, in order of their names."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                    yield Path(folder, name)


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
