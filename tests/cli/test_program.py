"""The program as a whole: start-up, help, languages, exit codes, streams."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policydiff import messages
from policydiff.cli.commands import parse as parse_module
from policydiff.cli.main import COMMANDS, cli
from tests.cli.conftest import Run, Spawn
from tests.samples import PLAN

HEAVY = (
    "rich",
    "numpy",
    "scipy",
    "sklearn",
    "rjieba",
    "jieba",
    "textual",
    "opencc",
    "yaml",
    "sqlite3",
    "importlib.metadata",
)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["diff", "-h"], ["parse", "-h"], ["list", "-h"], ["nonsense"]], ids=" ".join
)
def test_starting_up_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from policydiff.cli.main import cli; cli.main(sys.argv[1:], standalone_mode=False);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_comparison_loads_neither_the_matrix_library_nor_the_slow_segmenter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PLAN.replace("80%", "95%"), encoding="utf-8")
    code = (
        "import sys; from policydiff.cli.main import cli; cli.main(sys.argv[1:], standalone_mode=False);"
        "print([name for name in ('sklearn', 'jieba', 'textual') if name in sys.modules], file=sys.stderr)"
    )
    arguments = ["diff", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from policydiff.cli.main import cli; cli.main(['--help'], standalone_mode=False);"
        "print([name for name in sys.modules if name.startswith('policydiff.cli.commands')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_in_both_languages(run: Run, name: str) -> None:
    english, chinese = run(name, "-h").stdout, run("--lang", "zh", name, "-h").stdout
    assert english.startswith(f"Usage: policydiff {name}")
    assert "\nExamples:\n" in english
    assert f"policydiff {name}" in english.partition("Examples:")[2]
    assert "\n示例：\n" in chinese
    assert ("显示本帮助并退出。" in chinese, "显示本帮助并退出。" in english) == (True, False)
    assert run(name, "--help").stdout == english


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_use_options_that_exist(name: str) -> None:
    import click

    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    known = {flag for param in command.params for flag in param.opts}
    for line, _purpose in command.examples:  # type: ignore[attr-defined]
        used = set(re.findall(r"(?<= )--?[a-z][a-z-]*", line.partition("|")[0]))
        assert used <= known, line


def test_help_fits_eighty_columns_in_cells(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "80")
    for name in ["", *COMMANDS]:
        for language in messages.LANGUAGES:
            text = run("--lang", language, *filter(None, [name]), "-h").stdout
            prose = [
                line for line in text.splitlines() if not line.lstrip().startswith(("policydiff ", "Usage", "用法"))
            ]
            assert max(map(cell_len, prose)) <= 80


def test_the_language_may_be_said_anywhere(run: Run) -> None:
    for arguments in (["--lang", "zh", "list", "-h"], ["list", "--lang", "zh", "-h"], ["list", "-h", "--lang=zh"]):
        assert run(*arguments).stdout.startswith("用法：")
    assert run("list", "-h").stdout.startswith("Usage:")


@pytest.mark.parametrize(
    ("locale", "word"), [("zh_CN.UTF-8", "用法"), ("C", "用法"), ("en_US.UTF-8", "Usage"), ("fr_FR", "Usage")]
)
def test_the_locale_decides_where_nothing_is_said(spawn: Spawn, locale: str, word: str) -> None:
    done = spawn("list", "-h", env={"LC_ALL": locale, "PYTHONUTF8": "1"})
    assert done.stdout.decode().startswith(word)


def test_usage_errors_are_translated_too(run: Run) -> None:
    assert "没有命令 'compare'" in run("--lang", "zh", "compare").stderr
    assert "没有选项 '--frm'" in run("--lang", "zh", "list", "--frm").stderr
    assert "缺少参数" in run("diff", "--lang", "zh").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["compare"],
        ["list", "--nonsense"],
        ["diff"],
        ["diff", "one"],
        ["diff", "a", "b", "c"],
        ["list", "--level", "village"],
        ["list", "--year", "20211"],
        ["list", "--period", "2025-2021"],
        ["--lang", "fr", "list"],
        ["parse"],
        ["schema", "nothing"],
        ["show", ""],
        ["show", "没有这份文件"],
        ["diff", "京", "没有"],
        ["remove", "没有"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2_and_one_message(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_unknown_names_list_the_nearest(run: Run) -> None:
    stderr = run("show", "京大数据发〔2021〕11号").stderr
    assert "京大数据发〔2021〕1号" in stderr


def test_a_fault_of_ours_is_a_short_message_naming_debug(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("boom \x1b[31m")

    monkeypatch.setattr(parse_module, "parsed", fail)
    plain, debug = run("parse", tmp_path), run("parse", tmp_path, "--debug")
    assert (plain.exit_code, debug.exit_code) == (2, 2)
    assert "--debug" in plain.stderr
    assert "boom" in plain.stderr
    assert "Traceback" not in plain.stderr
    assert "\x1b" not in plain.stderr
    assert "Traceback" in debug.stderr


def test_debug_may_be_said_before_the_command_and_shows_causes_of_bad_input(run: Run) -> None:
    result = run("--debug", "parse", "missing.txt")
    assert result.exit_code == 2
    assert "Traceback" in result.stderr
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("error", "word"), [(MemoryError(), "memory"), (PermissionError(13, "Permission denied", "x"), "x: Permission")]
)
def test_what_the_machine_refuses_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception, word: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(parse_module, "parsed", fail)
    result = run("parse", tmp_path)
    assert result.exit_code == 2
    assert word in result.stderr


def test_version(run: Run) -> None:
    from policydiff import __version__

    assert run("--version").stdout == f"policydiff {__version__}\n"


def test_output_to_a_pipe_has_no_escape_codes_whatever_the_environment_says(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    for arguments in (["list"], ["parse", tmp_path / "a.txt"], ["parse", tmp_path / "none"], ["-h"], ["matrix"]):
        done = spawn(
            *arguments, env={"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1", "TERM": "xterm-256color"}
        )
        assert b"\x1b" not in done.stdout + done.stderr


def test_a_terminal_gets_colours_unless_no_color(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PLAN.replace("80%", "95%"), encoding="utf-8")
    diff = ["diff", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    coloured, plain = on_terminal(diff, {}), on_terminal(diff, {"NO_COLOR": "1"})
    colour = re.compile(r"\x1b\[[0-9;]*\b(?:3[0-7]|4[0-7]|38;|48;|9[0-7])")
    assert colour.search(coloured)
    assert not colour.search(plain)
    assert "95" in plain


def test_a_reader_that_leaves_early_ends_the_program_quietly(tmp_path: Path) -> None:
    for arguments, expected in ((["parse", "--format", "json", str(tmp_path / "a.txt")], 0), (["--help"], 0)):
        (tmp_path / "a.txt").write_text(PLAN * 2000, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "policydiff", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        stderr = process.stderr.read()
        process.stderr.close()
        assert process.wait() == expected
        assert stderr == b""


def test_a_full_disk_behind_the_output_is_one_message() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydiff", "list"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Error: ")
    assert b"Traceback" not in done.stderr
    assert b"ignored" not in done.stderr


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "policydiff", "parse", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    writer = open_when_read(pipe)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=30)
    os.close(writer)
    assert process.returncode == 130
    assert (stdout, stderr.strip()) == (b"", b"")


def test_output_goes_whole_into_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    result = run("parse", tmp_path / "a.txt", "--format", "json", "-o", tmp_path / "a.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == "policydiff.documents/1"


def test_an_output_that_cannot_be_written_is_trouble(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    result = run("parse", tmp_path / "a.txt", "-o", tmp_path / "none" / "a.json")
    assert result.exit_code == 2
    assert "Cannot write" in result.stderr


@pytest.mark.parametrize("encoding", ["ascii", "gb18030", "latin-1"])
def test_a_terminal_of_another_encoding_gets_what_it_can_show(spawn: Spawn, encoding: str) -> None:
    done = spawn("list", env={"PYTHONIOENCODING": encoding})
    assert done.returncode == 0
    assert done.stderr == b""
    assert ("北京" in done.stdout.decode(encoding, "replace")) is (encoding == "gb18030")


def on_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What the program prints on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policydiff", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", **environment},
    )
    os.close(theirs)
    printed = b""
    try:
        while block := os.read(ours, 65536):
            printed += block
    except OSError:
        pass
    os.close(ours)
    process.wait()
    return printed.decode()


def open_when_read(pipe: Path) -> int:
    """Open a pipe for writing once the program reads from it."""
    for _attempt in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nobody reads the pipe")
