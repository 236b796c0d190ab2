"""The workbook, read by another program's reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from policydiff import messages
from policydiff.export.xlsx import comparison_xlsx
from policydiff.model import Comparison, Flow, Link, LinkKind, Mode, Note, Relation
from tests import samples


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def comparison(mode: Mode = Mode.VERSION, *notes: Note) -> Comparison:
    """The sample with flows, a partial link and notes."""
    made = samples.comparison(mode)
    pairs = tuple(replace(p, notes=notes) if p.relation is Relation.MODIFIED else p for p in made.pairs)
    partial = Link(old="2.2", new="2.1", kind=LinkKind.PARTIAL, similarity=0.2, confidence=0.5, pinned=True)
    return replace(
        made,
        pairs=pairs,
        links=(*made.links, partial),
        flows=(Flow(old="2.1", new="2.2", old_share=0.75, new_share=0.5),),
    )


def opened(value: Comparison, **options: Any) -> Workbook:
    return load_workbook(BytesIO(comparison_xlsx(value, **options)), rich_text=True)


def lines(book: Workbook, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


def records(book: Workbook, name: str, head: str = "序号") -> list[dict[str, Any]]:
    rows = lines(book, name)
    first = next(place for place, row in enumerate(rows) if row[0] == head)
    return [dict(zip(rows[first], row, strict=True)) for row in rows[first + 1 :]]


def test_a_sheet_for_each_question() -> None:
    note = Note(kind="target", fields={"change": "raised"})
    book = opened(comparison(Mode.VERSION, note))
    assert book.sheetnames == ["汇总", "节点对应表", "逐条差异", "去向表", "指标对照", "词频", "相似度矩阵"]
    assert book.properties.created == datetime(2021, 3, 5)
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None


def test_differences_carry_marks_figures_and_places() -> None:
    found = records(opened(comparison()), "逐条差异")
    assert [row["关系"] for row in found] == ["修改", "删除", "新增"]
    row = found[0]
    old, new = row["修订前（2021年3月5日）"], row["修订后（2025年）"]
    assert isinstance(old, CellRichText)
    assert str(old) == "（一）数据治理\n到2025年，数据共享率达到80%以上。"
    struck = [part.text for part in old if isinstance(part, TextBlock) and part.font.strike]
    bold = [part.text for part in new if isinstance(part, TextBlock) and part.font.b]
    assert (struck, bold) == (["2025年", "80%"], ["2027年", "95%"])
    assert (row["相似度"], row["置信度"]) == (0.8, 0.97)
    assert (row["修订前：页码"], row["修订前：起始字符"], row["修订前：文件"]) == (2, 70, "jia-2021")


def test_unchanged_rows_are_there_on_request_and_columns_change_places() -> None:
    assert len(records(opened(comparison(), full=True), "逐条差异")) == 5
    heads = list(records(opened(comparison(), new_first=True), "逐条差异")[0])
    assert heads.index("修订后（2025年）") < heads.index("修订前（2021年3月5日）")


def test_the_correlation_table_has_every_link_and_what_has_none() -> None:
    found = records(opened(comparison()), "节点对应表")
    assert [(row["修订前：编号"], row["修订后：编号"], row["对应类型"]) for row in found] == [
        ("0", "0", "对应"),
        ("1", "1", "对应"),
        ("2.1", "2.2", "对应"),
        ("2.2", "2.1", "部分对应"),
    ]
    assert found[3]["人工指定"] == "是"
    alone = records(opened(samples.comparison()), "节点对应表")
    assert [(row["修订前：编号"], row["修订后：编号"], row["关系"]) for row in alone[3:]] == [
        ("2.2", None, "删除"),
        (None, "2.1", "新增"),
    ]
    assert (alone[3]["修订后：章节"], alone[4]["修订前：章节"]) == ("—", "—")


def test_flows_are_shares() -> None:
    (row,) = records(opened(comparison()), "去向表")
    assert [value for value in row.values() if isinstance(value, float)] == [0.75, 0.5]


def test_word_counts_are_numbers_with_rates_and_ranks() -> None:
    found = {row["词"]: row for row in records(opened(comparison()), "词频")}
    row = found["智慧"]
    assert (row["修订前：次数"], row["修订后：次数"], row["次数变化"]) == (1, 1, 0)
    assert row["修订前：每万字"] > 100


def test_similarities_stand_under_their_sections() -> None:
    rows = lines(opened(comparison()), "相似度矩阵")
    first = next(place for place, row in enumerate(rows) if row[0] == "修订前：编号")
    assert [row[0] for row in rows[first + 1 :]] == ["0", "1", "2.1", "2.2"]
    assert [rows[first + 1 + place][2 + place] for place in range(2)] == [1.0, 1.0]


def test_notes_have_a_sheet_a_kind_with_their_own_fields() -> None:
    target = Note(
        kind="target",
        fields={
            "change": "raised",
            "old": {"indicator": "共享率", "value": 80, "unit": "%"},
            "new": {"indicator": "共享率", "value": 95.5, "unit": "%", "bodies": ["甲局", "乙局"]},
        },
    )
    other = Note(kind="new/kind [1]:*?" + "长" * 40, fields={"old": "甲", "new": "乙"})
    book = opened(comparison(Mode.VERSION, target, other))
    (row,) = records(book, "指标对照")
    assert (row["变化"], row["修订前：数值"], row["修订后：数值"]) == ("提高", 80, 95.5)
    assert row["修订后：单位"] == "%"
    name = next(name for name in book.sheetnames if name.startswith("new_kind"))
    assert len(name) == 31
    (row,) = records(book, name)
    assert (row["修订前"], row["修订后"]) == ("甲", "乙")


def test_between_regions_nothing_is_struck_through() -> None:
    book = opened(comparison(Mode.REGION))
    cells = [cell for row in book["逐条差异"].iter_rows() for cell in row]
    assert not any(cell.font.strike for cell in cells)
    parts = [part for cell in cells if isinstance(cell.value, CellRichText) for part in cell.value]
    assert not any(isinstance(part, TextBlock) and part.font.strike for part in parts)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert comparison_xlsx(comparison()) == comparison_xlsx(comparison())
