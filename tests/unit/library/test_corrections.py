"""Decisions on pairings are kept readable, and apply whichever document is called old."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.errors import LibraryError
from policydiff.library import CorrectionsFile, Decisions


@pytest.fixture
def kept(tmp_path: Path) -> CorrectionsFile:
    return CorrectionsFile(tmp_path / "library")


def test_nothing_was_decided(kept: CorrectionsFile) -> None:
    assert kept.of("a", "b") == Decisions()
    assert not kept.folder.exists()


def test_decisions_are_kept_readable(kept: CorrectionsFile) -> None:
    kept.pin("beijing", "tianjin", ("4.10", "3"))
    kept.pin("beijing", "tianjin", ("4.2", "3.2"))
    kept.forbid("beijing", "tianjin", ("2", "5"))
    kept.pin("甲", "乙", ("0", "0"))
    assert kept.path.read_text(encoding="utf-8") == (
        "- old: beijing\n"
        "  new: tianjin\n"
        "  pinned:\n"
        "  - ['4.2', '3.2']\n"
        "  - ['4.10', '3']\n"
        "  forbidden:\n"
        "  - ['2', '5']\n"
        "- old: 甲\n"
        "  new: 乙\n"
        "  pinned:\n"
        "  - ['0', '0']\n"
    )
    assert kept.of("beijing", "tianjin") == Decisions(
        pinned=frozenset({("4.10", "3"), ("4.2", "3.2")}), forbidden=frozenset({("2", "5")})
    )


def test_either_document_may_be_called_old(kept: CorrectionsFile) -> None:
    kept.pin("a", "b", ("1", "2"))
    kept.pin("b", "a", ("4", "3"))
    assert kept.of("a", "b").pinned == {("1", "2"), ("3", "4")}
    assert kept.of("b", "a").pinned == {("2", "1"), ("4", "3")}


def test_the_last_decision_holds(kept: CorrectionsFile) -> None:
    kept.pin("a", "b", ("1", "2"))
    kept.forbid("a", "b", ("1", "2"))
    assert kept.of("a", "b") == Decisions(forbidden=frozenset({("1", "2")}))
    assert kept.unpin("a", "b", ("1", "2"))
    assert not kept.unpin("a", "b", ("1", "2"))
    assert kept.of("a", "b") == Decisions()
    assert kept.path.read_text(encoding="utf-8") == ""


def test_other_keys_are_kept(kept: CorrectionsFile) -> None:
    kept.folder.mkdir()
    kept.path.write_text("- {old: a, new: b, pinned: [[4.10, 3.2]], notes: {4.10: 待核}}\n", encoding="utf-8")
    assert kept.of("a", "b").pinned == {("4.10", "3.2")}
    kept.unpin("a", "b", ("4.10", "3.2"))
    assert "待核" in kept.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["- [", "a: b", "- a", "- {old: a}", "- {old: a, new: b, pinned: [1]}", "- {old: a, new: b, pinned: 1}"]
)
def test_a_file_that_makes_no_sense_is_an_error_and_is_not_overwritten(kept: CorrectionsFile, text: str) -> None:
    kept.folder.mkdir()
    kept.path.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError) as raised:
        kept.pin("a", "b", ("1", "1"))
    assert str(kept.path) in raised.value.what
    assert kept.path.read_text(encoding="utf-8") == text
