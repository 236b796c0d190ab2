"""`policydiff matrix` beyond tables: pictures, pages, workbooks, orders, timelines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from policydiff.library import markdown
from policydiff.schemas import schema
from tests import samples
from tests.cli.conftest import Run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for document in (samples.old(), samples.new()):
        (folder / f"{document.id}.md").write_text(markdown.dump(document), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("ending", "start"),
    [("svg", b"<svg"), ("html", b"<!DOCTYPE"), ("xlsx", b"PK"), ("png", b"\x89PNG"), ("csv", b""), ("json", b"{")],
)
def test_the_ending_says_the_format(run: Run, library: Path, tmp_path: Path, ending: str, start: bytes) -> None:
    out = tmp_path / f"m.{ending}"
    assert run("matrix", "jia-2021", "jia-2025", "-o", out).exit_code == 0
    assert out.read_bytes().startswith(start)


def test_a_named_format_wins_over_the_ending(run: Run, library: Path, tmp_path: Path) -> None:
    run("matrix", "jia-2021", "jia-2025", "--format", "svg", "-o", tmp_path / "m.txt")
    assert (tmp_path / "m.txt").read_text("utf-8").startswith("<svg")


def test_order_by_likeness_moves_rows_and_columns(run: Run, library: Path) -> None:
    def labels(order: str) -> list[str]:
        found = run("matrix", "--by", "section", "jia-2021", "jia-2025", "--order", order, "--format", "json").stdout
        return [label["id"] for label in json.loads(found)["labels"]]

    assert labels("library") != labels("likeness")
    assert sorted(labels("library")) == sorted(labels("likeness"))


def test_a_timeline_stands_in_order_of_date(run: Run, library: Path) -> None:
    value = json.loads(run("matrix", "--timeline", "jia-2025", "jia-2021", "--format", "json").stdout)
    jsonschema.validate(value, schema("timeline"))
    assert [step["id"] for step in value["steps"]] == ["jia-2021", "jia-2025"]
    assert value["steps"][0]["to_previous"] is None


def test_a_timeline_in_every_format(run: Run, library: Path, tmp_path: Path) -> None:
    for form in ("table", "csv", "svg", "html", "xlsx", "png"):
        result = run("matrix", "--timeline", "jia-2021", "jia-2025", "--format", form, "-o", tmp_path / form)
        assert result.exit_code == 0, result.stderr
        assert (tmp_path / form).stat().st_size
    rows = list(csv.reader(io.StringIO((tmp_path / "csv").read_text("utf-8-sig"))))
    assert rows[0] == ["id", "title", "date", "to_previous", "to_first"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--timeline", "--by", "section"),
        ("--timeline", "--order", "likeness"),
        ("--font", "a.ttf"),
        ("--timeline", "--year", "1999"),
        ("--format", "png", "--font", "没有.ttf"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    result = run("matrix", *arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert result.stdout == ""


def test_documents_of_different_works_are_named(run: Run, library: Path) -> None:
    result = run("matrix", "--timeline", "cn-yijian-2014-ff9c", "guizhou-tongzhi-2022-040a")
    assert result.exit_code == 0
    assert "guizhou-tongzhi-2022-040a" in result.stderr
