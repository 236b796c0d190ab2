"""What a reader wrote beside the rows of a comparison: bookmarks and notes, in the corrections' file.

    - old: beijing-smart-city-2021
      new: tianjin-smart-city-2021
      remarks:
        - {sections: [4.1.2, 3.2], bookmark: true, text: 指标口径不同}

A row is known by its first section of each side, empty where there is none. Invariant: there is one remark for a
row, or none; what this module does not know is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from policydiff.library.corrections import CorrectionsFile, SectionPair, about, broken, flip, item_of, order

REMARKS, SECTIONS, TEXT, MARKED = "remarks", "sections", "text", "bookmark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A note, a bookmark, or both."""

    text: str = ""
    bookmark: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.bookmark)


class RemarksFile:
    """The remarks in a library's file of corrections. Raises LibraryError where the file makes no sense."""

    def __init__(self, corrections: CorrectionsFile) -> None:
        self._file = corrections

    def of(self, old: str, new: str) -> dict[SectionPair, Remark]:
        """The remarks on the comparison of the documents with ids ``old`` and ``new``."""
        for item in self._file.items():
            if about(item, old, new):
                found = (self._read(entry) for entry in self._entries(item))
                return {flip([place], item["old"] != old)[0]: remark for place, remark in found if remark}
        return {}

    def put(self, old: str, new: str, place: SectionPair, remark: Remark) -> None:
        """Keep ``remark`` on the row ``place``; an empty one takes the row's remark away."""
        with self._file.editing() as items:
            item = item_of(items, old, new)
            (place,) = flip([place], item["old"] != old)
            kept = [entry for entry in self._entries(item) if self._read(entry)[0] != place]
            if remark:
                kept.append(_entry(place, remark))
            item.pop(REMARKS, None)
            if kept:
                item[REMARKS] = sorted(kept, key=lambda entry: order(self._read(entry)[0]))

    def _entries(self, item: dict[str, Any]) -> list[dict[str, Any]]:
        found = item.get(REMARKS) or []
        if not isinstance(found, list) or not all(map(_sensible, found)):
            raise broken(self._file.path, 1)
        return found

    def _read(self, entry: dict[str, Any]) -> tuple[SectionPair, Remark]:
        old, new = entry[SECTIONS]
        return (old, new), Remark(text=entry.get(TEXT) or "", bookmark=str(entry.get(MARKED)).lower() == "true")


def _sensible(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    sections = entry.get(SECTIONS)
    named = isinstance(sections, list) and len(sections) == 2 and all(isinstance(name, str) for name in sections)
    return named and isinstance(entry.get(TEXT) or "", str)


def _entry(place: SectionPair, remark: Remark) -> dict[str, Any]:
    entry: dict[str, Any] = {SECTIONS: list(place)}
    if remark.bookmark:
        entry[MARKED] = True
    if remark.text:
        entry[TEXT] = remark.text
    return entry
