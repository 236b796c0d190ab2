"""Terms of texts, kept so that no text is cut into words twice.

Content-addressed: an entry belongs to a text, whatever document it stands in, and to the version of the cutter.
Derived: deleting or damaging the file loses nothing but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

SEPARATOR = "\x1f"
"""Between terms. Terms that contain it are not kept."""

QUERY_TEXTS = 500
"""SQLite allows 999 values in a query."""

BUSY_SECONDS = 1.0
"""Who cannot write at once does without: the terms are made again next time."""

_T = TypeVar("_T")


class TermCache:
    """Terms kept in ``database``, or not at all where that is None; ``version`` names how they are made."""

    def __init__(self, database: Path | None, version: str) -> None:
        self.database = database
        self.version = version

    def terms(self, texts: Sequence[str], cut: Callable[[str], list[str]]) -> list[list[str]]:
        """``cut`` of each of ``texts``; it is called only for those that are not known yet."""
        digests = [_digest(text) for text in texts]
        nothing: dict[bytes, list[str]] = {}
        found = self._tried(lambda db: _known(db, list(dict.fromkeys(digests))), nothing)
        made: dict[bytes, list[str]] = {}
        for digest, text in zip(digests, texts, strict=True):
            if digest not in found:
                found[digest] = made[digest] = cut(text)
        if made:
            self._tried(lambda db: _keep(db, made), None)
        return [found[digest] for digest in digests]

    def _tried(self, action: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """``action`` on the database; ``otherwise`` where there is none or it is of no use just now."""
        if self.database is None:
            return otherwise
        try:
            with contextlib.closing(
                sqlite3.connect(self.database, timeout=BUSY_SECONDS, isolation_level=None)
            ) as connection:
                _prepare(connection, self.version)
                return action(connection)
        except sqlite3.OperationalError:
            return otherwise
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                self.database.unlink(missing_ok=True)
            return otherwise


def version_of(*modules: str) -> str:
    """A version that changes with the source of ``modules`` and with whatever segmenter is installed."""
    digest = hashlib.sha256()
    for name in modules:
        for file in _sources(name):
            digest.update(file.read_bytes())
    for name in ("rjieba", "jieba"):
        spec = find_spec(name)
        if spec is not None and spec.origin:
            found = Path(spec.origin).stat()
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _sources(module: str) -> Iterable[Path]:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        return []
    file = Path(spec.origin)
    return sorted(file.parent.glob("*.py")) if file.name == "__init__.py" else [file]


def _prepare(db: sqlite3.Connection, version: str) -> None:
    db.execute("PRAGMA synchronous = OFF")
    db.execute("CREATE TABLE IF NOT EXISTS version (name TEXT)")
    if db.execute("SELECT name FROM version").fetchall() == [(version,)]:
        return
    db.execute("BEGIN IMMEDIATE")
    db.execute("DROP TABLE IF EXISTS terms")
    db.execute("CREATE TABLE terms (digest BLOB PRIMARY KEY, terms TEXT NOT NULL) WITHOUT ROWID")
    db.execute("DELETE FROM version")
    db.execute("INSERT INTO version VALUES (?)", (version,))
    db.execute("COMMIT")


def _known(db: sqlite3.Connection, digests: Sequence[bytes]) -> dict[bytes, list[str]]:
    found: dict[bytes, list[str]] = {}
    for start in range(0, len(digests), QUERY_TEXTS):
        part = digests[start : start + QUERY_TEXTS]
        query = f"SELECT digest, terms FROM terms WHERE digest IN ({','.join('?' * len(part))})"
        found.update((digest, terms.split(SEPARATOR) if terms else []) for digest, terms in db.execute(query, part))
    return found


def _keep(db: sqlite3.Connection, made: dict[bytes, list[str]]) -> None:
    rows = [(digest, SEPARATOR.join(terms)) for digest, terms in made.items() if _separable(terms)]
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?)", rows)
    db.execute("COMMIT")


def _separable(terms: Sequence[str]) -> bool:
    return terms != [""] and not any(SEPARATOR in term for term in terms)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
