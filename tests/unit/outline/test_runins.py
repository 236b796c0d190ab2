"""Short sentences that head paragraphs of a stream, and short sentences that do not."""

from __future__ import annotations

import pytest

from policydiff.outline.runins import find, looks_like_one, may_hold_run_ins

FIRST = (
    "统筹城市感知体系。建立全市统一的城市感知体系管理规范，推动感知终端集约部署、共建共享，"
    "形成覆盖城乡的感知网络，支撑城市精细治理与公共安全。"
)
SECOND = (
    "夯实城市算力底座。统筹建设城市算力中心，推动算力资源集约利用和协同调度，"
    "构建绿色低碳的城市算力体系，提升底座支撑能力和服务水平。"
)
THIRD = (
    "完善城市数据底座。健全城市数据汇聚、治理、共享机制，建设统一的数据底座，"
    "推动数据资源按需共享，支撑各领域城市应用创新发展。"
)


def headings(text: str, *, eager: bool = False) -> list[str]:
    return [text[found.start : found.end] for found in find(text, 0, len(text), eager=eager)]


def test_a_series() -> None:
    assert headings(FIRST + SECOND + THIRD) == ["统筹城市感知体系", "夯实城市算力底座", "完善城市数据底座"]


def test_behind_an_introduction() -> None:
    text = "围绕城市全面感知和高效运行，统筹推进新型基础设施建设，着力打造以下三个底座。"

    assert headings(text + FIRST + SECOND + THIRD) == ["统筹城市感知体系", "夯实城市算力底座", "完善城市数据底座"]


def test_ranges_are_those_of_the_text() -> None:
    text = "前文。" + FIRST + SECOND
    (first, second) = find(text, 3, len(text))

    assert text[first.text :].startswith("建立全市")
    assert text[second.start : second.text] == "夯实城市算力底座。"


@pytest.mark.parametrize(
    "text",
    [
        "推进改革。加强领导。完善机制。落实责任。",
        "建成一批项目。这些项目覆盖全市各区，总投资超过十亿元，预计于明年年底前全部投入使用并发挥效益，带动相关产业发展。",
        FIRST[: FIRST.index("。") + 1],
        "",
    ],
)
def test_ordinary_short_sentences(text: str) -> None:
    assert headings(text) == []


@pytest.mark.parametrize("sentence", ["统筹城市感知体系", "因地制宜，科学有序", "坚持以人为本"])
def test_could_be_a_heading(sentence: str) -> None:
    assert looks_like_one(sentence)


@pytest.mark.parametrize(
    "sentence", ["推进", "到2025年建成", "包括：平台", "平台、终端", "因地制宜，有序推进建设", "推" * 21, "“一网通办”"]
)
def test_could_not(sentence: str) -> None:
    assert not looks_like_one(sentence)


def test_only_lists_of_principles_hold_more_below_a_run_in_heading() -> None:
    assert may_hold_run_ins("基本原则", run_in=True)
    assert may_hold_run_ins("重点工程", run_in=False)
    assert not may_hold_run_ins("重点工程", run_in=True)
