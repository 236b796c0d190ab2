from __future__ import annotations

from policydiff.insight import Comparator, Target, facts
from policydiff.insight.records import Period
from policydiff.model import Table
from tests.factory import document, section

HEADER = ("序号", "主要指标", "单位", "2020年", "2025年", "属性")


def rows(*cells: tuple[str, ...], header: tuple[str, ...] = HEADER) -> tuple[Target, ...]:
    table = Table(at=0, header=header, rows=cells)
    return facts(document(section("一、", "发展目标", "主要指标如下。", tables=(table,)), date="2021")).targets


def test_a_row_is_an_indicator_and_a_column_a_year() -> None:
    (target,) = rows(("1", "森林覆盖率", "%", "23.2", "24.1", "约束性"))
    assert (target.indicator, target.value, target.unit) == ("森林覆盖率", 24.1, "%")
    assert (target.base_value, target.base_year, target.attribute) == (23.2, 2020, "约束性")
    assert target.due is not None
    assert target.due.iso == "2025"
    assert target.where.text == "1\t森林覆盖率\t%\t23.2\t24.1\t约束性"


def test_signs_bounds_and_multipliers_of_cells() -> None:
    grain, stations = rows(
        ("1", "粮食综合生产能力", "亿吨", "", "＞6.5", "约束性"), ("2", "5G基站数", "万个", "1.2", "7以上", "预期性")
    )
    assert (grain.comparator, grain.value, grain.unit) == (Comparator.MORE, 650_000_000, "吨")
    assert (stations.comparator, stations.value, stations.base_value) == (Comparator.AT_LEAST, 70_000, 12_000)


def test_brackets_are_cumulative() -> None:
    (target,) = rows(("1", "单位GDP能源消耗降低", "%", "—", "[13.5]", "约束性"))
    assert (target.value, target.period) == (13.5, Period.CUMULATIVE)


def test_a_unit_in_the_name() -> None:
    (target,) = rows(("城镇化率（%）", "60.6", "65"), header=("指标名称", "2020年", "2025年目标"))
    assert (target.indicator, target.unit, target.value) == ("城镇化率", "%", 65)


def test_words_and_dashes_are_no_figures() -> None:
    assert rows(("1", "群众满意度", "%", "—", "持续提高", "预期性"), ("2", "覆盖率", "%", "90", "—", "预期性")) == ()


def test_a_table_of_places_is_no_table_of_indicators() -> None:
    assert rows(("1", "贵阳市", "云岩区"), header=("序号", "市（州）名称", "县（市、区）名称")) == ()
