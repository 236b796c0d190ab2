"""Terms of texts, kept so that no text is cut into words twice.

Content-addressed: an entry belongs to a text, whatever document it stands in, and to the version of the cutter.
Derived: deleting or damaging the file loses nothing but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

SEPARATOR = "\x1f"
"""Between terms. Terms that contain it are not kept."""

BUSY_SECONDS = 1.0
"""Who cannot write at once does without: the terms are made again next time."""

Cut = Callable[[str], list[str]]
"""A text's terms."""


class TermCache:
    """Terms kept in ``database``, or not at all where that is None; ``version`` names how they are made."""

    def __init__(self, database: Path | None, version: str) -> None:
        self.database = database
        self.version = version

    def terms(self, texts: Sequence[str], cut: Cut) -> list[list[str]]:
        """``cut`` of each of ``texts``; it is called only for those that are not known yet."""
        with self.cutting(cut) as remembered:
            return [remembered(text) for text in texts]

    @contextlib.contextmanager
    def cutting(self, cut: Cut) -> Iterator[Cut]:
        """``cut`` with a memory: what it had to do is kept when the block ends."""
        found: dict[bytes, list[str]] = {}
        made: dict[bytes, list[str]] = {}
        connection = self._connected()

        def remembered(text: str) -> list[str]:
            digest = _digest(text)
            if digest not in found:
                known = None if connection is None else _known(connection, digest)
                if known is None:
                    made[digest] = cut(text)
                found[digest] = made[digest] if known is None else known
            return list(found[digest])

        try:
            yield remembered
            if connection is not None:
                _keep(connection, made)
        finally:
            if connection is not None:
                connection.close()

    def _connected(self) -> sqlite3.Connection | None:
        """The database, ready for this version; None where there is none or it is of no use just now."""
        if self.database is None:
            return None
        for _attempt in range(2):
            connection = sqlite3.connect(self.database, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                _prepare(connection, self.version)
                return connection
            except sqlite3.OperationalError:
                connection.close()
                return None
            except sqlite3.DatabaseError:
                connection.close()
                with contextlib.suppress(OSError):
                    self.database.unlink(missing_ok=True)
        return None


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


def _known(db: sqlite3.Connection, digest: bytes) -> list[str] | None:
    try:
        row = db.execute("SELECT terms FROM terms WHERE digest = ?", (digest,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else row[0].split(SEPARATOR) if row[0] else []


def _keep(db: sqlite3.Connection, made: dict[bytes, list[str]]) -> None:
    rows = [(digest, SEPARATOR.join(terms)) for digest, terms in made.items() if _separable(terms)]
    if rows:
        with contextlib.suppress(sqlite3.DatabaseError):
            db.execute("BEGIN IMMEDIATE")
            db.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?)", rows)
            db.execute("COMMIT")


def _separable(terms: Sequence[str]) -> bool:
    return terms != [""] and not any(SEPARATOR in term for term in terms)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
