"""Tables are compared as tables: by columns, rows and cells."""

from __future__ import annotations

import pytest

from policydiff.compare.tables import table_pairs
from policydiff.edits import Unit
from policydiff.model import Edit, EditKind, Relation, Table, TablePair

Rows = list[tuple[str, ...]]

GOALS: Rows = [("数据共享率", "%", "60"), ("政务服务网上可办率", "%", "80"), ("5G基站数", "万个", "1.5")]


def table(header: tuple[str, ...], rows: Rows) -> Table:
    return Table(at=0, header=header, rows=tuple(rows))


def compared(old: Table, new: Table) -> TablePair:
    (found,) = table_pairs([old], [new], Unit.CHAR)
    return found


def shown(cell: tuple[Edit, ...]) -> str:
    signs = {EditKind.EQUAL: "{}", EditKind.DELETE: "[-{}]", EditKind.INSERT: "[+{}]"}
    return "".join(signs[edit.kind].format(edit.text) for edit in cell)


def lines(found: TablePair) -> list[str]:
    return [f"{row.relation}: {' | '.join(map(shown, row.cells))}" for row in found.rows]


def test_a_table_compared_with_itself() -> None:
    found = compared(table(("指标", "单位", "目标"), GOALS), table(("指标", "单位", "目标"), GOALS))
    assert not found.differs
    assert [(row.old, row.new) for row in found.rows] == [(0, 0), (1, 1), (2, 2)]


def test_cells_are_compared_row_by_row() -> None:
    later = [(*GOALS[0][:2], "90"), ("5G基站数", "万个", "3"), ("数字经济占比", "%", "10")]
    found = compared(table(("指标", "单位", "2020年目标"), GOALS), table(("指标", "单位", "2025年目标"), later))
    assert [shown(cell) for cell in found.header] == ["指标", "单位", "[-2020年][+2025年]目标"]
    assert lines(found) == [
        "modified: 数据共享率 | % | [-60][+90]",
        "only_old: [-政务服务网上可办率] | [-%] | [-80]",
        "modified: 5G基站数 | 万个 | [-1.5][+3]",
        "only_new: [+数字经济占比] | [+%] | [+10]",
    ]


def test_a_column_that_came_and_one_that_went() -> None:
    old = table(("指标", "单位", "目标"), GOALS)
    new = table(("指标", "目标", "责任单位"), [(name, value, "大数据局") for name, _, value in GOALS])
    found = compared(old, new)
    assert [shown(cell) for cell in found.header] == ["指标", "[-单位]", "目标", "[+责任单位]"]
    assert found.columns == ((0, 0), (1, None), (2, 1), (None, 2))
    assert lines(found)[0] == "modified: 数据共享率 | [-%] | 60 | [+大数据局]"


def test_row_numbers_do_not_tell_rows_apart() -> None:
    old = table(("序号", "任务"), [("1", "建设数据平台"), ("2", "开放公共数据"), ("3", "培育数据要素市场")])
    new = table(
        ("序号", "任务"), [("1", "制定数据条例"), ("2", "建设数据平台"), ("3", "开放公共数据"), ("4", "培育要素市场")]
    )
    assert lines(compared(old, new)) == [
        "only_new: [+1] | [+制定数据条例]",
        "modified: [-1][+2] | 建设数据平台",
        "modified: [-2][+3] | 开放公共数据",
        "modified: [-3][+4] | 培育[-数据]要素市场",
    ]


def test_rows_that_changed_places_are_still_the_same() -> None:
    found = compared(table(("指标", "单位", "目标"), GOALS), table(("指标", "单位", "目标"), GOALS[::-1]))
    assert not found.differs
    assert [(row.old, row.new) for row in found.rows] == [(2, 0), (1, 1), (0, 2)]


def test_tables_without_headers() -> None:
    found = compared(table((), GOALS), table((), [*GOALS[:2], ("5G基站数", "万个", "2.5")]))
    assert lines(found)[2] == "modified: 5G基站数 | 万个 | [-1.5][+2.5]"


def test_width_and_brackets_are_no_change() -> None:
    found = compared(table(("指标",), [("共享率（%）",)]), table(("指标",), [("共享率(%)",)]))
    assert not found.differs
    assert found.rows[0].cells[0][0].new == "共享率(%)"


def test_several_tables_find_their_like() -> None:
    tasks = table(("任务", "责任单位"), [("建设平台", "大数据局"), ("开放数据", "经信局")])
    goals = table(("指标", "单位", "目标"), GOALS)
    grown = table(("任务", "责任单位"), [("建设平台", "大数据局"), ("开放数据", "数据局")])
    found = table_pairs([goals, tasks], [grown, table(("名称", "地址"), [("甲", "乙")]), goals], Unit.CHAR)
    assert [(pair.old, pair.new) for pair in found] == [(1, 0), (None, 1), (0, 2)]
    assert [pair.differs for pair in found] == [True, True, False]


def test_rows_of_uneven_length() -> None:
    found = compared(table(("甲", "乙"), [("1",), ("2", "3", "4")]), table(("甲", "乙"), [("1", "5"), ("2", "3", "4")]))
    assert lines(found) == ["modified: 1 | [+5] | ", "unchanged: 2 | 3 | 4"]


def test_repeated_keys_are_taken_in_order() -> None:
    old = table(("领域", "任务"), [("教育", "建校"), ("教育", "办班"), ("医疗", "建院")])
    new = table(("领域", "任务"), [("教育", "建校"), ("教育", "培训教师"), ("医疗", "建院")])
    assert [row.relation for row in compared(old, new).rows] == [
        Relation.UNCHANGED,
        Relation.MODIFIED,
        Relation.UNCHANGED,
    ]


@pytest.mark.parametrize("rows", [[], [()]])
def test_empty_tables(rows: Rows) -> None:
    assert not compared(table((), rows), table((), rows)).differs
