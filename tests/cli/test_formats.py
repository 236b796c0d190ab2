"""`policydiff diff` in every format: by name, by the ending of a file, with the options of each."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch
from openpyxl import load_workbook

from policydiff.cli import output
from policydiff.export import Format, Option, registry
from policydiff.export.registry import own_formats_for
from policydiff.model import Comparison
from tests import samples
from tests.cli.conftest import Run, Spawn

NEW = samples.PLAN.replace("80%", "95%").replace("2025年", "2027年")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(samples.PLAN, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


@pytest.mark.parametrize("form", own_formats_for(Comparison), ids=lambda form: form.name)
def test_the_ending_says_the_format(run: Run, files: tuple[Path, Path], tmp_path: Path, form: Format) -> None:
    for suffix in form.suffixes:
        by_ending, by_name = tmp_path / f"a{suffix}", tmp_path / "b.txt"
        result = run("diff", *files, "-o", by_ending)
        assert (result.exit_code, result.stdout) == (1, "")
        assert run("diff", *files, "--format", form.name, "-o", by_name).exit_code == 1
        assert by_ending.read_bytes() == by_name.read_bytes() != b""


def test_text_endings_take_the_view(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("diff", *files, "-o", tmp_path / "view.txt").exit_code == 1
    assert (tmp_path / "view.txt").read_text("utf-8") == run("diff", *files).stdout


def test_an_ending_nobody_knows_is_trouble(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("diff", *files, "-o", tmp_path / "a.pages")
    assert result.exit_code == 2
    assert ".docx" in result.stderr
    assert not (tmp_path / "a.pages").exists()


def test_a_format_nobody_knows_is_trouble(run: Run, files: tuple[Path, Path]) -> None:
    result = run("diff", *files, "--format", "pages")
    assert result.exit_code == 2
    assert "tracked-docx" in result.stderr


@pytest.mark.parametrize("form", ["docx", "xlsx", "tracked-docx"])
def test_binary_formats_are_not_shown_on_a_terminal(
    run: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    for module in ("policydiff.cli.exporting", output.__name__):
        monkeypatch.setattr(f"{module}.on_terminal", lambda: True)
    result = run("diff", *files, "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-o" in result.stderr


def test_binary_formats_go_through_a_pipe(spawn: Spawn, files: tuple[Path, Path]) -> None:
    done = spawn("diff", *files, "--format", "xlsx", "--only", "modified")
    assert done.returncode == 1
    assert load_workbook(io.BytesIO(done.stdout)).sheetnames[0] == "Totals"


def test_options_reach_the_format(run: Run, files: tuple[Path, Path]) -> None:
    assert "关于" not in run("diff", *files, "--format", "csv", "--records", "rows").stdout
    rows = list(csv.DictReader(io.StringIO(run("diff", *files, "--format", "csv", "--full").stdout)))
    assert {row["kind"] for row in rows} == {"equal", "replace"}
    assert run("diff", *files, "--format", "csv", "--bom").stdout.startswith("\ufeff")
    assert run("diff", *files, "--format", "csv", "--option", "bom=yes").stdout.startswith("\ufeff")


def test_a_csv_file_has_excels_mark_and_a_pipe_has_not(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    run("diff", *files, "-o", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8") == "\ufeff" + run("diff", *files, "--format", "csv").stdout
    run("diff", *files, "--no-bom", "-o", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8") == run("diff", *files, "--format", "csv").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "json", "--only", "modified"), "docx"),
        (("--columns", "2"), "docx"),
        (("--format", "html", "--records", "rows"), "csv"),
        (("--format", "docx", "--stat"), "terminal"),
        (("--format", "json", "--explain", "1"), "terminal"),
        (("--format", "csv", "--option", "colour=red"), "colour"),
        (("--format", "csv", "--option", "red"), "NAME=VALUE"),
        (("--format", "csv", "--option", "records=cells"), "edits"),
        (("--format", "docx,html"), "docx,html"),
        (("-o", "."), "folder"),
    ],
)
def test_what_does_not_go_together_is_refused_before_anything_is_compared(
    run: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("policydiff.cli.commands.diff._compared", None)
    result = run("diff", *files, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_patch_leads_from_the_one_text_to_the_other(run: Run, files: tuple[Path, Path]) -> None:
    old, new = (run("parse", "--format", "json", file) for file in files)
    assert old.exit_code == new.exit_code == 0
    texts = [run("show", file, "--format", "text").stdout for file in files]
    engine = diff_match_patch()
    patches = engine.patch_fromText(run("diff", *files, "--format", "patch").stdout)
    assert engine.patch_apply(patches, texts[0])[0] == texts[1]


def test_a_users_format_is_used_like_ours(
    run: Run, files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latex = Format(
        name="latex",
        takes=Comparison,
        suffixes=(".tex",),
        label="LaTeX",
        render=lambda comparison, **options: f"{comparison.mode} {options}",
        options=(Option(name="columns", help="", type=int, default=2), Option(name="paper", help="", type=str)),
        package="theirs",
    )
    monkeypatch.setattr(registry, "added", lambda: registry.Added((latex,), ()))
    assert run("diff", *files, "-o", tmp_path / "a.tex", "--columns", "3", "--option", "paper=A3").exit_code == 1
    assert (tmp_path / "a.tex").read_text() == "version {'columns': 3, 'paper': 'A3'}"


def test_two_documents_are_needed(run: Run, files: tuple[Path, Path]) -> None:
    assert run("diff").exit_code == 2
    assert run("diff", files[0]).exit_code == 2
