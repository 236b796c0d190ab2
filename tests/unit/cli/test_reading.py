from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.cli.reading import REPAIRS, Treatment, files_in, parsed
from policydiff.errors import InputError
from policydiff.library import markdown
from policydiff.outline import captions, flattened
from policydiff.repair import KINDS
from tests import samples


def test_the_damage_classes_offered_are_those_there_are() -> None:
    assert set(REPAIRS) == {*KINDS, captions.KIND, flattened.KIND}
    assert len(REPAIRS) == len(set(REPAIRS))


def test_folders_give_their_texts_in_order_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.pdf", ".hidden.txt", "sub/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    named = tmp_path / "c.pdf"
    found = [path.relative_to(tmp_path).as_posix() for path in files_in([named, tmp_path])]
    assert found == ["c.pdf", "a.MD", "b.txt", "sub/d.txt"]


def test_a_library_file_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "jia.md"
    path.write_text(markdown.dump(samples.old()), encoding="utf-8")
    assert parsed(path, Treatment()).documents == (samples.old(),)


def test_a_text_is_repaired_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(
        "甲市智慧城市规划\n一、总\u200b则\n建设智慧城市。\n二、附则\n自发布之日起施行。\n", encoding="utf-8"
    )
    kept = parsed(path, Treatment(skip=frozenset({"invisible"}))).documents[0]
    mended = parsed(path, Treatment()).documents[0]
    assert any("\u200b" in section.heading + section.text for section in kept.walk())
    assert not any("\u200b" in section.heading + section.text for section in mended.walk())


def test_a_missing_file_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        parsed(tmp_path / "none.txt", Treatment())
