from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from policydiff import messages
from policydiff.model import Comparison, Mode, Relation
from policydiff.synopsis import Cell, CellTable, Citations, ComparisonTable, Mark, TableRowView, table
from tests.comparing import compared, pair
from tests.factory import document, preamble, section
from tests.strategies import comparisons
from tests.unit.synopsis.factory import NEW, OLD, comparison


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def marked(cell: Cell | None, mark: Mark) -> list[str]:
    assert cell is not None
    return [run.text for run in cell.runs if run.mark is mark]


def row(found: ComparisonTable, old: str = "", new: str = "") -> TableRowView:
    """The row of these sections."""
    return next(
        r for r in found.rows if r.pair and r.pair.old[:1] == ((old,) if old else ()) and new in (*r.pair.new, "")
    )


def test_head() -> None:
    found = table(comparison())
    assert found.title == "《甲公司章程》修订对照表"
    assert found.subtitle == (
        "修订前：甲司〔2023〕1号，2023年5月6日，甲公司",
        "修订后：甲司〔2025〕3号，2025年9月，甲公司、甲公司党委",
    )
    assert found.headings == ("修订前（2023年5月6日）", "修订后（2025年9月）")


def test_versions_of_another_name_and_regions_name_both() -> None:
    other = replace(NEW, title="关于印发《乙公司章程》的通知", main_title="乙公司《示范》章程", region="乙市")
    assert table(replace(comparison(), new=other)).title == "《乙公司〈示范〉章程》与《甲公司章程》对照表"
    region = table(replace(comparison(), new=other, old=replace(OLD, region="甲市"), mode=Mode.REGION))
    assert region.title == "《甲公司章程》与《乙公司〈示范〉章程》对照表"
    assert region.headings == ("甲（甲市）", "乙（乙市）")


def test_regions_without_names_are_told_apart_by_title_or_number() -> None:
    one, other = replace(OLD, title="甲方案"), replace(NEW, title="乙方案")
    assert table(replace(comparison(), old=one, new=other, mode=Mode.REGION)).headings == (
        "甲（甲方案）",
        "乙（乙方案）",
    )
    long = replace(NEW, title="关于进一步加强和改进新时代各项工作的实施方案")
    found = table(replace(comparison(), old=one, new=long, mode=Mode.REGION))
    assert found.headings == ("甲（甲司〔2023〕1号）", "乙（甲司〔2025〕3号）")


def test_rows_that_say_nothing_new_are_left_out_and_counted() -> None:
    found = table(comparison())
    assert found.hidden == {"unchanged": 1, "renumbered": 1, "replaced": 2, "unasked": 0}
    assert [r.number for r in found.rows] == list(range(1, len(found.rows) + 1))
    assert "内容未变的1条未予列出。" in found.notes
    assert "仅序号变化的1条未予列出：第二条→第三条。" in found.notes
    assert "全文“股东大会”修改为“股东会”，共5处，不再逐条列示。" in found.notes
    assert "另有2条仅涉及上述修改，未予列出。" in found.notes
    assert "修订前原文已作修复：页码1处。" in found.notes
    assert "比对设置：按两版比较、按字标示、对应判定均衡、置信度阈值0.43、policydiff 1。" in found.notes


def test_a_term_replaced_throughout_has_its_own_row_and_is_unmarked_elsewhere() -> None:
    found = table(comparison())
    first = found.rows[0]
    assert first.pair is None
    assert marked(first.old, Mark.DELETED) == ["股东大会"]
    assert marked(first.new, Mark.INSERTED) == ["股东会"]
    assert first.remarks == ("全文修改，共5处，不再逐条列示",)
    changed = row(found, "1.5")
    assert marked(changed.old, Mark.DELETED) == ["过半数", "80%"]
    assert changed.new is not None
    assert changed.new.text.startswith("第六条\u3000股东会作出决议")


def test_terms_may_be_kept_in_place() -> None:
    found = table(comparison(), keep_replacements=True)
    assert found.hidden["replaced"] == 0
    assert all(r.pair is not None for r in found.rows)
    assert marked(row(found, "1.3").old, Mark.DELETED) == ["股东大会", "股东大会"]


def test_whole_sections() -> None:
    found = table(comparison())
    added, removed = row(found, "", "1.2"), row(found, "1.6")
    assert (added.old, added.absent) == (None, "（新增）")
    assert marked(added.new, Mark.INSERTED) == ["公司设党组织。"]
    assert marked(added.new, Mark.PLAIN) == ["第二条\u3000"]
    assert (removed.new, removed.absent) == (None, "（删除）")
    assert marked(removed.old, Mark.DELETED) == ["本条旧有规定。"]
    assert removed.remarks == ("删除", "可能对应：第二条 31%")


def test_regions_have_no_counterpart_and_nothing_was_renumbered() -> None:
    found = table(replace(comparison(), mode=Mode.REGION))
    assert {r.absent for r in found.rows} == {"", "（无对应）"}
    told = "\n".join((*found.notes, *(line for r in found.rows for line in r.remarks), *(i.text for i in found.legend)))
    assert not any(word in told for word in ("删除", "删去", "新增", "序号调整", "移入", "修订"))


def test_renumbered_rows_are_unmarked_where_they_are_asked_for() -> None:
    for options in ({"full": True}, {"only": ("renumbered",)}):
        found = row(table(comparison(), **options), "1.2")  # type: ignore[arg-type]
        assert found.remarks == ("序号调整：第二条→第三条",)
        assert found.old is not None
        assert found.new is not None
        assert not found.old.marks | found.new.marks


def test_full_tables_hold_every_row() -> None:
    found = table(comparison(), full=True)
    assert [r.pair for r in found.rows if r.pair] == list(comparison().pairs)
    assert not any(found.hidden.values())


def test_only_some_kinds() -> None:
    found = table(comparison(), only=("only_new",))
    assert [r.pair.relation for r in found.rows if r.pair] == [Relation.ONLY_NEW]
    assert found.hidden["unasked"] == 9


def test_what_moved_is_marked_on_both_sides() -> None:
    found = row(table(comparison()), "1.8")
    assert marked(found.old, Mark.MOVED_AWAY) == ["公司设经理。"]
    assert marked(found.new, Mark.MOVED_HERE) == ["公司设经理。"]
    assert found.remarks == ("由原第八条移入第七条",)


def test_split_sections_stand_one_below_the_other() -> None:
    found = row(table(comparison()), "1.7")
    assert found.remarks == ("第七条拆分为第八条、第九条",)
    assert found.old is not None
    assert [p.text for p in found.old.paragraphs] == ["第七条\u3000董事任期三年。", "董事可以连选连任。"]
    assert found.new is not None
    assert [p.text for p in found.new.paragraphs] == ["第八条\u3000董事任期三年。", "第九条\u3000董事可以连选连任。"]
    assert not found.old.marks | found.new.marks
    assert [name.id for name in found.new.sections] == ["1.8", "1.9"]
    assert found.new.sections[0].path == ("第一章 一般规定",)


def test_tables_in_cells() -> None:
    found = row(table(comparison()), "1.9")
    tables = [block for side in (found.old, found.new) if side for block in side.blocks if isinstance(block, CellTable)]
    assert [["".join(run.text for run in cell) for cell in line] for line in tables[1].rows] == [
        ["登记率", "90%"], ["覆盖率", "95%"], ["满意度", "85%"],
    ]  # fmt: skip
    assert [[{run.mark for run in cell} for cell in line] for line in tables[1].rows] == [
        [{Mark.PLAIN}, {Mark.INSERTED}], [{Mark.INSERTED}, {Mark.INSERTED}], [{Mark.PLAIN}, {Mark.PLAIN}],
    ]  # fmt: skip
    assert [{run.mark for run in line[1]} for line in tables[0].rows] == [{Mark.DELETED}, {Mark.PLAIN}]


def test_remarks_on_a_changed_row() -> None:
    assert row(table(comparison()), "1.5").remarks == (
        "修改", "序号调整：第五条→第六条", "另见修订后第四条", "指标 登记率 80%→90%（提高）",
    )  # fmt: skip


def test_the_legend_names_the_marks_in_use_only() -> None:
    found = table(comparison())
    assert [(item.mark, item.side) for item in found.legend] == [
        (Mark.INSERTED, "new"), (Mark.DELETED, "old"), (Mark.MOVED_AWAY, "old"), (Mark.MOVED_HERE, "new"),
    ]  # fmt: skip
    assert [item.mark for item in table(comparison(), only=("renumbered",), keep_replacements=True).legend]
    same = compared(OLD, OLD, pair(OLD, OLD, "1.1", "1.1"))
    assert table(same).legend == ()
    assert table(same).rows == ()


def test_a_changed_heading_is_marked_and_its_label_is_not() -> None:
    old = document(section("一、", "总体要求", "坚持创新。"))
    new = document(section("二、", "总体目标", "坚持创新。"))
    (found,) = table(compared(old, new, pair(old, new, "1", "1"))).rows
    assert found.old is not None
    heading = found.old.paragraphs[0]
    assert (heading.label, heading.heading) == ("一、", True)
    assert marked(found.old, Mark.DELETED) == ["总体要求"]
    assert marked(found.new, Mark.INSERTED) == ["总体目标"]


def test_empty_lines_and_empty_sections_do_not_shift_the_texts() -> None:
    old = document(preamble("前言。"), section("一、", "甲", ""), section("二、", "乙", "第一段。\n\n第三段。"))
    new = document(section("一、", "甲", "前言。"))
    (found,) = table(compared(old, new, pair(old, new, "0 1 2", "1", Relation.MERGED))).rows
    assert found.old is not None
    assert [p.text for p in found.old.paragraphs] == ["前言。", "一、甲", "二、乙", "第一段。", "第三段。"]
    assert [p.section for p in found.old.paragraphs] == ["0", "1", "2", "2", "2"]


@given(comparisons())
@hypothesis_settings(max_examples=30)
def test_cells_hold_the_sections_texts(value: Comparison) -> None:
    """Whatever the documents: nothing is lost, nothing is doubled, and only labels and blanks are added."""
    for found in table(value, full=True, keep_replacements=True).rows:
        assert found.pair is not None
        for cell, ids, source in ((found.old, found.pair.old, value.old), (found.new, found.pair.new, value.new)):
            if cell is None:
                assert not ids
                continue
            sections = [source.section(name) for name in ids]
            texts = "".join(s.text for s in sections if s).replace("\n", "")
            shown = "".join(run.text for p in cell.paragraphs if not p.heading for run in p.runs)
            assert shown == texts
            assert sum(isinstance(block, CellTable) for block in cell.blocks) == sum(
                len(s.tables) for s in sections if s
            )


def test_numbers_and_citations() -> None:
    plan = document(
        preamble("前言。"),
        section(
            "二、",
            "重点任务",
            "",
            section("（一）", "夯实底座", "文。"),
            section("", "无号", "文。"),
            section("1.", "", "文。"),
        ),
        section("第二章", "附则", "", section("第九条", "施行", "文。")),
    )
    found = Citations(plan)
    ids = ("0", "1", "1.1", "1.2", "1.3", "2", "2.1", "9")
    assert [found.cite(name) for name in ids] == [
        "标题前文字", "“二、重点任务”", "“二、（一）夯实底座”", "“无号”", "二、1", "“第二章 附则”", "第九条", "9",
    ]  # fmt: skip
    assert [found.number(name) for name in ids[1:7]] == ["二", "二、（一）", "“无号”", "二、1", "第二章", "第九条"]
