from __future__ import annotations

import pytest

from policydiff.insight.changes import bodies_change
from tests.unit.insight.reading import found

FORMS = [
    ("推进工作。（省大数据局，各市政府）", ("省大数据局",), ("各市政府",), (), ()),
    ("推进工作。（省发展改革委、省大数据局负责）", ("省发展改革委", "省大数据局"), (), (), ()),
    (
        "推进工作。（省大数据局牵头，省财政厅、省审计厅配合）",
        ("省大数据局", "省财政厅", "省审计厅"),
        (),
        ("省大数据局",),
        ("省财政厅", "省审计厅"),
    ),
    (
        "推进工作。（牵头单位：市大数据局；配合单位：市财政局、各区人民政府）",
        ("市大数据局", "市财政局"),
        ("各区人民政府",),
        ("市大数据局",),
        ("市财政局", "各区人民政府"),
    ),
    ("推进工作。\n责任单位：市教育局、市科技局", ("市教育局", "市科技局"), (), (), ()),
    ("推进工作。（农业农村部、人民银行等按职责分工负责）", ("农业农村部", "人民银行"), (), (), ()),
    (
        "由省大数据局牵头，省财政厅、省审计厅配合。",
        ("省大数据局", "省财政厅", "省审计厅"),
        (),
        ("省大数据局",),
        ("省财政厅", "省审计厅"),
    ),
    ("推进工作。（各省级人民政府负责）", (), ("各省级人民政府",), (), ()),
]


@pytest.mark.parametrize(("text", "bodies", "local", "lead", "supporting"), FORMS)
def test_forms(
    text: str, bodies: tuple[str, ...], local: tuple[str, ...], lead: tuple[str, ...], supporting: tuple[str, ...]
) -> None:
    (one,) = found(text).responsibilities
    assert (one.bodies, one.local, one.lead, one.supporting) == (bodies, local, lead, supporting)


def test_and_others() -> None:
    (one,) = found("推进工作。（省公安厅、省交通运输厅等，各市政府）").responsibilities
    assert one.and_others
    assert one.bodies == ("省公安厅", "省交通运输厅")


@pytest.mark.parametrize(
    "text",
    [
        "建设县（市、区）平台。",
        "实施计划（2021年）。",
        "评价指标（附件1）。",
        "地区生产总值（GDP）增长。",
        "（此件公开发布）",
    ],
)
def test_other_brackets_hold_no_bodies(text: str) -> None:
    assert found(text).responsibilities == ()


def test_added_dropped_and_another_lead() -> None:
    old = found("推进。（省大数据局牵头，省财政厅配合）").responsibilities
    new = found("推进。（省财政厅牵头，省审计厅配合）").responsibilities
    change = bodies_change(old, new, places=True)
    assert change is not None
    assert (change.added, change.dropped, change.lead_changed) == (("省审计厅",), ("省大数据局",), True)
    assert bodies_change(old, old, places=True) is None


def test_regions_offices_are_compared_without_their_region() -> None:
    old, new = found("推进。（省大数据局负责）").responsibilities, found("推进。（市大数据局负责）").responsibilities
    assert bodies_change(old, new, places=False) is None
    assert bodies_change(old, new, places=True) is not None
