from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from policydiff import messages
from policydiff.model import Note
from policydiff.synopsis import kind_name, note_text


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def record(**fields: Any) -> dict[str, Any]:
    return fields


@pytest.mark.parametrize(
    ("kind", "fields", "text"),
    [
        (
            "target",
            {
                "change": "raised",
                "old": record(indicator="共享率", comparator=">=", value=80.0, unit="%"),
                "new": record(indicator="共享率", comparator=">=", value=90, unit="%"),
            },
            "指标 共享率 ≥80%→≥90%（提高）",
        ),
        (
            "target",
            {
                "change": "new",
                "old": None,
                "new": record(indicator="基站", value=3, value2=3.5, unit="万个", comparator=""),
            },
            "指标 基站 —→3–3.5万个（新增）",
        ),
        (
            "target",
            {"change": "unquantified", "old": record(value=5, unit="个"), "new": record(value=None, text="若干个")},
            "指标 5个→若干个（不再量化）",
        ),
        (
            "deadline",
            {"change": "later", "old": record(text="2022年底前", task="建成平台"), "new": record(deadline="2025-06")},
            "时限 建成平台 2022年底前→2025-06（推后）",
        ),
        ("responsibility", {"added": ["省大数据局"], "dropped": ["省信息办"]}, "责任单位 +省大数据局、-省信息办"),
        (
            "responsibility",
            {"added": "省大数据局", "lead_old": "省发展改革委", "lead_new": ["省大数据局"]},
            "责任单位 +省大数据局；牵头 省发展改革委→省大数据局",
        ),
        (
            "citation",
            {
                "change": "changed",
                "old": record(title="甲办法", doc_number="甲〔2020〕1号"),
                "new": record(title="《乙办法》"),
            },
            "引用 《甲办法》（甲〔2020〕1号）→《乙办法》（变动）",
        ),
        (
            "wording",
            {"from": "探索", "to": "推进", "direction": "stronger", "ladder": "promote"},
            "提法 探索→推进（增强）",
        ),
        ("remark", {"text": "口径\n不同"}, "备注 口径 不同"),
        ("bookmark", {}, "书签"),
        (
            "novel",
            {"change": "odd", "old": {"a": 1, "b": None}, "new": "x", "extra": ["p", "q"]},
            "novel 1→x；p、q（odd）",
        ),
        ("novel", {}, "novel"),
        ("target", {}, "指标"),
        ("responsibility", {"change": "changed"}, "责任单位（变动）"),
    ],
)
def test_a_note_is_one_line(kind: str, fields: dict[str, Any], text: str) -> None:
    assert note_text(Note(kind=kind, fields=fields)) == text


def test_kinds_have_names() -> None:
    assert [kind_name(kind) for kind in ("target", "novel")] == ["指标", "novel"]
