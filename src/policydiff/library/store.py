"""The library: a folder of documents as Markdown, and beside it the bundled corpus, read-only.

Invariant: nothing that was in the library is lost by adding to it, and a program killed at any moment leaves it as
it was before or as it is after.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import TracebackType

from policydiff.errors import LibraryError
from policydiff.library import corpus, files, markdown, naming, works
from policydiff.library.cache import TermCache
from policydiff.library.corrections import CorrectionsFile
from policydiff.library.derived import exclusive, folder_of
from policydiff.library.shelf import Shelf
from policydiff.library.values import EVERYTHING, Added, AddedStatus, Entry, Filters
from policydiff.messages import _
from policydiff.model import Document, Level, Span

ENVIRONMENT = "POLICYDIFF_LIBRARY"

LEVELS = (*Level, None)
"""Entries are listed from the centre to the counties; those of unknown level last."""


def open_library(path: Path | str | None = None) -> Library:
    """The library at ``path``, else at ``POLICYDIFF_LIBRARY``, else in the user's data folder.

    A folder that does not exist yet is an empty library; it is made when something is added.
    Raises LibraryError where the path is no folder.
    """
    folder = Path(path) if path is not None else default_folder()
    if folder.exists() and not folder.is_dir():
        raise LibraryError(
            _("“{path}” is no library folder.").format(path=folder),
            cause=_("It is a file."),
            fix=_("Name a folder with --library or POLICYDIFF_LIBRARY."),
        )
    return Library(folder, corpus.bundled())


def default_folder() -> Path:
    """Where the library is when nobody says."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("policydiff", appauthor=False)) / "library"


class Library:
    """The documents in ``folder`` and, read-only, those of the ``bundled`` folder.

    A document of one's own hides the bundled one with the same id.
    """

    def __init__(self, folder: Path, bundled: Path | None = None) -> None:
        self.folder = folder
        self._own = Shelf(folder, bundled=False)
        self._swept = False
        beside = bundled is not None and not _same(bundled, folder)
        self._bundled = Shelf(bundled, bundled=True) if bundled is not None and beside else None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the indexes; the library may be used again all the same."""
        for shelf in self._shelves():
            shelf.close()

    def refresh(self) -> None:
        """Take in what changed on the disk since the library was opened."""
        for shelf in self._shelves():
            shelf.refresh()

    def entries(self, filters: Filters = EVERYTHING) -> tuple[Entry, ...]:
        """The documents that pass ``filters``: by level, region, date and id."""
        self.refresh()
        found = self._own.entries(filters)
        if self._bundled is not None:
            found += self._visible(self._bundled.entries(filters))
        return tuple(sorted(found, key=_order))

    def find(self, name: str) -> Entry:
        """The document called ``name``: an id, the beginning of just one id, or a 文号, brackets and blanks aside.

        Raises `NoSuchDocument` or `Ambiguous`, which list the nearest.
        """
        self.refresh()
        return naming.found(name, self)

    def by_id(self, document_id: str) -> list[Entry]:
        """The documents of that id: none, one, or several where files were copied by hand."""
        return self._gathered(lambda shelf: shelf.by_id(document_id))

    def by_beginning(self, start: str) -> list[Entry]:
        """The documents whose ids begin so."""
        return self._gathered(lambda shelf: shelf.by_beginning(start))

    def by_number(self, doc_number: str) -> list[Entry]:
        """The documents of that 文号, brackets, blanks and width aside."""
        return self._gathered(lambda shelf: shelf.by_number(doc_number))

    def __getitem__(self, name: str) -> Document:
        return self.document(self.find(name))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries())

    def document(self, entry: Entry) -> Document:
        """The document of an ``entry``, as its file says now."""
        return markdown.load(files.read(entry.path), file=entry.path.name)

    def troubles(self) -> tuple[LibraryError, ...]:
        """What is wrong with files that cannot be read; they are left out of everything else."""
        self.refresh()
        return tuple(error for shelf in self._shelves() for error in shelf.troubles())

    def add(self, document: Document) -> Added:
        """Put ``document`` into the library; see `AddedStatus` for what may happen."""
        with exclusive(self._made()):
            return self._add(document)

    def remove(self, name: str) -> Entry:
        """Remove the document called ``name``; LibraryError for a bundled one."""
        entry = self.find(name)
        if entry.bundled:
            raise LibraryError(
                _("“{id}” cannot be removed.").format(id=entry.id),
                cause=_("It came with the program and is no part of your own library."),
                fix=_("Only documents you imported can be removed."),
            )
        with exclusive(self.folder):
            files.remove(entry.path)
            self._own.index.forget(entry.path)
        return entry

    @property
    def corrections(self) -> CorrectionsFile:
        """What was decided about pairings, for documents of this library and any others."""
        return CorrectionsFile(self.folder)

    def term_cache(self, kind: str, version: str) -> TermCache:
        """The cache for one ``kind`` of terms (a word, it names a file), made as ``version`` makes them."""
        place = folder_of(self.folder, inside=True)
        return TermCache(place and place / f"terms-{kind}.sqlite", version)

    def _shelves(self) -> list[Shelf]:
        return [self._own] if self._bundled is None else [self._own, self._bundled]

    def _gathered(self, ask: Callable[[Shelf], list[Entry]]) -> list[Entry]:
        """What the shelves answer, without the bundled documents that are hidden."""
        found = ask(self._own)
        return found if self._bundled is None else found + self._visible(ask(self._bundled))

    def _visible(self, bundled: list[Entry]) -> list[Entry]:
        hidden = self._own.index.ids() if bundled else set()
        return [entry for entry in bundled if entry.id not in hidden]

    def _made(self) -> Path:
        try:
            if not self.folder.exists():
                self.folder.mkdir(parents=True, exist_ok=True)
                self._own.close()
        except OSError as error:
            raise LibraryError(
                _("The library “{path}” cannot be made.").format(path=self.folder),
                cause=error.strerror or str(error),
                fix=_("Choose another folder with --library or POLICYDIFF_LIBRARY."),
            ) from error
        if not self._swept:
            files.sweep(self.folder)
            self._swept = True
        return self.folder

    def _add(self, document: Document) -> Added:
        if (twin := self._twin(document)) is not None:
            return Added(id=twin.id, status=AddedStatus.DUPLICATE, path=twin.path)
        for number in count(1):
            candidate = document if number == 1 else replace(document, id=f"{document.id}-{number}")
            if number == 1 and self._is_another_bundled(document):
                continue
            done = self._put(candidate, renamed=number > 1)
            if done is not None:
                return done
        raise AssertionError("unreachable")

    def _twin(self, document: Document) -> Entry | None:
        """A document of our own that came in another file and says the same."""
        for entry in self._own.by_content(works.content_key(document)):
            with contextlib.suppress(LibraryError):
                if self.document(entry).origin.sha256 not in ("", document.origin.sha256):
                    return entry
        return None

    def _put(self, document: Document, *, renamed: bool) -> Added | None:
        """Add ``document`` under its id; None where that belongs to another document."""
        path = self._path(document.id)
        text = markdown.dump(document)
        status: AddedStatus | None
        if not path.exists():
            status = AddedStatus.RENAMED if renamed else AddedStatus.ADDED
        else:
            status = _status(files.read(path), text, document)
        if status is None:
            return None
        if status is not AddedStatus.UNCHANGED:
            files.write(path, text)
            self._own.index.put(path, document)
        return Added(id=document.id, status=status, path=path)

    def _path(self, document_id: str) -> Path:
        """Where the document of that id stands, or would."""
        for entry in self._own.by_id(document_id):
            if entry.path.exists():
                return entry.path
        usual = self.folder / files.name(document_id)
        taken = usual.exists() and _id_in(usual) != document_id
        return usual.with_stem(f"{usual.stem}-{files.short_hash(document_id)}") if taken else usual

    def _is_another_bundled(self, document: Document) -> bool:
        """True where the id is that of a bundled document from another source."""
        if self._bundled is None or self._path(document.id).exists():
            return False
        return any(not _same_source(self.document(entry), document) for entry in self._bundled.by_id(document.id))


def _status(present: str, text: str, document: Document) -> AddedStatus | None:
    """What adding ``text`` over the file text ``present`` comes to; None where both must be kept.

    A file whose checksum is that of ``text`` was written from the same document, and perhaps edited since.
    """
    try:
        if present == text or markdown.checksum_in(present) == markdown.checksum_in(text):
            return AddedStatus.UNCHANGED
        renewed = markdown.untouched(present) and _same_source(markdown.load(present), document)
    except LibraryError:
        return None
    return AddedStatus.UPDATED if renewed else None


def _same_source(one: Document, other: Document) -> bool:
    """True where both are readings of one place of one file."""
    if not one.origin.sha256 or one.origin.sha256 != other.origin.sha256:
        return False
    return one.span == other.span or _overlap(one.span, other.span)


def _overlap(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def _id_in(path: Path) -> str | None:
    try:
        return markdown.load(files.read(path), file=path.name).id
    except LibraryError:
        return None


def _order(entry: Entry) -> tuple[int, str, str, str]:
    return LEVELS.index(entry.level), entry.region or "\uffff", entry.date or "\uffff", entry.id


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
