from __future__ import annotations

import pytest

from policydiff.insight import TargetChange, TargetPair, facts, join, lexicon
from policydiff.insight.joining import Reason
from tests.unit.insight.reading import plan

LINKS = frozenset({("1", "1")})


def pairs(old: str, new: str) -> tuple[TargetPair, ...]:
    left, right = plan(old), plan(new)
    return join(facts(left), facts(right), LINKS, (left, right), lexicon())


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("到2025年，覆盖率达到80%。", "到2025年，覆盖率达到90%。", TargetChange.RAISED),
        ("到2025年，覆盖率达到80%。", "到2025年，覆盖率达到70%。", TargetChange.LOWERED),
        ("到2025年，覆盖率达到80%。", "到2025年，覆盖率达到80%。", TargetChange.SAME),
        ("2025年，覆盖率达到80%。", "2025年底前，覆盖率达到80%。", TargetChange.SAME),
        ("到2025年，覆盖率达到80%。", "到2024年，覆盖率达到80%。", TargetChange.EARLIER),
        ("到2025年，覆盖率达到80%。", "到2026年，覆盖率达到80%。", TargetChange.LATER),
        ("建成5G基站7万个。", "建成5G基站10万个。", TargetChange.RAISED),
        ("数据中心达到30个。", "数据中心达到80%。", TargetChange.INCOMPARABLE),
        ("绿化面积达到2平方公里。", "绿化面积达到100公顷。", TargetChange.LOWERED),
    ],
)
def test_changes(old: str, new: str, change: TargetChange) -> None:
    (pair,) = pairs(old, new)
    assert pair.change is change


def test_why_figures_cannot_be_compared() -> None:
    (units,) = pairs("数据中心达到30个。", "数据中心达到80%。")
    (level,) = pairs("数字经济增加值达到8%。", "数字经济增加值增长8%。")
    (period,) = pairs("生产总值增长6%。", "生产总值年均增长6%。")
    assert (units.reason, level.reason, period.reason) == (Reason.UNIT, Reason.LEVEL_AND_CHANGE, Reason.PERIOD)


def test_less_is_stricter_where_less_is_better() -> None:
    (loss,) = pairs("管网漏损率控制在10%以内。", "管网漏损率控制在8%以内。")
    (cover,) = pairs("管网覆盖率达到90%。", "管网覆盖率达到80%。")
    (saving,) = pairs("单位能耗下降13%。", "单位能耗下降15%。")
    assert (loss.change, loss.stricter) == (TargetChange.LOWERED, True)
    assert (cover.change, cover.stricter) == (TargetChange.LOWERED, False)
    assert (saving.change, saving.stricter) == (TargetChange.RAISED, True)


def test_only_the_bound_moved() -> None:
    (pair,) = pairs("覆盖率达到80%左右。", "覆盖率达到80%以上。")
    assert (pair.change, pair.reason) == (TargetChange.RAISED, Reason.BOUND)


def test_a_figure_that_became_a_word_and_the_reverse() -> None:
    few = "力争打造部分五星级标杆城市。"
    (gone,) = pairs("力争打造3个以上的五星级标杆城市。", few)
    (come,) = pairs(few, "力争打造3个以上的五星级标杆城市。")
    assert (gone.change, gone.passage and gone.passage.text) == (
        TargetChange.UNQUANTIFIED,
        "力争打造部分五星级标杆城市",
    )
    assert (come.change, come.reason) == (TargetChange.NEW, Reason.QUANTIFIED)


def test_ranks_are_not_mixed_up() -> None:
    changes = {pair.change for pair in pairs("80%的县达到三星级以上。", "80%的县达到四星级以上。")}
    assert changes == {TargetChange.DROPPED, TargetChange.NEW}


def test_every_target_stands_in_exactly_one_pair() -> None:
    old = "建成基站7万个、场景30个。覆盖率达到80%。"
    new = "建成基站8万个、社区300个。覆盖率达到80%以上。满意度达到95%。"
    found = pairs(old, new)
    assert sorted(p.old for p in found if p.old is not None) == [0, 1, 2]
    assert sorted(p.new for p in found if p.new is not None) == [0, 1, 2, 3]
