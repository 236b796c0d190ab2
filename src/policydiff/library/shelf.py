"""One folder of documents with its index: the user's library, or the bundled corpus."""

from __future__ import annotations

from pathlib import Path

from policydiff.errors import LibraryError
from policydiff.library import files, markdown
from policydiff.library.derived import folder_of
from policydiff.library.index import Index, Row
from policydiff.library.values import EVERYTHING, Entry, Filters


class Shelf:
    """The documents in and below ``folder``. A ``bundled`` shelf is never written to, nor is its folder."""

    def __init__(self, folder: Path, *, bundled: bool) -> None:
        self.folder = folder
        self.bundled = bundled
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """The index, fresh as of its first use."""
        if self._index is None:
            self._index = self._new_index()
            self._index.refresh()
        return self._index

    def refresh(self) -> None:
        """Take in what changed on the disk."""
        if self._index is None:
            self._index = self._new_index()
        self._index.refresh()

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def entries(self, filters: Filters = EVERYTHING) -> list[Entry]:
        """The documents that pass ``filters``."""
        found = self._entries(self.index.holding(filters.words) if filters.words else self.index.rows())
        return [entry for entry in found if filters.hold(entry)]

    def by_id(self, document_id: str) -> list[Entry]:
        """The documents of that id."""
        return self._entries(self.index.by_id(document_id))

    def by_beginning(self, start: str) -> list[Entry]:
        """The documents whose ids begin so."""
        return self._entries(self.index.by_beginning(start))

    def by_content(self, content: str) -> list[Entry]:
        """The documents that say the same; see `policydiff.library.works.content_key`."""
        return self._entries(self.index.by_content(content))

    def by_number(self, doc_number: str) -> list[Entry]:
        """The documents of that number, brackets, blanks and width aside."""
        return self._entries(self.index.by_number(doc_number))

    def troubles(self) -> list[LibraryError]:
        """What is wrong with the files that cannot be read."""
        found = []
        for path in self.index.broken():
            try:
                markdown.load(files.read(self.folder / path), file=path)
            except LibraryError as error:
                found.append(error)
        return found

    def _entries(self, rows: list[Row]) -> list[Entry]:
        return [row.entry(self.folder, bundled=self.bundled) for row in rows]

    def _new_index(self) -> Index:
        place = folder_of(self.folder, inside=not self.bundled)
        return Index(self.folder, place and place / "index.sqlite")
