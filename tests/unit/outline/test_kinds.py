"""文种 by a title's last word, and its slug."""

from __future__ import annotations

import pytest

from policydiff.outline.kinds import KINDS, kind_of, slug


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("国务院关于加强数字政府建设的指导意见", "指导意见"),
        ("某市智慧城市建设实施方案", "实施方案"),
        ("某市“十四五”规划纲要", "规划纲要"),
        ("某市三年行动计划（2021-2023年）", "三年行动计划"),
        ("某省大数据发展促进条例（2021年修订）", "条例"),
        ("某办法（试行）", "办法"),
        ("某办法（征求意见稿）（2021年）", "办法"),
        ("关于印发《某方案》的通知", "通知"),
        ("《某市规划》", "规划"),
        ("某市政府工作报告", "政府工作报告"),
        ("中华人民共和国数据安全法", "法"),
        ("数字中国", None),
        ("", None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


def test_a_longer_kind_is_found_before_the_shorter_one_it_ends_in() -> None:
    for kind in KINDS:
        assert kind_of(f"某市{kind}") == kind


@pytest.mark.parametrize(
    ("kind", "latin"),
    [("实施方案", "fangan"), ("规划纲要", "gangyao"), ("通知", "tongzhi"), ("白皮书", "wenjian"), (None, "wenjian")],
)
def test_slugs(kind: str | None, latin: str) -> None:
    assert slug(kind) == latin


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某病诊疗方案（试行第九版）", "方案"),
        ("某病诊疗方案（第十版）", "方案"),
        ("某病诊疗方案（试行第八版修订版）", "方案"),
        ("某市粮食应急预案", "应急预案"),
        ("某部际联席会议制度", "制度"),
    ],
)
def test_editions_emergency_plans_and_systems(title: str, kind: str) -> None:
    assert kind_of(title) == kind
