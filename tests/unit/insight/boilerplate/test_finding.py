from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.insight.boilerplate import boilerplate, substantive_share
from policydiff.model import Edit, EditKind


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in boilerplate(text)]


@pytest.mark.parametrize(
    "clause",
    [
        "以习近平新时代中国特色社会主义思想为指导，",
        "全面贯彻党的十九大和十九届二中、三中全会精神，",
        "请认真贯彻执行。",
        "各市要进一步加强组织领导，",
        "坚持以人民为中心，",
        "现将有关事宜通知如下：",
        "及时总结推广好经验、好做法、好模式，",
    ],
)
def test_formulas_of_the_genre(clause: str) -> None:
    assert found(clause) == [clause]


@pytest.mark.parametrize(
    "clause",
    [
        "建设全市统一的物联感知平台，",
        "全面贯彻《数据安全法》，",
        "贯彻落实省委2021年1号文件精神，",
        "责令限期改正，",
        "对重点项目给予贷款贴息。",
        "进一步和持续，",
        "",
    ],
)
def test_what_says_something_of_its_own(clause: str) -> None:
    assert found(clause) == []


def test_clauses_beside_each_other_are_one_place() -> None:
    text = "现印发给你们，请认真贯彻执行。建设平台。"
    assert found(text) == ["现印发给你们，请认真贯彻执行。"]


def test_a_line_end_belongs_to_no_clause() -> None:
    assert found("请认真贯彻执行\n建设平台") == ["请认真贯彻执行"]


def test_a_changed_formula_is_no_substance() -> None:
    formula = Edit(kind=EditKind.DELETE, text="各市要切实加强组织领导。")
    task = Edit(kind=EditKind.INSERT, text="建设统一的平台。")
    assert substantive_share([(formula,)]) == 0
    assert substantive_share([(formula, task)]) == pytest.approx(len(task.text) / len(formula.text + task.text))
    assert substantive_share([]) == 0


def test_a_change_inside_a_formula_is_seen_in_its_clause() -> None:
    edits = (
        Edit(kind=EditKind.EQUAL, text="全面贯彻党的"),
        Edit(kind=EditKind.DELETE, text="十八大"),
        Edit(kind=EditKind.INSERT, text="十九大"),
        Edit(kind=EditKind.EQUAL, text="精神，建设"),
        Edit(kind=EditKind.INSERT, text="十个"),
        Edit(kind=EditKind.EQUAL, text="平台。"),
    )
    assert substantive_share([edits]) == pytest.approx(2 / sum(len(e.old) + len(e.new) for e in edits))


PIECES = ["请认真贯彻执行", "高度重视", "建设平台", "各市要", "进一步", "，", "。", "\n", "十个", " "]


@given(st.lists(st.tuples(st.sampled_from(EditKind), st.sampled_from(PIECES)), max_size=14))
def test_the_share_counts_what_is_changed_outside_the_boilerplate(parts: list[tuple[EditKind, str]]) -> None:
    edits = tuple(Edit(kind=kind, text=text) for kind, text in parts)
    changed = total = 0
    for kind, side in ((EditKind.DELETE, [e.old for e in edits]), (EditKind.INSERT, [e.new for e in edits])):
        whole = "".join(side)
        common = {n for span in boilerplate(whole) for n in range(span.start, span.end)}
        start = 0
        for edit, text in zip(edits, side, strict=True):
            places = range(start, start + len(text))
            changed += sum(n not in common for n in places) if edit.kind is kind else 0
            start += len(text)
        total += len(whole)
    assert substantive_share([edits]) == pytest.approx(changed / total if total else 0)
