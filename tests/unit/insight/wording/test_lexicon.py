from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.errors import UnreadableFile
from policydiff.insight.wording.lexicon import lexicon


def test_a_ladder_s_words_stand_on_one_step_each() -> None:
    for ladder in lexicon().ladders:
        words = [word for step in ladder.steps for word in step]
        assert len(words) == len(set(words)), ladder.name
        assert set(ladder.titles) == {"zh", "en"}


def test_one_s_own_lists_are_laid_over(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = 'stop = "水库"\n[ladders.promote]\nsteps = ["拟", "将"]\n[ladders.mine]\nsteps = [["可以"], ["应当"]]\n'
    own.write_text(text, encoding="utf-8")
    found = lexicon(own)
    ladders = {ladder.name: ladder.steps for ladder in found.ladders}
    assert found.stop == lexicon().stop | {"水库"}
    assert ladders["promote"] == (("拟",), ("将",))
    assert ladders["mine"] == (("可以",), ("应当",))
    assert "restrict" in ladders


@pytest.mark.parametrize("content", [None, b"stop = [", b"ladders = 3", b"[ladders.x]\nzh = 'a'\n", b"\xff\xfe"])
def test_a_file_of_another_form_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile) as raised:
        lexicon(path)
    assert str(path) in raised.value.what
