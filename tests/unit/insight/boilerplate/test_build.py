from __future__ import annotations

from collections import Counter
from pathlib import Path

from policydiff.insight.boilerplate import build


def test_phrases_with_a_verb_are_counted_once_a_file(tmp_path: Path) -> None:
    for name in "abc":
        text = "各有关部门要高度重视这项工作，各有关部门要高度重视这项工作。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    table = tmp_path / "phrases.tsv"
    build.main([f"{tmp_path}:3", "-o", str(table)])
    counts = dict(line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    assert counts["各有关部门要高度重视这项工作"] == "3"


def test_a_part_of_a_longer_phrase_is_not_listed_too() -> None:
    counts = Counter({"切实加强组织领导": 9, "加强组织领导": 9, "组织领导工作": 20, "各地组织领导工作": 9})
    assert set(build.shortened(counts, 5)) == {"切实加强组织领导", "组织领导工作", "各地组织领导工作"}
