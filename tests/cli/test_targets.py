from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

OLD = "某市智慧城市规划\n2020年3月1日\n一、发展目标\n到2025年，全市智慧校园覆盖率达到80%以上，建成5G基站7万个。\n"
NEW = OLD.replace("80%", "90%").replace("2020年3月", "2022年3月")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_one_document_with_places_in_its_raw_text(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "old.txt", OLD)
    result = run("targets", path, "--format", "json")
    assert result.exit_code == 0
    first, second = json.loads(result.stdout)["targets"]
    assert (first["value"], second["value"]) == (80, 70_000)
    for target in (first, second):
        assert target["span_exact"]
        assert OLD[target["span"][0] : target["span"][1]] == target["text"]


def test_two_documents_joined(run: Run, tmp_path: Path) -> None:
    old, new = written(tmp_path, "old.txt", OLD), written(tmp_path, "new.txt", NEW)
    value = json.loads(run("targets", old, new, "--mode", "version", "--format", "json").stdout)
    assert sorted(pair["change"] for pair in value["pairs"]) == ["raised", "same"]
    table = run("targets", old, new, "--mode", "version").stdout
    assert "raised" in table
    assert "90%以上" in table


def test_a_lexicon_that_cannot_be_read_is_trouble(run: Run, tmp_path: Path) -> None:
    old, words = written(tmp_path, "old.txt", OLD), written(tmp_path, "words.toml", "units = [")
    result = run("targets", old, "--lexicon", words)
    assert result.exit_code == 2
    assert "TOML" in result.stderr
