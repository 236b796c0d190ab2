from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.errors import UnreadableFile, UsageError
from policydiff.insight import facts, lexicon
from tests.unit.insight.reading import plan

OWN = """
[units]
count = ["匹"]

[targets]
verbs = ["投运"]

[[lookalike]]
name = "a project's name"
pattern = '30匹马计划'
"""


def test_a_users_words_are_added_to_the_built_in_ones(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    text = "投运良种马300匹。实施30匹马计划。打造30个绿色数据中心。"
    before = [(t.value, t.unit) for t in facts(plan(text)).targets]
    after = [(t.value, t.unit) for t in facts(plan(text), words=lexicon(path)).targets]
    assert (300, "匹") not in before
    assert after == [(300, "匹"), (30, "个")]


@pytest.mark.parametrize("text", ["units = [", "[nothing]\na = 1", "[[lookalike]]\nname = 'x'\npattern = '('"])
def test_what_is_no_lexicon_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        lexicon(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        lexicon(tmp_path / "none.toml")
