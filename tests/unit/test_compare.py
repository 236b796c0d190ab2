"""From two documents to rows: modes, relations, edits, counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from policydiff.align import Corrections
from policydiff.compare import compare, mode_of, own_text, table_text
from policydiff.errors import UsageError
from policydiff.library import Decisions
from policydiff.model import Comparison, Document, EditKind, Level, Mode, Pair, Relation, Table
from tests.factory import document, preamble, section

DATA = "推动政务数据资源互联互通，建立健全公共数据开放目录，到2025年公共数据开放率达到60%以上。"
CLOUD = "统筹建设全市一体化云平台，推进各部门业务系统迁移上云，提升算力设施集约化水平。"
TRAFFIC = "建设智慧交通信号控制系统，优化主要路口配时方案，缓解高峰时段道路拥堵状况。"
FUNDS = "加大财政资金支持力度，引导社会资本参与项目建设运营，强化资金使用绩效评价。"
HEALTH = "完善居民电子健康档案，推广远程会诊和预约诊疗服务，方便老年人看病就医。"

OLD = document(
    preamble("为加快建设智慧城市，制定本规划。"),
    section("一、", "数据开放", DATA),
    section("二、", "云平台", CLOUD),
    section("三、", "智慧交通", TRAFFIC),
    section("四、", "资金保障", FUNDS),
)


def new_version(*sections: object, **fields: object) -> Document:
    return document(*sections, id="test-plan-new", **fields)  # type: ignore[arg-type]


def row_of(comparison: Comparison, section_id: str, side: str = "old") -> Pair:
    (found,) = [pair for pair in comparison.pairs if section_id in getattr(pair, side)]
    return found


def side(edits: Iterable[object], name: str) -> str:
    return "".join(getattr(edit, name) for edit in edits)


def test_a_document_does_not_differ_from_itself() -> None:
    result = compare(OLD, OLD)
    assert result.mode is Mode.VERSION
    assert not result.differs
    assert result.counts == {relation: 5 if relation is Relation.UNCHANGED else 0 for relation in Relation}
    assert result.changed_share == 0.0


def test_display_facts_are_no_change() -> None:
    shown = document(
        preamble("為加快建設智慧城市,制定本規劃。"),
        section("一、", "数据开放", DATA.replace("，", ",").replace("公共数据", "公共 数据")),
        section("二、", "《云平台》", CLOUD),
        section("三、", "智慧交通", TRAFFIC),
        section("四、", "资金保障", FUNDS),
        id="other",
    )
    result = compare(OLD, shown)
    assert not result.differs
    assert side(row_of(result, "1").edits, "new").startswith("推动政务数据资源互联互通,")


def test_changes_are_told_by_kind() -> None:
    new = new_version(
        preamble("为加快建设智慧城市，制定本规划。"),
        section("一、", "数据开放", DATA.replace("60%", "80%")),
        section("二、", "智慧交通", TRAFFIC),
        section("三、", "智慧医疗", HEALTH),
        section("四、", "资金保障", FUNDS),
    )
    result = compare(OLD, new)
    assert row_of(result, "0").relation is Relation.UNCHANGED
    changed = row_of(result, "1")
    assert changed.relation is Relation.MODIFIED
    assert [(e.kind, e.text) for e in changed.edits if e.kind is not EditKind.EQUAL] == [
        (EditKind.DELETE, "60%"),
        (EditKind.INSERT, "80%"),
    ]
    assert row_of(result, "2").relation is Relation.ONLY_OLD
    moved_up = row_of(result, "3")
    assert (moved_up.new, moved_up.relation, moved_up.renumbered) == (("2",), Relation.UNCHANGED, True)
    assert row_of(result, "3", "new").relation is Relation.ONLY_NEW
    assert result.differs
    assert 0 < result.changed_share < 0.5
    assert sum(result.counts.values()) == len(result.pairs)


def test_a_passage_that_is_mostly_new_is_rewritten() -> None:
    new = new_version(
        *(replace(s, children=()) for s in OLD.sections[:2]),
        section("二、", "云平台", "统筹建设全市一体化云平台，鼓励企业使用国产芯片和操作系统，组织开展供应链安全审查。"),
        *OLD.sections[3:],
    )
    result = compare(OLD, new, corrections=Corrections(pinned=frozenset({("2", "2")})))
    pair = row_of(result, "2")
    assert (pair.relation, pair.pinned) == (Relation.REWRITTEN, True)


def test_a_changed_heading_is_a_change() -> None:
    new = new_version(*OLD.sections[:4], section("四、", "经费保障", FUNDS))
    pair = row_of(compare(OLD, new), "4")
    assert pair.relation is Relation.MODIFIED
    assert {edit.kind for edit in pair.edits} == {EditKind.EQUAL}


def chapters(*headings: str) -> Document:
    texts = (DATA, CLOUD, TRAFFIC)
    return document(
        *(
            section(
                f"第{number}章", heading, "", section("第一条", "", text), section("第二条", "", text + "另行规定。")
            )
            for number, heading, text in zip("一二三", headings, texts, strict=False)
        )
    )


def test_a_changed_heading_over_other_sections_is_a_change() -> None:
    old, new = chapters("总则", "权利", "附则"), chapters("总则", "权利与义务", "附则")
    result = compare(old, new, mode="version")
    assert result.differs
    lone = [(n, pair.relation, pair.old + pair.new) for n, pair in enumerate(result.pairs) if not pair.edits]
    first = next(n for n, pair in enumerate(result.pairs) if "2.1" in pair.old)
    assert lone == [(first - 2, Relation.ONLY_OLD, ("2",)), (first - 1, Relation.ONLY_NEW, ("2",))]
    assert result.counts[Relation.UNCHANGED] == 6
    assert not compare(old, chapters("总则", "权 利", "附则"), mode="version").differs
    assert not compare(old, new, mode="region").differs


def test_headings_that_repeat_are_counted() -> None:
    result = compare(chapters("甲", "甲"), chapters("甲", "乙"), mode="version")
    assert [pair.old + pair.new for pair in result.pairs if not pair.edits] == [("2",), ("2",)]


def test_a_changed_table_is_a_change() -> None:
    def plan(value: str) -> Document:
        table = Table(at=0, header=("指标", "目标"), rows=(("公共数据开放率", value),))
        return document(section("一、", "指标", DATA, tables=(table,)), section("二、", "云平台", CLOUD))

    pair = row_of(compare(plan("60%"), plan("80%")), "1")
    assert pair.relation is Relation.MODIFIED
    assert [(e.kind, e.text) for table in pair.tables for e in table.edits if e.kind is not EditKind.EQUAL] == [
        (EditKind.DELETE, "60%"),
        (EditKind.INSERT, "80%"),
    ]
    assert compare(plan("60%"), plan("80%")).differs
    assert not compare(plan("60%"), plan("60%")).differs


def test_a_split_section_s_edits_rebuild_both_parts() -> None:
    new = new_version(
        *OLD.sections[:1],
        section("一、", "数据与云", DATA + "\n" + CLOUD),
        *OLD.sections[3:],
    )
    result = compare(OLD, new, corrections=Decisions(pinned=frozenset({("1", "1"), ("2", "1")})))
    pair = row_of(result, "1", "new")
    assert (pair.relation, pair.old) == (Relation.MERGED, ("1", "2"))
    assert side(pair.edits, "old") == DATA + "\n" + CLOUD
    assert side(pair.edits, "new") == DATA + "\n" + CLOUD


def test_corrections_hold() -> None:
    apart = compare(OLD, OLD, corrections=Decisions(forbidden=frozenset({("1", "1")})))
    assert row_of(apart, "1").relation is Relation.ONLY_OLD
    assert row_of(apart, "1", "new").relation is Relation.ONLY_NEW
    together = compare(OLD, OLD, corrections=Decisions(pinned=frozenset({("1", "2")})))
    assert any((link.old, link.new, link.pinned) == ("1", "2", True) for link in together.links)
    assert (together.settings["pinned"], together.settings["forbidden"]) == (1, 0)


def test_the_unit_is_the_finest_change_shown() -> None:
    new = new_version(OLD.sections[0], section("一、", "数据开放", DATA.replace("60%", "80%")), *OLD.sections[2:])
    by_sentence = row_of(compare(OLD, new, unit="sentence"), "1")
    assert side(by_sentence.edits, "old") == DATA
    assert DATA.startswith(side((e for e in by_sentence.edits if e.kind is EditKind.DELETE), "old"))
    assert side((e for e in by_sentence.edits if e.kind is EditKind.INSERT), "new").startswith("推动")
    assert compare(OLD, new, unit="sentence").settings["unit"] == "sentence"


@pytest.mark.parametrize("wrong", [{"mode": "x"}, {"unit": "letter"}, {"preset": "best"}])
def test_a_name_nobody_knows_is_an_error_that_lists_those_known(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError) as raised:
        compare(OLD, OLD, **wrong)  # type: ignore[arg-type]
    (value,) = wrong.values()
    assert value in raised.value.what
    assert ("auto, version, region" in raised.value.what) == ("mode" in wrong)


def test_a_comparison_says_how_it_was_made() -> None:
    result = compare(OLD, OLD, preset="strict")
    assert result.settings["preset"] == "strict"
    assert result.settings["mode"] == "auto"
    assert set(result.versions) == {"policydiff", "tokens", "background", "weights", "insight"}


def test_empty_documents() -> None:
    empty = document(id="empty")
    assert compare(empty, empty).pairs == ()
    assert not compare(empty, empty).differs
    assert {pair.relation for pair in compare(empty, OLD).pairs} == {Relation.ONLY_NEW}
    assert {pair.relation for pair in compare(OLD, empty).pairs} == {Relation.ONLY_OLD}


class TestMode:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ({"title": "测试市数据条例"}, {"title": "测试市数据条例（2024年修订）"}, Mode.VERSION),
            (
                {"title": "测试市数据条例（试行）", "region": "测试市"},
                {"title": "数据条例", "region": "测试市"},
                Mode.VERSION,
            ),
            ({"title": "甲市智慧城市“十三五”规划"}, {"title": "甲市智慧城市“十四五”规划"}, Mode.VERSION),
            (
                {"title": "甲市智慧城市发展规划（2016—2020年）"},
                {"title": "甲市智慧城市发展规划(2021-2025年)"},
                Mode.VERSION,
            ),
            ({"title": "智慧城市规划", "region": "甲市"}, {"title": "智慧城市规划", "region": "乙市"}, Mode.REGION),
            ({"title": "智慧城市规划", "region": "国家"}, {"title": "智慧城市规划", "region": "乙市"}, Mode.REGION),
            ({"title": "甲市人民政府关于印发甲市智慧城市规划的通知"}, {"title": "甲市智慧城市规划"}, Mode.VERSION),
            (
                {"title": "甲市智慧城市规划", "region": "甲市"},
                {"title": "甲市养老服务办法", "region": "甲市"},
                Mode.REGION,
            ),
            ({"title": "村民委员会组织法"}, {"title": "城市绿化条例"}, Mode.REGION),
            (
                {"title": "数据共享办法", "level": Level.PROVINCE, "issuers": ("甲省政府",)},
                {"title": "数据共享管理办法", "level": Level.CITY, "issuers": ("乙市政府",)},
                Mode.REGION,
            ),
            ({"title": "", "region": None}, {"title": "", "region": None}, Mode.REGION),
        ],
    )
    def test_names_and_regions_decide(self, old: dict[str, str], new: dict[str, str], expected: Mode) -> None:
        other = section("一、", "内容", "各区各部门要切实加强组织领导并抓好贯彻落实。")
        assert mode_of(document(**old), document(other, **new)) is expected  # type: ignore[arg-type]

    def test_shared_text_makes_a_version_of_what_has_no_name(self) -> None:
        old, new = replace(OLD, title="草稿"), replace(OLD, title="送审版本")
        assert mode_of(old, new) is Mode.VERSION

    def test_asked_for_is_what_is_done(self) -> None:
        assert compare(OLD, OLD, mode="region").mode is Mode.REGION
        assert compare(OLD, OLD, mode=Mode.VERSION).mode is Mode.VERSION


def test_own_and_table_text() -> None:
    table = Table(at=0, header=("甲", "乙"), rows=(("1", "2"), ("3",)))
    found = [section("", "", "一", tables=(table, table)), section("", "", ""), section("", "", "二")]
    assert own_text(found) == "一\n\n二"
    assert table_text(found) == "甲\t乙\n1\t2\n3\n甲\t乙\n1\t2\n3"
