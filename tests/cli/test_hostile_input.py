"""Whatever a file holds: a sensible result, or one message and exit code 2; no traceback, no escape sequence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.samples import PLAN

ESCAPES = (
    "甲市\x1b[31m智慧\x1b]0;标题\x07城市\x9b2J规划\n一、总体\x1b[2J要求\n"
    "推进\x1b[8m隐藏\x08\x08数据\u202e反转\u202c。\x7f\n"
)
LONG_LINE = "坚持以人民为中心，推进新型智慧城市建设，到2025年数据共享率达到80%以上。" * 27_000

COMMANDS = (("parse",), ("parse", "--format", "json"), ("parse", "--format", "markdown"), ("import",), ("show",))

UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": " \n\t\u3000\n\u200b\ufeff".encode(),
    "zeros.txt": bytes(4096),
    "noise.txt": bytes((7 * n * n + 3 * n) % 256 for n in range(5000)),
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "text.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "text.docx": b"PK\x03\x04" + bytes(500),
    "huge.txt": PLAN.encode() * 290_000,
}

READABLE = {
    "gb18030.txt": PLAN.encode("gb18030"),
    "big5.txt": "甲市智慧城市建設規劃\n一、總體要求\n堅持以人民為中心，推進數位轉型。\n".encode("big5"),
    "utf16.txt": PLAN.encode("utf-16"),
    "bom.txt": PLAN.encode("utf-8-sig"),
    "mac.txt": PLAN.replace("\n", "\r").encode(),
    "no-heading.txt": "这是一段没有标题也没有编号的文字。".encode() * 30,
    "one-character.txt": "一".encode(),
    "labels-only.txt": "一、\n二、\n（一）\n1.\n".encode(),
    "control.txt": (ESCAPES + "".join(PLAN.splitlines(keepends=True)[1:]) * 20).encode(),
    "no-ending": PLAN.encode(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile")
    for name, data in {**UNREADABLE, **READABLE}.items():
        (path / name).write_bytes(data)
    (path / "long-line.txt").write_text(LONG_LINE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", [*UNREADABLE, "missing.txt", "missing/missing.txt"])
def test_what_is_no_text_is_one_message_and_exit_2(run: Run, folder: Path, command: tuple[str, ...], name: str) -> None:
    result = run(*command, folder / name)
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Error: ")
    assert any(line.startswith("  Fix: ") for line in lines)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", READABLE)
def test_what_is_text_gives_a_result(run: Run, folder: Path, command: tuple[str, ...], name: str) -> None:
    result = run(*command, folder / name)
    assert result.exit_code == 0, result.stderr
    assert result.stdout
    assert not escapes(result.stdout + result.stderr)


@pytest.mark.parametrize("command", [("parse",), ("parse", "--format", "json"), ("diff",)], ids=" ".join)
def test_a_line_of_a_million_characters(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    files = [folder / "long-line.txt"] * (2 if command == ("diff",) else 1)
    result = run(*command, *files)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("command", ["parse", "show"])
def test_a_directory_is_named_as_such(run: Run, folder: Path, command: str) -> None:
    result = run(command, folder)
    assert result.exit_code == 2
    assert "directory" in result.stderr


def test_a_device_without_end_is_too_large(run: Run) -> None:
    result = run("parse", "/dev/zero")
    assert result.exit_code == 2
    assert "too large" in result.stderr


def test_an_empty_directory_gives_nothing_to_import(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("import", tmp_path / "empty")
    assert result.exit_code == 2
    assert "There is no file to import." in result.stderr


def test_one_bad_file_does_not_stop_the_others(run: Run, folder: Path) -> None:
    result = run("parse", folder / "empty.txt", folder / "bom.txt", folder / "missing.txt")
    assert result.exit_code == 2
    assert "主要任务" in result.stdout
    assert result.stderr.count("Error: ") == 2


@pytest.mark.parametrize("form", ["outline", "text", "markdown", "json"])
def test_no_escape_sequence_comes_out_of_a_document(run: Run, folder: Path, form: str) -> None:
    result = run("show", folder / "control.txt", "--format", form)
    assert result.exit_code == 0
    assert not escapes(result.stdout)


def test_no_escape_sequence_comes_out_of_a_comparison(run: Run, folder: Path) -> None:
    for arguments in ((), ("--stat",), ("--format", "json")):
        result = run("diff", folder / "control.txt", folder / "bom.txt", *arguments)
        assert result.exit_code == 1, result.stderr
        assert not escapes(result.stdout)


@pytest.mark.parametrize("name", ["\x1b[31mred.txt", "a\nb.txt", "〔2021〕.txt", "-dash.txt", "名 字.txt"])
def test_names_of_files_are_shown_safely(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PLAN, encoding="utf-8")
    for result in (run("parse", tmp_path / name), run("parse", tmp_path / f"none{name}")):
        assert not escapes(result.stdout + result.stderr)


def test_a_name_that_is_no_text(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(name).write_text(PLAN, encoding="utf-8")
    for form in ("outline", "json", "markdown"):
        result = run("parse", name, "--format", form)
        assert result.exit_code == 0, result.stderr


def escapes(text: str) -> set[str]:
    """What a terminal could obey."""
    return {char for char in text if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0}
