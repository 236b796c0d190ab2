from __future__ import annotations

import pytest

from policydiff.insight.folding import folded
from policydiff.insight.times import TimeKind, due, times


@pytest.mark.parametrize(
    ("text", "kind", "iso"),
    [
        ("到2025年，建成体系", TimeKind.DEADLINE, "2025"),
        ("2022年年底前，建成", TimeKind.DEADLINE, "2022-12"),
        ("2022年底前完成", TimeKind.DEADLINE, "2022-12"),
        ("2022年6月底前完成", TimeKind.DEADLINE, "2022-06"),
        ("请于2016年12月16日前完成", TimeKind.DEADLINE, "2016-12-16"),
        ("2023年上半年前完成", TimeKind.DEADLINE, "2023-06"),
        ("“十四五”末，建成", TimeKind.DEADLINE, "2025"),
        ("到十五五末期，建成", TimeKind.DEADLINE, "2030"),
        ("三年内建成", TimeKind.DEADLINE, "2024"),
        ("年底前完成", TimeKind.DEADLINE, "2021-12"),
        ("今年，建成", TimeKind.PERIOD, "2021"),
        ("“十四五”期间，建成", TimeKind.PERIOD, "2025"),
        ("比2020年下降", TimeKind.BASE, "2020"),
        ("落实2035年远景目标", TimeKind.MENTION, "2035"),
    ],
)
def test_kinds_of_times(text: str, kind: TimeKind, iso: str) -> None:
    (time,) = times(folded(text), 2021)
    assert (time.kind, time.iso) == (kind, iso)


def test_what_is_relative_to_an_unknown_date_has_none() -> None:
    (time,) = times("三年内建成", None)
    assert (time.kind, time.iso, time.relative) == (TimeKind.DEADLINE, None, True)


def test_sort_keys_count_to_the_last_day() -> None:
    assert [due(x) for x in ("2025", "2022-12", "2022-06", "2016-12-16", None)] == [
        "2025-12-31",
        "2022-12-31",
        "2022-06-30",
        "2016-12-16",
        "9999-12-31",
    ]
