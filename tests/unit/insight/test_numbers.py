from __future__ import annotations

import pytest

from policydiff.insight.numbers import times, value


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("1,200", 1200),
        ("1.2", 1.2),
        ("十二", 12),
        ("两百", 200),
        ("三百二十万", 3_200_000),
        ("一亿二千万", 120_000_000),
        ("三点五", 3.5),
        ("一万零五百", 10_500),
        ("二〇二五", 2025),
        ("标准", None),
        ("", None),
    ],
)
def test_values(numeral: str, number: float | None) -> None:
    assert value(numeral) == number


def test_products_have_no_binary_dust() -> None:
    assert times(2.18, 1e12) == 2_180_000_000_000
    assert isinstance(times(2.18, 1e12), int)
    assert times(0.1, 3.0) == 0.3
