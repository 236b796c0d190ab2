"""The cache gives what cutting gives, and cuts nothing twice."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from policydiff.library import TermCache, version_of

TEXTS = ["数据 共享", "", "数据 共享", "a\x1fb c", "智慧 城市"]


class Cutter:
    """Cuts at blanks and counts."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __call__(self, text: str) -> list[str]:
        self.calls.append(text)
        return text.split(" ")


EXPECTED = [text.split(" ") for text in TEXTS]


def test_each_text_is_cut_once(tmp_path: Path) -> None:
    cut = Cutter()
    cache = TermCache(tmp_path / "terms.sqlite", "1")
    assert cache.terms(TEXTS, cut) == EXPECTED
    assert cut.calls == ["数据 共享", "", "a\x1fb c", "智慧 城市"]
    again = Cutter()
    assert TermCache(tmp_path / "terms.sqlite", "1").terms(TEXTS, again) == EXPECTED
    assert again.calls == ["", "a\x1fb c"]


def test_another_version_starts_afresh(tmp_path: Path) -> None:
    TermCache(tmp_path / "terms.sqlite", "1").terms(TEXTS, Cutter())
    cut = Cutter()
    assert TermCache(tmp_path / "terms.sqlite", "2").terms(TEXTS, cut) == EXPECTED
    assert "数据 共享" in cut.calls


def test_without_a_place_everything_is_cut() -> None:
    assert TermCache(None, "1").terms(TEXTS, Cutter()) == EXPECTED


@pytest.mark.parametrize("damage", [b"nonsense" * 1000, b""])
def test_a_damaged_cache_is_replaced(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "terms.sqlite"
    path.write_bytes(damage)
    assert TermCache(path, "1").terms(TEXTS, Cutter()) == EXPECTED
    cut = Cutter()
    assert TermCache(path, "1").terms(TEXTS, cut) == EXPECTED
    assert "数据 共享" not in cut.calls


def test_a_busy_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.library.cache.BUSY_SECONDS", 0.01)
    path = tmp_path / "terms.sqlite"
    TermCache(path, "1").terms(TEXTS, Cutter())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert TermCache(path, "1").terms(TEXTS, Cutter()) == EXPECTED
    finally:
        other.close()


def test_many_texts(tmp_path: Path) -> None:
    texts = [f"文本 {number}" for number in range(2500)]
    cache = TermCache(tmp_path / "terms.sqlite", "1")
    assert cache.terms(texts, Cutter()) == cache.terms(texts, Cutter())


def test_the_version_follows_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "cutter_of_test.py").write_text("A = 1\n", encoding="utf-8")
    first = version_of("cutter_of_test")
    assert version_of("cutter_of_test") == first
    (tmp_path / "cutter_of_test.py").write_text("A = 2\n", encoding="utf-8")
    assert version_of("cutter_of_test") != first
    assert version_of("policydiff.tokens") != version_of("policydiff.tokens", "policydiff.keys")
