"""From what a user types to a document: a file, a part of a file, an id, the beginning of one, a 文号.

Tried in that order. What leads nowhere, or to several, is an error that lists the nearest.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from policydiff.errors import Ambiguous, InputError, NoSuchDocument
from policydiff.library import files
from policydiff.library.values import Entry
from policydiff.messages import _
from policydiff.model import Document, Parsed
from policydiff.read.files import STDIN

if TYPE_CHECKING:
    from policydiff.library.store import Library

PART = "#"
"""Between a file and one of its documents, or a document and one of its sections."""

LISTED = 6
"""So many candidates are named; a user reads no more."""

NEAR_SCORE = 50.0
"""rapidfuzz's weighted ratio (0 to 100) from which a name is worth suggesting."""

PARSED_FILES_KEPT = 2
"""OLD and NEW may be parts of one file, which is then parsed once."""


class Known(NamedTuple):
    """A document by the names it may be called."""

    id: str
    title: str
    doc_number: str | None

    @property
    def line(self) -> str:
        """The names in a line."""
        return "  ".join(part for part in (self.id, self.doc_number, self.title) if part)


def resolve(name: str, library: Library) -> Document:
    """The document called ``name``, from a file (``-`` is standard input) or from ``library``.

    Raises `NoSuchDocument` or `Ambiguous`, which list the nearest, `InputError` where a file cannot be read, and
    `LibraryError` where a library file cannot.
    """
    if _is_file(name):
        return _only(name, _parsed_file(Path(name)))
    file, mark, part = name.rpartition(PART)
    if mark and _is_file(file):
        return _part(file, part, _parsed_file(Path(file)))
    return library[name]


def _is_file(name: str) -> bool:
    return name == str(STDIN) or os.path.isfile(name)


def split_section(name: str) -> tuple[str, str]:
    """``DOC#SECTION`` as the document's name and the section's id; the id is empty where none is given."""
    document, mark, section = name.rpartition(PART)
    return (document, section) if mark else (name, "")


def found(name: str, library: Library) -> Entry:
    """The one document of ``library`` that ``name`` leads to."""
    if name:
        if exact := library.by_id(name):
            usual = [entry for entry in exact if entry.path.name == files.name(name)]
            return _single(name, usual if len(usual) == 1 else exact)
        for matching in (library.by_beginning(name), library.by_number(name)):
            if matching:
                return _single(name, matching)
    raise _none(name, library.entries())


_typed: WeakKeyDictionary[object, tuple[Document, ...]] = WeakKeyDictionary()
"""What was read from a standard input, which can be read only once."""


def _parsed_file(path: Path) -> tuple[Document, ...]:
    if path != STDIN:
        return _parsed(path.resolve(), files.stamp(path))
    if sys.stdin not in _typed:
        _typed[sys.stdin] = _documents(path)
    return _typed[sys.stdin]


@lru_cache(maxsize=PARSED_FILES_KEPT)
def _parsed(path: Path, stamp: files.Stamp) -> tuple[Document, ...]:
    """Every document in the file; ``stamp`` makes a changed file another one."""
    return _documents(path)


def _documents(path: Path) -> tuple[Document, ...]:
    from policydiff.library.intake import intake

    found = list(intake(path))
    failed = [one for one in found if isinstance(one, InputError)]
    if failed and len(failed) == len(found):
        raise failed[0]
    return tuple(document for one in found if isinstance(one, Parsed) for document in one.documents)


def _only(name: str, documents: tuple[Document, ...]) -> Document:
    if not documents:
        raise InputError(
            _("There is no document in “{file}”.").format(file=name),
            cause=_("Nothing in it looks like a title or a text."),
            fix=_("See what was understood with “policydiff parse {file}”.").format(file=name),
        )
    if len(documents) > 1:
        raise Ambiguous(
            _("“{file}” holds {count} documents.").format(file=name, count=len(documents)),
            cause=_lines(f"{name}{PART}{number}  {document.title}" for number, document in enumerate(documents, 1)),
            fix=_("Name one of them by its number or its id, as in “{file}#1”.").format(file=name),
        )
    return documents[0]


def _part(file: str, part: str, documents: tuple[Document, ...]) -> Document:
    if part.isdecimal() and 1 <= int(part) <= len(documents):
        return documents[int(part) - 1]
    exact = [document for document in documents if document.id == part]
    if len(matching := exact or [d for d in documents if part and d.id.startswith(part)]) == 1:
        return matching[0]
    known = [Known(f"{file}{PART}{d.id}", d.title, d.doc_number) for d in matching or documents]
    if matching:
        raise _several(f"{file}{PART}{part}", known)
    raise NoSuchDocument(
        _("There is no document “{part}” in “{file}”; it holds {count}.").format(
            part=part, file=file, count=len(documents)
        ),
        cause=_lines(_nearest(f"{file}{PART}{part}", known)),
        fix=_("Use a number from 1 to {count} or one of these ids.").format(count=len(documents)),
    )


def _single(name: str, entries: Sequence[Entry]) -> Entry:
    if len(entries) == 1:
        return entries[0]
    raise _several(name, [_known(entry) for entry in entries])


def _several(name: str, known: Sequence[Known]) -> Ambiguous:
    return Ambiguous(
        _("“{name}” could be {count} documents.").format(name=name, count=len(known)),
        cause=_lines(item.line for item in known),
        fix=_("Write more of the id, or the path of the file."),
    )


def _none(name: str, entries: Sequence[Entry]) -> NoSuchDocument:
    if os.path.isdir(name):
        return NoSuchDocument(
            _("“{name}” is a directory.").format(name=name),
            cause=_("One document was expected."),
            fix=_("Name a file in it, or import it: policydiff import {name}").format(name=name),
        )
    near = _nearest(name, [_known(entry) for entry in entries])
    return NoSuchDocument(
        _("There is no file and no document “{name}”.").format(name=name),
        cause=_("The nearest in the library:") + "\n" + _lines(near)
        if near
        else _("Nothing in the library is like it."),
        fix=_("See what there is with “policydiff list”, or give the path of a file."),
    )


def _known(entry: Entry) -> Known:
    return Known(entry.id, entry.main_title or entry.title, entry.doc_number)


def _nearest(name: str, known: Sequence[Known]) -> list[str]:
    """The lines of the documents whose names are most like ``name``."""
    from rapidfuzz import fuzz, process

    lines = [item.line for item in known]
    best: dict[int, float] = {}
    for names in zip(*((item.id, item.title, item.doc_number or "") for item in known), strict=True):
        for _match, score, index in process.extract(
            name, names, scorer=fuzz.WRatio, limit=LISTED, score_cutoff=NEAR_SCORE
        ):
            best[index] = max(score, best.get(index, 0.0))
    return [lines[index] for index in sorted(best, key=lambda n: (-best[n], n))[:LISTED]]


def _lines(lines: Iterable[str]) -> str:
    shown = list(lines)
    rest = len(shown) - LISTED
    return "\n".join(shown[:LISTED] + ([_("… and {count} more").format(count=rest)] if rest > 0 else []))
