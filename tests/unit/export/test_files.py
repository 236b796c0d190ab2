"""Results into files by the ending of their names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policydiff.errors import UnreadableFile, UsageError
from policydiff.export import comparison_json, export
from policydiff.model import Comparison, Mode
from tests.factory import document

COMPARISON = Comparison(
    mode=Mode.REGION,
    old=document(),
    new=document(),
    links=(),
    pairs=(),
    flows=(),
    counts={},
    changed_share=0.0,
    settings={},
    versions={},
)


@pytest.mark.parametrize("name", ["a.json", "A.JSON"])
def test_json(tmp_path: Path, name: str) -> None:
    path = export(COMPARISON, tmp_path / name)
    assert path.read_bytes() == comparison_json(COMPARISON).encode()
    assert json.loads(path.read_text(encoding="utf-8"))["mode"] == "region"
    assert [found.name for found in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.pages", "a", "json"])
def test_an_ending_nobody_knows_is_an_error_that_names_those_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as raised:
        export(COMPARISON, str(tmp_path / name))
    assert ".json" in raised.value.cause
    assert not list(tmp_path.iterdir())


def test_the_format_may_be_named(tmp_path: Path) -> None:
    path = export(COMPARISON, tmp_path / "a.txt", format="json")
    assert json.loads(path.read_text(encoding="utf-8"))["mode"] == "region"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        export(COMPARISON, tmp_path / "missing" / "a.json")


def test_what_was_there_stays_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("before", encoding="utf-8")

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("policydiff.atomic.os.fsync", fail)
    with pytest.raises(UnreadableFile):
        export(COMPARISON, path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]
