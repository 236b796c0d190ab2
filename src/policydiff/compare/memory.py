"""A library's memory for words, so that comparing its documents again cuts nothing twice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.library.cache import Cut, version_of
from policydiff.similarity.terms import words

if TYPE_CHECKING:
    from policydiff.library import Library

SOURCES = ("policydiff.tokens", "policydiff.keys", "policydiff.similarity.terms")
"""What decides on the words of a text."""


@contextlib.contextmanager
def remembering(library: Library) -> Iterator[Cut]:
    """``cut`` for `compare`, and ``terms`` for a matrix of words, with the memory of ``library``."""
    with library.term_cache("words", version_of(*SOURCES)).cutting(words) as cut:
        yield cut
