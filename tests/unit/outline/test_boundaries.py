"""Where a heading ends that runs into its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.outline.boundaries import ROLE_SCORE, heading_end


def parted(text: str, *, around: str = "", page_breaks: tuple[int, ...] = ()) -> str:
    return text[: heading_end(text, around=around, page_breaks=page_breaks).length]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("指导思想", "全面贯彻新发展理念，推进建设。"),
        ("基本原则", "坚持统筹规划，注重实效。"),
        ("保障措施", "各部门要加强领导。"),
        ("加强组织领导", "各级政府要高度重视，落实责任。"),
        ("加强资金保障", "加强政府资金保障，鼓励社会资本参与。"),
        ("建设城市数据平台", "依托现有设施，建设统一平台。"),
        ("完善标准体系", "围绕重点领域，加快制定地方标准。"),
        ("填报系统访问方式", "“填报系统”部署在政务外网，各区登录填报。"),
    ],
)
def test_headings_that_run_on(heading: str, text: str) -> None:
    assert parted(heading + text) == heading


def test_a_heading_every_plan_has_is_certain() -> None:
    assert heading_end("主要目标到2025年，基本建成。").score == ROLE_SCORE
    assert heading_end("主要目标和任务分工明确。").score != ROLE_SCORE


def test_a_page_break_is_evidence() -> None:
    text = "城市感知终端统筹管理平台支撑能力建设运行"
    plain = heading_end(text)

    assert heading_end(text, page_breaks=(plain.length,)).score > plain.score
    assert heading_end(text, page_breaks=(plain.length + 1,)) == plain


def test_words_that_stand_together_elsewhere_are_not_parted() -> None:
    text = "推进公共服务均等普惠让群众共享成果。"
    together = parted(text)

    assert parted(text, around=(together[-2:] + text[len(together) :][:2]) * 5) != together


def test_two_quotes_are_never_parted() -> None:
    text = "推进“一网通办”改革各部门要优化流程。"

    assert parted(text).count("“") == parted(text).count("”")


@given(st.text("城市数据平台建设推进各部门要以加强，。“”（）2025年", max_size=60))
def test_the_end_lies_within_the_first_sentence(text: str) -> None:
    found = heading_end(text, around=text)

    assert 0 <= found.length <= len(text.split("。", maxsplit=1)[0])
