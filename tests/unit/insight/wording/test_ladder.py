from __future__ import annotations

import pytest

from policydiff.insight.places import Places
from policydiff.insight.wording.ladder import strengths
from policydiff.insight.wording.lexicon import lexicon
from policydiff.model.wording import Direction, Strength
from tests.factory import document, section


def steps(old: str, new: str) -> list[Strength]:
    left, right = (document(section("一、", "", text)) for text in (old, new))
    return list(strengths(Places(left), Places(right), [(left.sections, right.sections)], lexicon()))


@pytest.mark.parametrize(
    ("old", "new", "direction", "words"),
    [
        ("探索数据交易机制。", "加快数据交易机制建设。", Direction.STRONGER, ("探索", "加快")),
        ("开展社区养老试点。推进水价改革。", "全面推进水价改革。", Direction.STRONGER, ("推进", "全面推进")),
        ("严禁露天焚烧秸秆。", "限制露天焚烧秸秆。", Direction.WEAKER, ("严禁", "限制")),
        ("力争实现河湖长效管护。", "全面实现河湖长效管护。", Direction.STRONGER, ("力争实现", "全面实现")),
        ("全部县区建成水厂。", "部分县区建成水厂。", Direction.WEAKER, ("全部", "部分")),
    ],
)
def test_steps_are_told_with_their_words(old: str, new: str, direction: Direction, words: tuple[str, str]) -> None:
    (step,) = steps(old, new)
    assert (step.direction, step.old.text, step.new.text) == (direction, *words)
    assert step.old.sentence.count(step.old.text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("推进水价改革。", "推动水价改革。"),
        ("探索数据交易机制。", "加快古树名木保护。"),
        ("探索数据交易机制。加快古树保护。", "加快古树保护。探索数据交易机制。"),
        ("进一步推进水价改革。", "推进水价改革。"),
        ("东北全面振兴、中部崛起。", "促进中部崛起。"),
    ],
)
def test_what_is_no_step(old: str, new: str) -> None:
    assert steps(old, new) == []


def test_places_lead_to_the_words() -> None:
    (step,) = steps("完善制度。探索数据交易机制。", "加快数据交易机制建设。")
    assert step.subject == "数据交易机制"
    assert (step.old.at.start, step.old.at.end) == (5, 7)
