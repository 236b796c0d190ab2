"""A list of pairs as a CSV file: columns old and new, and what may be said of each pair."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policydiff.errors import InputError, UnreadableFile
from policydiff.messages import _
from policydiff.read.encoding import decode

COLUMNS: Mapping[str, str] = {
    **{name: name for name in ("old", "new", "name", "mode", "unit", "preset", "options")},
    "旧": "old",
    "旧文件": "old",
    "修订前": "old",
    "甲": "old",
    "新": "new",
    "新文件": "new",
    "修订后": "new",
    "乙": "new",
    "名称": "name",
    "方式": "mode",
    "选项": "options",
}
"""What a column may be called, and what it says."""

NEEDED = ("old", "new")

SETTINGS = ("mode", "unit", "preset")

DELIMITERS = ",;\t"

BETWEEN_OPTIONS = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A pair asked for on line ``line``: the names of two documents, what its files shall be called, how it is compared
    (``settings``: mode, unit, preset, where given) and the options of its formats."""

    line: int
    old: str
    new: str
    name: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


def read_pairs(path: Path) -> tuple[Wanted, ...]:
    """The pairs listed in ``path``, a CSV file in any encoding Excel writes; empty lines are passed over.

    A document that is a file beside the list may be named from there. Raises `UnreadableFile`, or `InputError` where
    columns are missing or unknown, or a line has just one document.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise UnreadableFile(
            _("Cannot read {path}: {reason}").format(path=path, reason=error.strerror or error),
            cause=_("The file is missing or may not be read."),
            fix=_("Check the path."),
        ) from error
    lines = list(_lines(text))
    if not lines:
        raise _wrong(path, _("It is empty."))
    columns = _columns(path, lines[0][1])
    return tuple(_wanted(path, line, dict(zip(columns, cells, strict=False))) for line, cells in lines[1:])


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    text = text.removeprefix("\ufeff")
    head = text.lstrip().partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda sign: (head.count(sign), sign == ","))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, [cell.strip() for cell in cells]


def _columns(path: Path, head: Sequence[str]) -> list[str]:
    columns = [COLUMNS.get(name.lower(), "") for name in head]
    unknown = [name for name, column in zip(head, columns, strict=True) if name and not column]
    if unknown or not set(NEEDED) <= set(columns):
        said = _("Unknown columns: {names}.").format(names=", ".join(unknown)) if unknown else ""
        raise _wrong(path, said or _("The columns old and new are not both there."))
    return columns


def _wanted(path: Path, line: int, cells: Mapping[str, str]) -> Wanted:
    if not cells.get("old") or not cells.get("new"):
        raise _wrong(path, _("Line {line} does not name two documents.").format(line=line))
    return Wanted(
        line=line,
        old=_beside(path, cells["old"]),
        new=_beside(path, cells["new"]),
        name=cells.get("name", ""),
        settings={name: cells[name] for name in SETTINGS if cells.get(name)},
        options=dict(_options(path, line, cells.get("options", ""))),
    )


def _options(path: Path, line: int, text: str) -> Iterator[tuple[str, str]]:
    for part in filter(None, (part.strip() for part in text.split(BETWEEN_OPTIONS))):
        name, sign, value = part.partition("=")
        if not name.strip() or (sign and not value.strip()):
            raise _wrong(path, _("Line {line} has an option without a name or a value.").format(line=line))
        yield name.strip().replace("-", "_"), value.strip() if sign else "yes"


def _beside(path: Path, name: str) -> str:
    """``name`` as a path from the list's folder, where a file is there."""
    for file in (name, name.rpartition("#")[0]):
        if file and (path.parent / file).is_file():
            return str(path.parent / name)
    return name


def _wrong(path: Path, cause: str) -> InputError:
    return InputError(
        _("“{path}” is no list of pairs.").format(path=path),
        cause=cause,
        fix=_(
            "Write a CSV file with a head: old, new, and if you like name, mode, unit, preset, options "
            "(such as full=yes; columns=3)."
        ),
    )
