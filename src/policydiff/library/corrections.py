"""What people decided about pairings: a readable file beside the documents, kept and applied again.

    - old: beijing-smart-city-2021
      new: tianjin-smart-city-2021
      pinned:
        - [4.1.2, 3.2]
      forbidden:
        - [2, 5]

One item per pair of documents, whichever is called old. Keys this module does not know are kept. Invariant: a pair
of sections is pinned, forbidden or neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policydiff.errors import LibraryError
from policydiff.library import files
from policydiff.library.derived import exclusive
from policydiff.messages import _

FILE = "corrections.yaml"

PINNED, FORBIDDEN = "pinned", "forbidden"

SectionPair = tuple[str, str]
"""Ids of a section of the old document and one of the new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of sections that are counterparts, and pairs that are not, for one pair of documents."""

    pinned: frozenset[SectionPair] = frozenset()
    forbidden: frozenset[SectionPair] = frozenset()


class CorrectionsFile:
    """The corrections of the library at ``folder``. Raises LibraryError where the file makes no sense."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE

    def of(self, old: str, new: str) -> Decisions:
        """What was decided about the documents with ids ``old`` and ``new``."""
        for item in self.items():
            if about(item, old, new):
                flipped = item["old"] != old
                return Decisions(
                    pinned=frozenset(flip(_pairs(item, PINNED), flipped)),
                    forbidden=frozenset(flip(_pairs(item, FORBIDDEN), flipped)),
                )
        return Decisions()

    def pin(self, old: str, new: str, sections: SectionPair) -> None:
        """Say that ``sections`` are counterparts."""
        self._decide(old, new, sections, PINNED)

    def forbid(self, old: str, new: str, sections: SectionPair) -> None:
        """Say that ``sections`` are not."""
        self._decide(old, new, sections, FORBIDDEN)

    def unpin(self, old: str, new: str, sections: SectionPair) -> bool:
        """Take back whatever was said of ``sections``; False where nothing was."""
        return self._decide(old, new, sections, None)

    def _decide(self, old: str, new: str, sections: SectionPair, decision: str | None) -> bool:
        """Move ``sections`` into one list of the item; True where that changed anything."""
        with self.editing() as items:
            item = item_of(items, old, new)
            (pair,) = flip([sections], item["old"] != old)
            before = {name: _pairs(item, name) for name in (PINNED, FORBIDDEN)}
            after = {name: [p for p in pairs if p != pair] for name, pairs in before.items()}
            if decision is not None:
                after[decision] = sorted([*after[decision], pair], key=order)
            if after == before:
                return False
            for name, pairs in after.items():
                item.pop(name, None)
                if pairs:
                    item[name] = [list(p) for p in pairs]
            return True

    @contextmanager
    def editing(self) -> Iterator[list[dict[str, Any]]]:
        """The file's items, to be changed in place; written afterwards, where they changed, without empty ones."""
        _make(self.folder)
        with exclusive(self.folder):
            items = self.items()
            before = deepcopy(items)
            yield items
            kept = [item for item in items if len(item) > 2]
            if kept != before:
                files.write(self.path, _printed(kept))

    def items(self) -> list[dict[str, Any]]:
        """What the file holds: an item per pair of documents."""
        if not self.path.exists():
            return []
        import yaml

        try:
            found = yaml.load(files.read(self.path), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise broken(self.path, mark.line + 1 if mark else 1) from None
        items = found or []
        if not isinstance(items, list) or not all(map(_sensible, items)):
            raise broken(self.path, 1)
        return items


def item_of(items: list[dict[str, Any]], old: str, new: str) -> dict[str, Any]:
    """The item about the two documents, made where there is none."""
    for item in items:
        if about(item, old, new):
            return item
    items.append({"old": old, "new": new})
    return items[-1]


def _sensible(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and isinstance(item.get("old"), str)
        and isinstance(item.get("new"), str)
        and all(isinstance(item.get(name) or [], list) for name in (PINNED, FORBIDDEN))
        and all(_is_pair(pair) for name in (PINNED, FORBIDDEN) for pair in item.get(name) or [])
    )


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(section, str) for section in pair)


def about(item: dict[str, Any], old: str, new: str) -> bool:
    """True where ``item`` is about the two documents, whichever is called old."""
    return (item["old"], item["new"]) in ((old, new), (new, old))


def _pairs(item: dict[str, Any], name: str) -> list[SectionPair]:
    return [(old, new) for old, new in item.get(name) or []]


def flip(pairs: list[SectionPair], flipped: bool) -> list[SectionPair]:
    """``pairs`` with both sides exchanged, if ``flipped``."""
    return [(new, old) for old, new in pairs] if flipped else pairs


def order(pair: SectionPair) -> list[tuple[int, str]]:
    """4.2 before 4.10."""
    return [(int(part) if part.isdecimal() else 0, part) for section in pair for part in section.split(".")]


def _printed(items: list[dict[str, Any]]) -> str:
    import yaml

    printed: str = yaml.safe_dump(items, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000)
    return printed if items else ""


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            _("The library “{path}” cannot be made.").format(path=folder),
            cause=error.strerror or str(error),
            fix=_("Choose another folder with --library or POLICYDIFF_LIBRARY."),
        ) from error


def broken(path: Path, line: int) -> LibraryError:
    """The error that says the file makes no sense."""
    return LibraryError(
        _("{file}, line {line}: the corrections cannot be read.").format(file=path, line=line),
        cause=_("The file was edited, and is no list of pairs any more."),
        fix=_("Correct it, restore it from version control, or delete it to lose the corrections."),
    )
