"""The index is derived: stale, damaged, missing or unwritable, the library answers the same."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from policydiff.errors import LibraryError
from policydiff.library import Filters, Library
from policydiff.library.index import Index
from tests.factory import document, section

ONE = document(section("一、", "目标", "建设智慧城市。"), id="one")
TWO = document(section("一、", "目标", "发展数字经济。"), id="two")


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library]


def index_file(library: Library) -> Path:
    return library.folder / ".policydiff" / "index.sqlite"


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(ONE)
    library.add(TWO)
    library.close()
    return library


def test_it_is_kept_out_of_git(filled: Library) -> None:
    assert (filled.folder / ".policydiff" / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
def test_a_damaged_index_is_rebuilt(filled: Library, damage: bytes | None) -> None:
    path = index_file(filled)
    data = path.read_bytes()
    path.write_bytes(data[:5000] + b"\xff" * 20000 + data[25000:] if damage is None else damage)
    assert ids(filled) == ["one", "two"]
    assert [e.id for e in filled.entries(Filters(words=("经济",)))] == ["two"]


def test_a_deleted_index_is_rebuilt_while_in_use(filled: Library) -> None:
    assert ids(filled) == ["one", "two"]
    for path in (filled.folder / ".policydiff").iterdir():
        path.unlink()
    assert ids(filled) == ["one", "two"]
    filled.close()
    assert ids(filled) == ["one", "two"]


def of_version(library: Library, version: int) -> None:
    connection = sqlite3.connect(index_file(library))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("DROP TABLE files")
    connection.commit()
    connection.close()


def test_an_older_versions_index_is_rebuilt(filled: Library) -> None:
    of_version(filled, 1)
    assert ids(filled) == ["one", "two"]


def test_a_newer_versions_index_is_refused_with_the_remedy(filled: Library) -> None:
    of_version(filled, 99)
    with pytest.raises(LibraryError) as raised:
        filled.entries()
    assert str(index_file(filled)) in raised.value.cause
    index_file(filled).unlink()
    assert ids(filled) == ["one", "two"]


def test_edits_additions_and_deletions_are_noticed(filled: Library) -> None:
    assert ids(filled) == ["one", "two"]
    one = filled.folder / "one.md"
    one.write_text(one.read_text(encoding="utf-8").replace("智慧", "数字"), encoding="utf-8")
    os.utime(one, ns=(1, 1))
    (filled.folder / "three.md").write_text("---\ntitle: 三\n---\n数字。\n", encoding="utf-8")
    (filled.folder / "two.md").unlink()
    assert [e.id for e in filled.entries(Filters(words=("数字",)))] == ["one", "three"]


def test_only_changed_files_are_read_again(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(filled)
    filled.close()
    monkeypatch.setattr("policydiff.library.index.markdown.load", lambda *_, **__: pytest.fail("read again"))
    assert ids(filled) == ["one", "two"]


def test_where_nothing_can_be_written_it_lives_in_memory(filled: Library, tmp_path: Path) -> None:
    index = Index(filled.folder, tmp_path / "missing" / "index.sqlite")
    index.refresh()
    assert [row.id for row in index.rows()] == ["one", "two"]
    assert index.database is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_library_is_readable(filled: Library) -> None:
    for path in (filled.folder / ".policydiff").iterdir():
        path.unlink()
    (filled.folder / ".policydiff").rmdir()
    filled.folder.chmod(0o555)
    try:
        assert ids(filled) == ["one", "two"]
    finally:
        filled.folder.chmod(0o755)


def test_a_busy_index_does_not_stop_reading(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.library.index.BUSY_SECONDS", 0.01)
    other = sqlite3.connect(index_file(filled), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert ids(filled) == ["one", "two"]
    finally:
        other.close()
