"""The small decisions an editor takes: what a token is, what may be cut, where a mark begins."""

from __future__ import annotations

import pytest

from policydiff.edits import Unit
from policydiff.edits.side import prepare
from policydiff.tokens import AtomKind
from tests.unit.edits.marked import marked


def test_a_title_is_one_token_on_both_sides_with_brackets_or_without() -> None:
    left, right = prepare("落实《数字中国规划》要求", "落实数字中国规划要求")
    assert [t.key for t in left.tokens] == [t.key for t in right.tokens] == ["落实", "数字中国规划", "要求"]
    assert right.tokens[1].kind is AtomKind.TITLE


def test_tokens_cover_the_key_of_text_with_blanks_and_brackets() -> None:
    side, _ = prepare(" 到2022 年,《国发[2021]29 号》\n", "")
    assert "".join(t.key for t in side.tokens) == side.key
    assert [t.start for t in side.tokens] == [side.ends(i) for i in range(len(side.tokens))]


def test_dropped_brackets_go_with_what_they_enclose() -> None:
    side, _ = prepare("根据《规划》〔一〕", "")
    place = side.key.index("规")
    assert side.shown(0, place) == "根据"
    assert side.shown(place, place + 2) == "《规划》"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("采取多种形式。", "采取多种方式。", "采取[-多种形式-]{+多种方式+}。"),
        ("报市水行政主管部门批准。", "报市水务部门批准。", "报市[-水行政主管部门-]{+水务部门+}批准。"),
        ("处五万元罚款。", "处十五万元罚款。", "处[-五万元-]{+十五万元+}罚款。"),
        ("在5个工作日内办结。", "在3个工作日内办结。", "在[-5个工作日内-]{+3个工作日内+}办结。"),
        ("三日内补正。", "三日以内补正。", "三日[-内-]{+以内+}补正。"),
    ],
)
def test_words_are_cut_only_where_that_reads_better(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("加强监管，强化服务。", "加强监管，优化环境，强化服务。", "加强监管，{+优化环境，+}强化服务。"),
        ("设立机构和平台。", "设立机构和中心和平台。", "设立机构{+和中心+}和平台。"),
        ("第一段。第三段。", "第一段。第二段。第三段。", "第一段。{+第二段。+}第三段。"),
    ],
)
def test_insertions_begin_and_end_at_natural_borders(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_words_cut_differently_by_the_segmenter_are_the_same() -> None:
    assert marked("由中国有关部门办理。", "由中国的有关部门办理。") == "由中国{+的+}有关部门办理。"


def test_lone_function_words_between_changes_go_with_them() -> None:
    old, new = "推进教育和医疗改革工作。", "推进交通和住房改革工作。"
    assert marked(old, new) == "推进[-教育和医疗-]{+交通和住房+}改革工作。"


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_gives_the_same_answer_twice(unit: Unit) -> None:
    old, new = "加强监管，强化服务。落实经费。", "落实资金。加强监管，优化服务。"
    assert marked(old, new, unit) == marked(old, new, unit)
