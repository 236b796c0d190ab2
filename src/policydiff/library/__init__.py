"""A folder of documents as Markdown, and what is derived from it: an index, caches.

Invariant: deleting everything derived loses nothing.
"""

from policydiff.library.cache import TermCache, version_of
from policydiff.library.corrections import CorrectionsFile, Decisions
from policydiff.library.naming import resolve, split_section
from policydiff.library.store import Library, default_folder, open_library
from policydiff.library.values import EVERYTHING, Added, AddedStatus, Entry, Filters

__all__ = [
    "EVERYTHING",
    "Added",
    "AddedStatus",
    "CorrectionsFile",
    "Decisions",
    "Entry",
    "Filters",
    "Library",
    "TermCache",
    "default_folder",
    "open_library",
    "resolve",
    "split_section",
    "version_of",
]
