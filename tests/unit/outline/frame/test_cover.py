"""A notice that transmits a plan is told from the plan."""

from __future__ import annotations

import pytest

from tests.unit.outline.reading import document

NOTICE = "各区人民政府：\n现将《某市智慧城市规划》印发给你们，请认真贯彻执行。\n"
SIGNED = "某市人民政府\n2021年3月5日\n"
PLAN = "一、总体要求\n推进建设。\n二、保障措施\n加强领导。\n"


@pytest.mark.parametrize("mark", ["", "附件\n", "附件：\n", "（此件公开发布）\n"])
def test_the_plan_behind_its_notice(mark: str) -> None:
    found = document(
        "某市人民政府关于印发某市智慧城市规划的通知\n" + NOTICE + SIGNED + mark + "某市智慧城市规划\n" + PLAN
    )

    assert found.title == "某市人民政府关于印发某市智慧城市规划的通知"
    assert found.main_title == "某市智慧城市规划"
    assert found.recipients == "各区人民政府："
    assert found.notice == "现将《某市智慧城市规划》印发给你们，请认真贯彻执行。"
    assert found.signature == "某市人民政府\n2021年3月5日"
    assert found.date == "2021-03-05"
    assert found.kind == "规划"
    assert [section.heading for section in found.sections] == ["总体要求", "保障措施"]


def test_a_stage_behind_the_plans_title_belongs_to_it() -> None:
    found = document(
        "某市人民政府关于印发某市数据管理办法的通知\n" + NOTICE + SIGNED + "某市数据管理办法（试行）\n" + PLAN
    )

    assert found.main_title == "某市数据管理办法（试行）"
    assert found.kind == "管理办法"


def test_attachments_of_the_notice() -> None:
    found = document(
        "某市人民政府关于印发某市智慧城市规划的通知\n" + NOTICE + "附件：某市智慧城市规划\n" + SIGNED
        + "某市智慧城市规划\n" + PLAN
    )  # fmt: skip

    assert found.attachments == ("某市智慧城市规划",)
    assert found.notice is not None
    assert "附件" not in found.notice


def test_a_plan_with_a_signature_of_its_own() -> None:
    found = document(
        "某市人民政府关于印发某市智慧城市规划的通知\n" + NOTICE + SIGNED + "某市智慧城市规划\n" + PLAN
        + "附件：主要指标表\n"
    )  # fmt: skip

    assert found.attachments == ("主要指标表",)
    assert found.date == "2021-03-05"


def test_a_notice_that_only_mentions_the_plan_has_no_other_text() -> None:
    found = document(
        "某市人民政府关于印发某市智慧城市规划的通知\n各区人民政府：\n现就《某市智慧城市规划》印发事宜通知如下：\n"
        + PLAN
    )

    assert found.main_title is None
    assert found.notice is None


def test_a_notice_with_tasks_of_its_own() -> None:
    found = document("某市关于做好数据共享工作的通知\n各区人民政府：\n" + PLAN + SIGNED)

    assert found.main_title is None
    assert found.kind == "通知"


def test_a_plan_attached_to_a_reply_behind_the_remark() -> None:
    found = document(
        "# 国务院关于同意建立联席会议制度的批复\n教育部：\n同意建立联席会议制度。\n附件：联席会议制度\n"
        "国务院\n2018年11月20日\n"
        "（此件公开发布）\n附件\n## 联席会议制度\n为加强领导，建立本制度。\n一、职能\n甲。\n二、单位\n乙。\n",
        name="x.md",
    )

    assert found.main_title == "联席会议制度"
    assert found.attachments == ("联席会议制度",)
    assert [section.heading for section in found.sections][1:] == ["职能", "单位"]
