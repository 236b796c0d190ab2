"""Chinese numerals, both ways."""

from __future__ import annotations

import pytest

from policydiff.outline.numerals import number, numeral


def test_every_label_up_to_9999_comes_back() -> None:
    assert all(number(numeral(value)) == value for value in range(1, 10_000))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("一百一十", 110), ("一百十五", 115), ("两百", 200),
        ("一千二百六十", 1260), ("〇", 0), ("二〇二一", 2021), ("二○三五", 2035), ("一九四九", 1949), ("27", 27),
    ],
)  # fmt: skip
def test_reading(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "十a", "第一", "1.5", "①", "-1", "二 十"])
def test_what_is_no_numeral(text: str) -> None:
    assert number(text) is None


def test_labels_as_print_has_them() -> None:
    assert [numeral(value) for value in (1, 10, 11, 21, 100, 101, 110, 1001, 1260)] == [
        "一", "十", "十一", "二十一", "一百", "一百零一", "一百一十", "一千零一", "一千二百六十",
    ]  # fmt: skip


def test_beyond_labels_come_digits() -> None:
    assert numeral(10_000) == "10000"
