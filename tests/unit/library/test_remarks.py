"""Bookmarks and notes are kept beside the corrections, readable, and for either order of the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.errors import LibraryError
from policydiff.library import CorrectionsFile
from policydiff.library.remarks import Remark, RemarksFile


@pytest.fixture
def corrections(tmp_path: Path) -> CorrectionsFile:
    return CorrectionsFile(tmp_path / "library")


@pytest.fixture
def kept(corrections: CorrectionsFile) -> RemarksFile:
    return RemarksFile(corrections)


def test_nothing_was_written(kept: RemarksFile) -> None:
    assert kept.of("a", "b") == {}


def test_a_remark_comes_back_for_either_order(kept: RemarksFile) -> None:
    remark = Remark(text="指标口径不同", bookmark=True)
    kept.put("a", "b", ("4.1", "3"), remark)
    kept.put("b", "a", ("", "2"), Remark(bookmark=True))
    assert kept.of("a", "b") == {("4.1", "3"): remark, ("2", ""): Remark(bookmark=True)}
    assert kept.of("b", "a") == {("3", "4.1"): remark, ("", "2"): Remark(bookmark=True)}


def test_an_empty_remark_takes_the_rows_away(kept: RemarksFile, corrections: CorrectionsFile) -> None:
    kept.put("a", "b", ("1", "1"), Remark(text="一"))
    kept.put("a", "b", ("1", "1"), Remark())
    assert kept.of("a", "b") == {}
    assert corrections.path.read_text(encoding="utf-8") == ""


def test_corrections_and_remarks_leave_each_other_alone(kept: RemarksFile, corrections: CorrectionsFile) -> None:
    corrections.pin("a", "b", ("1", "2"))
    kept.put("a", "b", ("1", "2"), Remark(text="核", bookmark=True))
    corrections.forbid("a", "b", ("3", "4"))
    assert corrections.of("a", "b").pinned == {("1", "2")}
    assert kept.of("a", "b") == {("1", "2"): Remark(text="核", bookmark=True)}
    corrections.unpin("a", "b", ("1", "2"))
    corrections.unpin("a", "b", ("3", "4"))
    assert kept.of("a", "b") == {("1", "2"): Remark(text="核", bookmark=True)}


def test_remarks_that_make_no_sense_are_an_error(kept: RemarksFile, corrections: CorrectionsFile) -> None:
    corrections.folder.mkdir()
    corrections.path.write_text("- {old: a, new: b, remarks: [{text: x}]}\n", encoding="utf-8")
    with pytest.raises(LibraryError):
        kept.of("a", "b")
