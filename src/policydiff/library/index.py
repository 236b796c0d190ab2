"""What the library knows without opening its files: an SQLite database derived from them.

Invariant: after `Index.refresh` there is one row per Markdown file, made from that file as it is now. The database
may be stale, damaged or deleted: it is rebuilt without asking. Where nothing can be written it lives in memory.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from policydiff.errors import LibraryError
from policydiff.keys import key
from policydiff.library import files, fulltext, markdown, works
from policydiff.library.derived import BUSY_SECONDS, PRIMARY_CODE
from policydiff.library.files import Stamp
from policydiff.library.values import Entry
from policydiff.messages import _
from policydiff.model import Document, Level, Section

VERSION = 2
"""Raised with every change of the tables or of what goes into them; an older version's database is rebuilt, a newer
one's refused."""

BATCH_FILES = 200
"""Files read between two commits: a program killed while indexing does not start over."""

AT_ONCE = 10_000
"""Documents asked for in one query."""

LAST_CHARACTER = "\U0010ffff"

_T = TypeVar("_T")

_LEVELS = {str(level): level for level in Level}

_TABLES = """
CREATE TABLE files (
    number INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, modified_ns INTEGER NOT NULL, size INTEGER NOT NULL,
    state TEXT NOT NULL, id TEXT, title TEXT, main_title TEXT, doc_number TEXT, number_key TEXT, issuers TEXT,
    date TEXT, region TEXT, level TEXT, kind TEXT, first_year INTEGER, last_year INTEGER, excerpt INTEGER,
    sections INTEGER, characters INTEGER, series TEXT, content TEXT);
CREATE INDEX files_content ON files (content);
CREATE INDEX files_id ON files (id);
CREATE INDEX files_number_key ON files (number_key);
"""

_COLUMNS = (
    "path, id, title, main_title, doc_number, issuers, date, region, level, kind, first_year, last_year, excerpt,"
    " sections, characters, series"
)


class State:
    """What a file turned out to be: a document, another Markdown file, or one that cannot be read."""

    DOCUMENT, OTHER, BROKEN = "document", "other", "broken"


class Row(NamedTuple):
    """A file as the index has it."""

    path: str
    id: str
    title: str
    main_title: str | None
    doc_number: str | None
    issuers: str
    date: str | None
    region: str | None
    level: str | None
    kind: str | None
    first_year: int | None
    last_year: int | None
    excerpt: int
    sections: int
    characters: int
    series: str

    def entry(self, folder: Path, *, bundled: bool) -> Entry:
        """The entry of the file, which stands in ``folder``."""
        period = None if self.first_year is None or self.last_year is None else (self.first_year, self.last_year)
        return Entry(
            id=self.id,
            title=self.title,
            main_title=self.main_title,
            doc_number=self.doc_number,
            issuers=() if self.issuers == "[]" else tuple(json.loads(self.issuers)),
            date=self.date,
            region=self.region,
            level=_LEVELS.get(self.level or ""),
            kind=self.kind,
            period=period,
            excerpt=bool(self.excerpt),
            sections=self.sections,
            characters=self.characters,
            series=self.series,
            path=folder / self.path,
            bundled=bundled,
        )


class Index:
    """The index of the library at ``folder``, kept in ``database`` or, where that is None or unusable, in memory."""

    def __init__(self, folder: Path, database: Path | None) -> None:
        self.folder = folder
        self.database = database
        self._connection: sqlite3.Connection | None = None
        self._one_at_a_time = threading.RLock()

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def refresh(self) -> None:
        """Read again what changed since the last time."""
        self._mended(self._refresh)

    def put(self, path: Path, document: Document) -> None:
        """Note that ``path`` holds ``document`` now."""
        found = _indexed(path.relative_to(self.folder).as_posix(), files.stamp(path), document)
        self._mended(lambda: self._store([found]))

    def forget(self, path: Path) -> None:
        """Note that ``path`` is gone."""
        self._mended(lambda: self._drop([path.relative_to(self.folder).as_posix()]))

    def rows(self) -> list[Row]:
        """All documents, as of the last refresh."""
        return self._rows("")

    def by_id(self, document_id: str) -> list[Row]:
        """The documents of that id: one, or several where files were copied by hand."""
        return self._rows("AND id = ?", document_id)

    def by_beginning(self, start: str) -> list[Row]:
        """The documents whose ids begin so."""
        return self._rows("AND id >= ? AND id < ?", start, start + LAST_CHARACTER)

    def ids(self) -> set[str]:
        """All ids."""
        return self._mended(lambda: {name for (name,) in self._open().execute("SELECT id FROM files")})

    def by_number(self, doc_number: str) -> list[Row]:
        """The documents whose number has the same comparison key."""
        found = key(doc_number)
        return self._rows("AND number_key = ?", found) if found else []

    def by_content(self, content: str) -> list[Row]:
        """The documents that say the same; see `policydiff.library.works.content_key`."""
        return self._rows("AND content = ?", content)

    def holding(self, words: Sequence[str]) -> list[Row]:
        """The documents in which every one of ``words`` occurs."""
        found = self._mended(lambda: [fulltext.holding(self._open(), word) for word in words])
        numbers = sorted(set.intersection(*found)) if found else []
        rows: list[Row] = []
        for start in range(0, len(numbers), AT_ONCE):
            rows += self._rows(f"AND number IN ({', '.join(map(str, numbers[start : start + AT_ONCE]))})")
        return sorted(rows)

    def broken(self) -> list[str]:
        """The paths of the files that cannot be read."""
        query = "SELECT path FROM files WHERE state = ? ORDER BY path"
        return self._mended(lambda: [path for (path,) in self._open().execute(query, (State.BROKEN,))])

    def _rows(self, where: str, *values: str) -> list[Row]:
        query = f"SELECT {_COLUMNS} FROM files WHERE state = '{State.DOCUMENT}' {where} ORDER BY path"
        return self._mended(lambda: list(map(Row._make, self._open().execute(query, values))))

    def _mended(self, action: Callable[[], _T]) -> _T:
        """Do it; where the database is damaged do it on a fresh one, where none can be written on one in memory."""
        with self._one_at_a_time:
            try:
                return action()
            except sqlite3.DatabaseError as error:
                busy = error.sqlite_errorcode & PRIMARY_CODE in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                (self._retreat if busy else self._recover)()
            try:
                return action()
            except sqlite3.DatabaseError:
                self._retreat()
            return action()

    def _recover(self) -> None:
        """Start afresh."""
        self.close()
        if self.database is not None:
            for ending in ("", "-journal", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    Path(f"{self.database}{ending}").unlink(missing_ok=True)
        self._after_loss()

    def _retreat(self) -> None:
        """Go on in memory."""
        self.close()
        self.database = None
        self._after_loss()

    def _after_loss(self) -> None:
        with contextlib.suppress(sqlite3.DatabaseError):
            self._refresh()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _connected(self.database)
        return self._connection

    def _refresh(self) -> None:
        known = {
            path: Stamp(*rest) for path, *rest in self._open().execute("SELECT path, modified_ns, size FROM files")
        }
        present = files.documents(self.folder)
        if gone := [path for path in known if path not in present]:
            self._drop(gone)
        changed = sorted(path for path, stamp in present.items() if known.get(path) != stamp)
        for start in range(0, len(changed), BATCH_FILES):
            batch = changed[start : start + BATCH_FILES]
            self._store([_read(self.folder, path, present[path]) for path in batch])

    def _store(self, found: Iterable[_Indexed]) -> None:
        with _transaction(self._open()) as db:
            for item in found:
                _delete(db, item.values["path"])
                names = ", ".join(item.values)
                marks = ", ".join("?" for _ in item.values)
                cursor = db.execute(f"INSERT INTO files ({names}) VALUES ({marks})", list(item.values.values()))
                if item.lines and cursor.lastrowid is not None:
                    fulltext.put(db, cursor.lastrowid, item.lines)

    def _drop(self, paths: Iterable[str]) -> None:
        with _transaction(self._open()) as db:
            for path in paths:
                _delete(db, path)


class _Indexed(NamedTuple):
    """What the index keeps of a file: values by column, and the lines that are searched."""

    values: dict[str, str | int | None]
    lines: list[str]


def _connected(database: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(
        database or ":memory:", timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise _newer(database)
        if version != VERSION:
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _newer(database: Path | None) -> LibraryError:
    return LibraryError(
        _("The library's index was made by a newer policydiff."),
        cause=_("{path} is of a version this program does not know.").format(path=database),
        fix=_("Update policydiff; or delete that file: it is made again from the documents, and nothing is lost."),
    )


def _create(connection: sqlite3.Connection) -> None:
    with _transaction(connection) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            return
        db.execute("DROP TABLE IF EXISTS files")
        for statement in _TABLES.strip().split(";\n"):
            db.execute(statement)
        fulltext.create(db)
        db.execute(f"PRAGMA user_version = {VERSION}")


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def _delete(db: sqlite3.Connection, path: str | int | None) -> None:
    for (number,) in db.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchall():
        fulltext.drop(db, number)
        db.execute("DELETE FROM files WHERE number = ?", (number,))


def _read(folder: Path, path: str, stamp: Stamp) -> _Indexed:
    try:
        text = files.read(folder / path)
        if not markdown.is_document(text):
            return _Indexed(_values(path, stamp, State.OTHER), [])
        return _indexed(path, stamp, markdown.load(text, file=path))
    except LibraryError:
        return _Indexed(_values(path, stamp, State.BROKEN), [])


def _indexed(path: str, stamp: Stamp, document: Document) -> _Indexed:
    first, last = document.period or (None, None)
    sections = list(document.walk())
    values: dict[str, str | int | None] = {
        "id": document.id,
        "title": document.title,
        "main_title": document.main_title,
        "doc_number": document.doc_number,
        "number_key": key(document.doc_number or "") or None,
        "issuers": json.dumps(document.issuers, ensure_ascii=False),
        "date": document.date,
        "region": document.region,
        "level": document.level and str(document.level),
        "kind": document.kind,
        "first_year": first,
        "last_year": last,
        "excerpt": int(document.excerpt),
        "sections": len(sections),
        "characters": sum(map(_characters, sections)),
        "series": works.series_of(document),
        "content": works.content_key(document),
    }
    return _Indexed(_values(path, stamp, State.DOCUMENT) | values, _searched(document, sections))


def _values(path: str, stamp: Stamp, state: str) -> dict[str, str | int | None]:
    return {"path": path, "modified_ns": stamp.modified_ns, "size": stamp.size, "state": state}


def _characters(section: Section) -> int:
    return sum(map(len, f"{section.label} {section.heading} {section.text}".split()))


def _searched(document: Document, sections: Iterable[Section]) -> list[str]:
    parts = [document.title, document.main_title, document.doc_number, *document.issuers, document.region]
    parts += [document.notice, document.closing]
    for section in sections:
        parts += [f"{section.label}{section.heading}", *section.text.split("\n")]
        parts += [cell for table in section.tables for row in (table.header, *table.rows) for cell in row]
    return [part for part in parts if part]
