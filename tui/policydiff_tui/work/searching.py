"""The library's index of sections, made when first asked and again after the library changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from policydiff.library import Library
from policydiff.model import Hits

if TYPE_CHECKING:
    from policydiff.search import Index

TOP = 50


class Finder:
    """Answers from several threads, one after the other."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._made_from: tuple[object, ...] = ()
        self._index: Index | None = None

    def nearest(self, passage: str, top: int = TOP) -> Hits:
        """The ``top`` sections most like ``passage``, best first."""
        with self._lock:
            return self._current().search(passage, top=top)

    def _current(self) -> Index:
        from policydiff.compare import remembering
        from policydiff.search import Index

        entries = self._library.entries()
        stamp = tuple((entry.id, entry.path, entry.characters, entry.date) for entry in entries)
        if self._index is None or stamp != self._made_from:
            with remembering(self._library) as cut:
                self._index = Index(map(self._library.document, entries), cut=cut)
            self._made_from = stamp
        return self._index
