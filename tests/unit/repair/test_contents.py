"""A table of contents is taken out and kept as a list of titles; lists that look like one stay."""

from __future__ import annotations

import pytest

from policydiff.model import ContentsEntry
from policydiff.repair.contents import find
from tests.unit.repair.reading import mended, prose

LINES = (
    "目　录\n一、发展基础.....1\n二、总体要求 .... 3\n三、主要任务……5\n"
    "（一）统筹规划·····5\n（二）夯实基础…12\n四、保障措施 20\n"
)
STREAM = (
    "目录一、国家政策（一）某部关于印发甲规划的通知（某发〔2021〕1号）1"
    "（二）某部关于印发乙方案的通知（某发〔2021〕2号）4"
    "（三）某部关于丙工作的意见（2021年3月）9二、地方政策.....15（一）某市规划.....15（二）某省方案.....40"
)


def test_lines() -> None:
    text = LINES + "一、发展基础\n" + prose(100)
    findings, entries = find(text)

    assert mended(text, findings) == "\n一、发展基础\n" + prose(100)
    assert entries == [
        ContentsEntry(title="一、发展基础", page=1),
        ContentsEntry(title="二、总体要求", page=3),
        ContentsEntry(title="三、主要任务", page=5),
        ContentsEntry(title="（一）统筹规划", page=5),
        ContentsEntry(title="（二）夯实基础", page=12),
        ContentsEntry(title="四、保障措施", page=20),
    ]


def test_a_stream() -> None:
    findings, entries = find(STREAM + "（一）某部关于印发甲规划的通知各省：")

    assert [entry.page for entry in entries] == [1, 4, 9, 15, 15, 40]
    assert entries[0].title == "一、国家政策（一）某部关于印发甲规划的通知（某发〔2021〕1号）"
    assert entries[1].title == "（二）某部关于印发乙方案的通知（某发〔2021〕2号）"
    assert mended(STREAM + "正文", findings) == "正文"


@pytest.mark.parametrize(
    "text",
    [
        "目录\n一、发展基础\n二、总体要求\n三、主要任务\n四、保障措施\n五、附则\n",
        "目录\n一、发展基础.....1\n二、总体要求.....3\n三、主要任务.....5\n四、保障措施.....9\n",
        "发布目录2021年版，到2025年完成100项、2026年完成200项、2027年完成300项、2028年完成400项、2029年完成500项。",
        "一、发展基础.....1\n二、总体要求.....3\n三、主要任务.....5\n四、保障措施.....9\n五、附则.....11\n",
        prose(300),
    ],
    ids=["no pages", "too few", "a catalogue in prose", "no head", "prose"],
)
def test_other_lists_stay(text: str) -> None:
    assert find(text) == ([], [])


def test_pages_never_fall_within_a_table() -> None:
    _, entries = find(LINES + "2021年 3\n一、发展基础 1\n")

    assert [entry.page for entry in entries] == sorted(entry.page or 0 for entry in entries)
