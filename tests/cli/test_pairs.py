"""`policydiff diff --pairs`: many pairs into a folder."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from tests import samples
from tests.cli.conftest import Run, Spawn

NEW = samples.PLAN.replace("80%", "95%")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, and a list that names them twice and what is not there once."""
    (tmp_path / "旧.txt").write_text(samples.PLAN, "utf-8")
    (tmp_path / "新.txt").write_text(NEW, "utf-8")
    (tmp_path / "pairs.csv").write_text(
        "旧,新,名称,选项\n旧.txt,新.txt,甲/乙: 第一,\n旧.txt,没有.txt,,\n\n旧.txt,旧.txt,,full\n",
        "gb18030",
    )
    return tmp_path


def test_every_pair_is_compared_and_told_of(run: Run, folder: Path) -> None:
    result = run(
        "diff", "--pairs", folder / "pairs.csv", "-o", folder / "out", "--format", "html,csv", "--only", "modified"
    )
    assert result.exit_code == 2
    assert "没有.txt" in result.stderr
    assert "Line 3" in result.stderr
    names = sorted(path.name for path in (folder / "out").iterdir())
    first, third = names[0].removesuffix(".csv"), names[2].removesuffix(".csv")
    assert first == "1-甲_乙_ 第一"
    assert third.startswith("3-")
    made = [f"{stem}{end}" for stem in (first, third) for end in (".csv", ".html")]
    assert names == sorted([*made, "index.html", "summary.csv", "summary.xlsx"])
    index = LexborHTMLParser((folder / "out" / "index.html").read_bytes())
    links = [link.attributes["href"] for link in index.css("td a")]
    assert [(folder / "out" / unquote(link)).is_file() for link in links] == [True] * 4
    assert "没有.txt" in index.css_first("tr.failed").text()
    with (folder / "out" / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["line"], row["differs"], bool(row["trouble"])) for row in rows] == [
        ("2", "1", False),
        ("3", "", True),
        ("5", "0", False),
    ]
    sheet = load_workbook(folder / "out" / "summary.xlsx").worksheets[0]
    assert sheet.max_row == 2 + 3


def test_running_again_writes_the_same(run: Run, folder: Path) -> None:
    def written() -> dict[str, bytes]:
        run("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out")
        return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}

    first = written()
    assert {Path(name).suffix for name in first} == {".docx", ".html", ".csv", ".xlsx"}
    assert written() == first


@pytest.mark.parametrize(("pair", "code"), [("旧.txt,新.txt", 1), ("旧.txt,旧.txt", 0)])
def test_the_exit_code_is_that_of_one_pair_where_all_could_be_compared(
    run: Run, folder: Path, pair: str, code: int
) -> None:
    (folder / "pairs.csv").write_text(f"old,new\n{pair}\n", "utf-8")
    assert run("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out", "--format", "json").exit_code == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("old,neu\n", "neu"),
        ("old\na\n", "columns"),
        ("old,new\na,\n", "Line 2"),
        ("old,new,options\na,b,=1\n", "Line 2"),
        ("old,new,options\na,b,full=\n", "Line 2"),
    ],
)
def test_a_list_that_makes_no_sense_is_trouble(run: Run, folder: Path, text: str, said: str) -> None:
    (folder / "pairs.csv").write_text(text, "utf-8")
    result = run("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out")
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_does_not_go_with_pairs_is_refused(run: Run, folder: Path) -> None:
    listing = folder / "pairs.csv"
    for arguments in (
        (),
        ("-o", folder / "旧.txt"),
        ("-o", folder / "out", "旧.txt", "新.txt"),
        ("-o", folder / "out", "--stat"),
        ("-o", folder / "out", "--format", "docx,pages"),
        ("-o", folder / "out", "--records", "rows"),
    ):
        assert run("diff", "--pairs", listing, *arguments).exit_code == 2
    assert run("diff", "--pairs", folder / "none.csv", "-o", folder / "out").exit_code == 2
    assert not (folder / "out" / "index.html").exists()


def test_a_pair_is_told_when_its_options_or_settings_mean_nothing(run: Run, folder: Path) -> None:
    (folder / "pairs.csv").write_text(
        "old;new;mode;options\n旧.txt;新.txt;both;\n旧.txt;新.txt;region;colour\n旧.txt;新.txt;region;\n", "utf-8"
    )
    result = run("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out", "--format", "json")
    assert result.exit_code == 2
    assert "both" in result.stderr
    assert "--colour" in result.stderr
    assert len(list((folder / "out").glob("*.json"))) == 1


def test_a_pair_that_breaks_the_program_does_not_stop_the_rest(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("policydiff.compare.compare", fail)
    result = run("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out")
    assert result.exit_code == 2
    assert "ZeroDivisionError" in (folder / "out" / "summary.csv").read_text("utf-8")


def test_nothing_is_printed_but_where_it_is(spawn: Spawn, folder: Path) -> None:
    (folder / "pairs.csv").write_text("old\tnew\n旧.txt\t新.txt\n", "utf-8-sig")
    done = spawn("diff", "--pairs", folder / "pairs.csv", "-o", folder / "out", "--format", "json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [f"Written: {folder / 'out' / 'index.html'}"]
