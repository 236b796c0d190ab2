"""Words looked up in the documents' texts, inside the index's database.

Built on SQLite's FTS5 with trigrams, so that any stretch of three characters is found at once, and one or two by
way of the trigrams that begin with it. A build of SQLite without them scans the texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from policydiff.keys import key

_LAST = "\U0010ffff"
_END = "\n\n"
"""Behind every text, so that its last characters begin a trigram too."""

_TRIGRAM_CHARACTERS = 3


def create(db: sqlite3.Connection) -> None:
    """Make the tables, replacing what is there."""
    for name in ("terms", "texts"):
        db.execute(f"DROP TABLE IF EXISTS {name}")
    try:
        db.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'trigram case_sensitive 1')")
        db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, row)")
    except sqlite3.OperationalError:
        db.execute("CREATE TABLE texts (text TEXT)")


def put(db: sqlite3.Connection, number: int, lines: Iterable[str]) -> None:
    """Keep the folded ``lines`` of document ``number``; a word is never found across two of them."""
    db.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", (number, "\n".join(map(folded, lines)) + _END))


def drop(db: sqlite3.Connection, number: int) -> None:
    """Forget document ``number``."""
    db.execute("DELETE FROM texts WHERE rowid = ?", (number,))


def holding(db: sqlite3.Connection, word: str) -> set[int]:
    """The numbers of the documents ``word`` occurs in; all, where it is nothing but blanks and brackets."""
    wanted = folded(word)
    if not wanted:
        return {number for (number,) in db.execute("SELECT rowid FROM texts")}
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'terms'").fetchone():
        return {number for (number,) in db.execute("SELECT rowid FROM texts WHERE instr(text, ?) > 0", (wanted,))}
    phrases = [wanted] if len(wanted) >= _TRIGRAM_CHARACTERS else _beginning(db, wanted)
    if not phrases:
        return set()
    query = " OR ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    return {number for (number,) in db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (query,))}


def folded(text: str) -> str:
    """What is kept and looked up: the comparison key, in lower case."""
    return key(text).lower()


def _beginning(db: sqlite3.Connection, start: str) -> list[str]:
    """The trigrams that begin with ``start``."""
    return [
        term for (term,) in db.execute("SELECT term FROM terms WHERE term >= ? AND term < ?", (start, start + _LAST))
    ]
