"""A folder of documents as Markdown, and what is derived from it: an index, caches.

Invariant: deleting everything derived loses nothing.
"""

from policydiff.library.naming import resolve, split_section
from policydiff.library.store import Library, default_folder, open_library
from policydiff.library.values import EVERYTHING, Added, AddedStatus, Entry, Filters

__all__ = [
    "EVERYTHING",
    "Added",
    "AddedStatus",
    "Entry",
    "Filters",
    "Library",
    "default_folder",
    "open_library",
    "resolve",
    "split_section",
]
