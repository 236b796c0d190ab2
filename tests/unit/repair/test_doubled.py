"""Headings printed twice are folded and reported as headings; words that only repeat stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.repair import repair
from policydiff.repair.doubled import find
from tests.unit.repair.reading import PROSE, mended, prose


def folded(text: str) -> tuple[str, list[str]]:
    """The text without first copies, and the headings as they stand in it."""
    findings, zones = find(text)
    assert all(text[start:end].strip() for start, end in zones)
    return mended(text, findings), [mended(text[start:end], find(text[start:end])[0]) for start, end in zones]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、指导思想一、指导思想", "一、指导思想"),
        ("智慧城市智慧城市政策政策文件文件汇编汇编", "智慧城市政策文件汇编"),
        ("加强组织领导加强组织领导", "加强组织领导"),
        ("二、二、重点任务重点任务", "二、重点任务"),
        ("（一）总体目标（一）总体目标", "（一）总体目标"),
        ("某市智慧城市某市智慧城市(国国发发202120212929 号)号)", "某市智慧城市(国发202129 号)"),
        ("(20212021 年年 3 3 月)月)某市智慧城市某市智慧城市", "(2021年 3 月)某市智慧城市"),
        ("建设“十四五十四五”规划的通知规划的通知", "建设“十四五”规划的通知"),
        ("20162016年度重点工作安排年度重点工作安排", "2016年度重点工作安排"),
    ],
)
def test_zones_fold(text: str, expected: str) -> None:
    assert folded(text)[0].replace(" ", "") == expected.replace(" ", "")


def test_a_zone_in_running_text_becomes_a_heading() -> None:
    text = f"{PROSE}二、发展目标二、发展目标到2025年，基本建成。{PROSE}"

    assert folded(text) == (f"{PROSE}二、发展目标到2025年，基本建成。{PROSE}", ["二、发展目标"])


def test_each_label_begins_a_heading_of_its_own() -> None:
    text = "二、重点任务二、重点任务（一）加强统筹规划（一）加强统筹规划推进建设。"

    assert folded(text)[1] == ["二、重点任务", "（一）加强统筹规划"]


headings = st.text("城市智慧数据治理服务建设规划发展管理", min_size=6, max_size=20).filter(
    lambda text: not any(text[i : i + n] == text[i + n : i + 2 * n] for i in range(len(text)) for n in range(1, 11))
)


@given(st.sampled_from(["一、", "（三）", "第二章", "1."]), headings)
def test_any_heading_printed_twice_is_found(label: str, heading: str) -> None:
    assert folded(f"{PROSE}{label}{heading}{label}{heading}{PROSE}")[0] == f"{PROSE}{label}{heading}{PROSE}"


@pytest.mark.parametrize(
    "text",
    [
        "人人有责，年年提升，层层落实，天天向上",
        "2020年、1111、00号",
        "包括A、台湾同胞投资企业、台湾同胞投资企业协会会员",
        "预期性预期性预期性约束性约束性预期性",
        "约束性约束性约束性",
        "逐步逐步推进",
        "研究研究再研究",
        "城市、乡村、城市、乡村、城市、乡村、",
        "某省某市某县人民政府、某省某市某县人民政府办公室",
        "第一产业、第二产业，第一产业、第二产业和第三产业",
        prose(400),
    ],
)
def test_words_that_repeat_stay(text: str) -> None:
    assert find(text) == ([], [])


def test_a_third_copy_is_a_list() -> None:
    assert find("数据共享交换平台数据共享交换平台数据共享交换平台") == ([], [])


def test_a_sentence_said_twice_is_a_heading_only_among_doubled_headings() -> None:
    twice = "统筹城市感知体系。统筹城市感知体系。推进建设。"
    headings = "\n一、总体要求一、总体要求\n二、重点任务二、重点任务"

    assert find(twice) == ([], [])
    assert folded(twice + headings)[0].startswith("统筹城市感知体系。推进建设。")


def test_words_of_their_own_beside_a_zone_stay() -> None:
    text = "形成人人加强组织领导加强组织领导"

    assert "人人" in folded(text)[0]


def test_front_words_fold_beside_a_zone_only_at_the_beginning_of_a_line() -> None:
    assert folded("目录目录\n一、某市智慧城市一、某市智慧城市")[0] == "目录目录\n一、某市智慧城市"
    assert folded("一、某市智慧城市一、某市智慧城市，列入医保目录目录外药品")[0].endswith("目录目录外药品")


def test_folding_twice_is_folding_once(seed_text: str) -> None:
    once = repair(seed_text, skip=frozenset({"mojibake"})).text

    assert find(once) == ([], [])
