from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from policydiff.errors import InputError
from policydiff.library import markdown
from policydiff.library.intake import files_in, intake
from policydiff.model import Parsed
from tests import samples

TEXT = "甲市智慧城市规划\n一、总\u200b则\n建设智慧城市。\n二、附则\n自发布之日起施行。\n"


def only(path: Path, **treatment: frozenset[str]) -> Parsed:
    (found,) = intake(path, **treatment)
    assert isinstance(found, Parsed)
    return found


def test_folders_give_their_files_in_order_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.xyz", "e.pdf", "~$f.docx", ".hidden.txt", "sub/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    named = tmp_path / "c.xyz"
    found = [path.relative_to(tmp_path).as_posix() for path in files_in([named, tmp_path])]
    assert found == ["c.xyz", "a.MD", "b.txt", "e.pdf", "sub/d.txt"]


def test_a_library_file_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "jia.md"
    path.write_text(markdown.dump(samples.old()), encoding="utf-8")
    assert only(path).documents == (samples.old(),)


def test_a_text_is_repaired_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    kept = only(path, skip_repairs=frozenset({"invisible"})).documents[0]
    mended = only(path).documents[0]
    assert any("\u200b" in section.heading + section.text for section in kept.walk())
    assert not any("\u200b" in section.heading + section.text for section in mended.walk())


def test_an_archive_gives_an_outcome_for_each_of_its_files(tmp_path: Path) -> None:
    path = tmp_path / "合集.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("一.txt", TEXT)
        archive.writestr("空.txt", "")
        archive.writestr("二.txt", TEXT.replace("甲市", "乙市"))
    found = list(intake(path))
    assert [type(one) for one in found[:1]] == [Parsed]
    titles = [one.documents[0].title for one in found if isinstance(one, Parsed)]
    assert titles == ["甲市智慧城市规划", "乙市智慧城市规划"]
    assert isinstance(found[1], InputError)
    assert "空.txt" in found[1].what


def test_a_missing_file_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(intake(tmp_path / "none.txt"))
