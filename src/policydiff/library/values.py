"""What the library answers with, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from policydiff.model import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document in the library, without its text.

    ``sections`` counts all levels; ``characters`` those of headings and texts, blanks left out. Entries of
    one ``series`` are versions of one work (empty: of none that is known). ``bundled`` documents
    came with the program and cannot be changed.
    """

    id: str
    title: str
    main_title: str | None
    doc_number: str | None
    issuers: tuple[str, ...]
    date: str | None
    region: str | None
    level: Level | None
    kind: str | None
    period: tuple[int, int] | None
    excerpt: bool
    sections: int
    characters: int
    series: str
    path: Path
    bundled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which entries are wanted: every filter that is set must hold, of several values of one filter any.

    ``regions`` match a name or its beginning (``北京`` finds ``北京市``); ``years`` are those of the date; ``period``
    finds plans that lie within it; all of ``words`` must occur in the metadata or the text, width, blanks, brackets
    and script aside.
    """

    regions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    period: tuple[int, int] | None = None
    words: tuple[str, ...] = ()

    def hold(self, entry: Entry) -> bool:
        """True where ``entry`` passes all filters but ``words``."""
        return (
            (not self.regions or (entry.region or "").startswith(self.regions))
            and (not self.levels or entry.level in self.levels)
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.years or (entry.date or "")[:4] in map(str, self.years))
            and _within(entry.period, self.period)
        )


EVERYTHING = Filters()
"""No filter."""


class AddedStatus(StrEnum):
    """ADDED: it is new. UNCHANGED: it was there. UPDATED: a fresh reading of the same source replaced an older one
    that nobody had edited. RENAMED: another document has the id; both are kept. DUPLICATE: a document from another file
    says the same already, and this one was not kept."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    RENAMED = "renamed"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Under which id a document is in the library now, what that took, and its file."""

    id: str
    status: AddedStatus
    path: Path


def _within(period: tuple[int, int] | None, wanted: tuple[int, int] | None) -> bool:
    return wanted is None or (period is not None and wanted[0] <= period[0] and period[1] <= wanted[1])
