"""Files of every kind on the command line: standard input, archives, and what one bad file costs."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.words import Word

TEXT = "{}市规划\n一、总则\n建设智慧城市。\n二、附则\n自印发之日起施行。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "合集.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("甲.txt", TEXT.format("甲"))
        made.writestr("图.txt", b"\x89PNG\r\n\x1a\n")
        made.writestr("乙.txt", TEXT.format("乙"))
    return path


def test_a_word_document_is_parsed_through_a_pipe(run: Run) -> None:
    word = Word()
    word.add("甲市规划", style="Title")
    word.add("总则", style="Heading 1")
    word.add("建设智慧城市。")
    result = run("parse", "-", typed=word.bytes())  # type: ignore[arg-type]
    assert result.exit_code == 0
    assert "甲市规划" in result.stdout
    assert "stdin" in result.stdout


def test_standard_input_is_compared_with_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT.format("甲"), "utf-8")
    assert run("diff", "-", path, typed=TEXT.format("甲")).exit_code == 0
    assert run("diff", "-", path, typed=TEXT.format("甲").replace("智慧", "数字")).exit_code == 1


def test_a_bad_file_in_an_archive_costs_only_itself(run: Run, archive: Path) -> None:
    result = run("import", archive)
    assert result.exit_code == 2
    assert "合集.zip/图.txt" in result.stderr
    listed = run("list", "--format", "csv").stdout
    assert "甲市规划" in listed
    assert "乙市规划" in listed


def test_a_document_of_an_archive_by_its_number(run: Run, archive: Path) -> None:
    assert "甲市规划" in run("diff", f"{archive}#1", f"{archive}#2").stdout
    ambiguous = run("diff", archive, f"{archive}#2")
    assert ambiguous.exit_code == 2
    assert "#2" in ambiguous.stderr


def test_what_was_read_otherwise_than_named_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "甲.pdf"
    path.write_text(TEXT.format("甲"), "utf-8")
    result = run("--lang", "zh", "parse", path)
    assert result.exit_code == 0
    assert "文件名为 .pdf，实际是 TXT" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the name is not allowed there")
def test_names_are_harmless(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "恶.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("../../\x1b[2J甲.txt", TEXT.format("甲"))
        made.writestr("/etc/乙.txt", "")
    before = set(tmp_path.rglob("*"))
    result = run("parse", path)
    assert "\x1b" not in result.stdout + result.stderr
    assert "恶.zip/etc/乙.txt" in result.stderr
    assert set(tmp_path.rglob("*")) == before
