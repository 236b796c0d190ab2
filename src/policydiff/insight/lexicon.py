"""The words and patterns of `lexicon.toml`, with a user's own added.

Invariant: every rule of this room that names a word takes it from here, so a file can extend it without code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from policydiff.errors import UnreadableFile, UsageError
from policydiff.messages import _

FILE = "lexicon.toml"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The file's tables as TOML gives them. Compared by identity: grammars are kept per lexicon."""

    tables: Mapping[str, Any]

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """The list ``name`` of ``table``."""
        return tuple(self.tables[table][name])

    def word(self, table: str, name: str) -> str:
        """The single value ``name`` of ``table``."""
        return str(self.tables[table][name])

    def table(self, table: str, name: str) -> Mapping[str, Any]:
        """The table ``name`` inside ``table``."""
        found: Mapping[str, Any] = self.tables[table][name]
        return found

    @property
    def lookalikes(self) -> tuple[tuple[str, str], ...]:
        """Name and pattern of each look-alike."""
        return tuple((entry["name"], entry["pattern"]) for entry in self.tables["lookalike"])


@cache
def lexicon(path: Path | None = None) -> Lexicon:
    """The package's lexicon, with the file at ``path`` added.

    Raises `UnreadableFile` where it cannot be read, and `UsageError` where it is no TOML, names a table that does not
    exist, or holds a pattern that is none.
    """
    own = tomllib.loads(resources.files("policydiff.insight").joinpath(FILE).read_text("utf-8"))
    if path is None:
        return Lexicon(own)
    return Lexicon(_merged(own, _read(path), path))


def alternatives(words: Iterable[str]) -> str:
    """``words`` as alternatives of a pattern, so that none is cut short by another that begins it."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UnreadableFile(
            _("Cannot read the lexicon {path}: {reason}").format(path=path, reason=error.strerror or error),
            cause=_("The file is missing or may not be read."),
            fix=_("Check the name and the rights of the file."),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            _("The lexicon {path} is no TOML file: {reason}").format(path=path, reason=error),
            cause=_("A lexicon is a TOML file in UTF-8 with the tables of the built-in one."),
            fix=_("Mend the file; docs/insight.md shows an example."),
        ) from error


def _merged(own: Mapping[str, Any], added: Mapping[str, Any], path: Path) -> dict[str, Any]:
    unknown = sorted(set(added) - set(own))
    if unknown:
        raise UsageError(
            _("The lexicon {path} has a table “{table}” that means nothing here.").format(path=path, table=unknown[0]),
            cause=_("Tables are {names}.").format(names=", ".join(own)),
            fix=_("Rename the table, or leave it out."),
        )
    for entry in added.get("lookalike", ()):
        _checked(entry, path)
    return {name: _joined(value, added.get(name)) for name, value in own.items()}


def _checked(entry: Mapping[str, Any], path: Path) -> None:
    try:
        re.compile(entry["pattern"])
        str(entry["name"])
    except (re.error, KeyError, TypeError) as error:
        raise UsageError(
            _("The lexicon {path} has a look-alike that cannot be used: {reason}").format(path=path, reason=error),
            cause=_("A look-alike has a name and a pattern, a regular expression."),
            fix=_("Mend the pattern."),
        ) from error


def _joined(own: Any, added: Any) -> Any:
    if added is None:
        return own
    if isinstance(own, Mapping) and isinstance(added, Mapping):
        return {**{name: _joined(value, added.get(name)) for name, value in own.items()}, **_new(own, added)}
    if isinstance(own, list) and isinstance(added, list):
        return [*own, *added]
    return added


def _new(own: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in added.items() if name not in own}
