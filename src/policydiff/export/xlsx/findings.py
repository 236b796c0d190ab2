"""A sheet for each kind of note a comparison carries (指标对照, 提法变化 …), whatever fields its notes have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policydiff.export.xlsx.book import WHOLE, Book, Column, Value
from policydiff.export.xlsx.places import Places
from policydiff.messages import N_, _
from policydiff.model import Comparison
from policydiff.synopsis import kind_name, note_text
from policydiff.synopsis.lists import listed
from policydiff.synopsis.note_texts import KINDS, change_name
from policydiff.synopsis.table_head import column_names

SHEETS: Mapping[str, str] = {
    "target": N_("Targets"),
    "deadline": N_("Deadlines"),
    "responsibility": N_("Responsible bodies"),
    "citation": N_("Citations"),
    "wording": N_("Wording"),
}

FIELDS: Mapping[str, str] = {
    "indicator": N_("indicator"),
    "comparator": N_("comparator"),
    "value": N_("value"),
    "value2": N_("upper value"),
    "unit": N_("unit"),
    "base_value": N_("base value"),
    "base_year": N_("base year"),
    "deadline": N_("deadline"),
    "deadline_from": N_("deadline stated in"),
    "scope": N_("scope"),
    "modality": N_("modality"),
    "attribute": N_("attribute"),
    "implicit": N_("implied"),
    "text": N_("words"),
    "sentence": N_("sentence"),
    "task": N_("task"),
    "bodies": N_("bodies"),
    "and_others": N_("and others"),
    "title": N_("title"),
    "doc_number": N_("document number"),
    "from": N_("from"),
    "to": N_("to"),
    "direction": N_("direction"),
    "ladder": N_("ladder"),
    "subject": N_("subject"),
    "added": N_("added"),
    "dropped": N_("dropped"),
}
"""Fields whose names readers know; any other is headed as the note calls it."""

CHANGE = ("change",)
DIRECTIONS = frozenset({("change",), ("direction",)})

Path = tuple[str, ...]


def findings(book: Book, comparison: Comparison, sides: tuple[Places, Places]) -> None:
    """The sheets, known kinds first."""
    kinds = {note.kind for pair in comparison.pairs for note in pair.notes}
    for kind in (*(kind for kind in KINDS if kind in kinds), *sorted(kinds - KINDS.keys())):
        _sheet(book, comparison, sides, kind)


def _sheet(book: Book, comparison: Comparison, sides: tuple[Places, Places], kind: str) -> None:
    found = [(pair, note) for pair in comparison.pairs for note in pair.notes if note.kind == kind]
    flat = [dict(flattened(note.fields)) for _pair, note in found]
    paths = _ordered(flat)
    names = dict(zip(("old", "new"), column_names(comparison), strict=True))
    book.table(
        _(SHEETS[kind]) if kind in SHEETS else kind_name(kind),
        [
            *(Column(_("No."), 6, WHOLE), Column(_("Finding"), 40)),
            *(Column(_title(path, names), _width(path, flat)) for path in paths),
            *(*sides[0].names, *sides[1].names, *sides[0].spots, *sides[1].spots),
        ],
        (
            [
                *(number, note_text(note), *(_value(path, fields.get(path)) for path in paths)),
                *(*sides[0].named(pair.old), *sides[1].named(pair.new)),
                *(*sides[0].spotted(pair.old), *sides[1].spotted(pair.new)),
            ]
            for number, ((pair, note), fields) in enumerate(zip(found, flat, strict=True), 1)
        ),
        frozen=2,
        printed=2 + len(paths) + 4,
    )


def flattened(fields: Mapping[str, Any], above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The plain values in ``fields`` by the path that leads to them; lists of plain values are one value."""
    for name, value in fields.items():
        path = (*above, str(name))
        if isinstance(value, Mapping):
            yield from flattened(value, path)
        else:
            yield path, value


def _ordered(rows: Sequence[Mapping[Path, Any]]) -> list[Path]:
    """Every path in use, the change first, then in the order in which they are met."""
    found = dict.fromkeys(path for row in rows for path, value in row.items() if value not in (None, "", (), []))
    return sorted(found, key=lambda path: path != CHANGE)


def _title(path: Path, names: Mapping[str, str]) -> str:
    *above, last = path
    words = [*(names.get(part, part) for part in above), names.get(last) or _(FIELDS.get(last, last))]
    if path == CHANGE:
        return _("Change")
    if len(words) == 1:
        return words[0]
    return _("{side}: {what}").format(side=words[0], what=" ".join(words[1:]))


def _width(path: Path, rows: Iterable[Mapping[Path, Any]]) -> float:
    longest = max((len(str(row.get(path) or "")) for row in rows), default=0)
    return min(48.0, max(10.0, 2.0 * longest + 2))


def _value(path: Path, value: Any) -> Value:
    if path in DIRECTIONS:
        return change_name(value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Iterable):
        return listed(str(item) for item in value)
    return str(value)
