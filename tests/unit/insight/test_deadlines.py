from __future__ import annotations

from policydiff.insight import facts
from policydiff.insight.records import DeadlineFrom
from tests.factory import document, section
from tests.unit.insight.reading import found


def tasks(text: str) -> list[tuple[str, str | None]]:
    return [(one.task, one.due.iso) for one in found(text).deadlines]


def test_what_a_date_governs() -> None:
    text = "加快提升水平，2022年年底前，省、市、县建成管理平台，逐步实现各级平台互联互通。"
    assert tasks(text) == [("省、市、县建成管理平台", "2022-12")]
    text = "整合资源，2021年年底前，建成省综合指挥平台，基本实现全省指挥调度“一盘棋”。"
    assert [task for task, _ in tasks(text)] == ["建成省综合指挥平台", "基本实现全省指挥调度“一盘棋”"]


def test_a_target_is_no_deadline_and_ends_none() -> None:
    facts_found = found("2022年底前，打造30个绿色数据中心，全面实现“一网通办”。")
    assert [one.task for one in facts_found.deadlines] == ["全面实现“一网通办”"]
    assert [one.value for one in facts_found.targets] == [30]


def test_who_is_asked_is_the_scope() -> None:
    (one,) = found("各市请于2022年3月1日前，将工作方案报送省大数据局。").deadlines
    assert (one.scope, one.task, one.due.iso) == ("各市", "将工作方案报送省大数据局", "2022-03-01")


def test_a_date_inside_a_task_stays_there() -> None:
    assert tasks("调查结果将于2022年2月28日前反馈至各市。") == [("调查结果将于2022年2月28日前反馈至各市", "2022-02-28")]


def test_a_lead_with_a_colon_dates_what_it_lists() -> None:
    tree = document(
        section("一、", "总体目标", "到2025年，实现以下目标：", section("", "设施", "移动物联网基本建成。")),
        date="2021",
    )
    (one,) = [one for one in facts(tree).deadlines if one.where.section == "1.1"]
    assert (one.task, one.due.iso, one.due.source) == ("移动物联网基本建成", "2025", DeadlineFrom.PARENT)


def test_dates_that_are_past_set_nothing() -> None:
    assert tasks("2019年底前，建成省综合指挥平台。") == []
