from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from rich.text import Text

from policydiff.cli import output
from policydiff.errors import UnreadableFile


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "结果.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    output.emit("新", target)
    assert target.read_bytes() == "新\n".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["结果.json"]


def test_a_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        output.emit("x", tmp_path / "x")
    finally:
        os.umask(mask)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o644


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x"
    target.write_text("old", encoding="utf-8")

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UnreadableFile, match="No space left"):
        output.emit("new", target)
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("target")
    output.emit("new", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text(encoding="utf-8") == "new\n"


def test_a_device_is_written_to_and_not_replaced() -> None:
    output.emit("x", Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_an_error_with_a_fix(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        output.emit("x", tmp_path / "missing" / "x")
    assert caught.value.cause
    assert caught.value.fix


def test_escape_codes_only_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    view = Text("数据", style="bold red")
    assert output.drawn(view, width=20, terminal=False) == "数据\n"
    assert "\x1b[" in output.drawn(view, width=20, terminal=True)


def test_no_color_leaves_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    drawn = output.drawn(Text("数据", style="bold red"), width=20, terminal=True)
    assert "\x1b[1m" in drawn
    assert "31" not in drawn


def test_square_brackets_of_a_document_are_no_markup() -> None:
    assert output.drawn("[bold]〔2021〕[/bold] :smile:", width=60, terminal=False) == "[bold]〔2021〕[/bold] :smile:\n"


def test_without_a_standard_output_there_is_trouble_and_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    for write in (lambda: output.emit("x"), lambda: output.show(Text("x"))):
        with pytest.raises(UnreadableFile, match=r".+"):
            write()
    output.emit("x", tmp_path / "x")
    output.show(Text("y"), tmp_path / "y")
    assert (tmp_path / "x").read_text(encoding="utf-8") + (tmp_path / "y").read_text(encoding="utf-8") == "x\ny\n"
