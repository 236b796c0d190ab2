from __future__ import annotations

from policydiff.align import NONE, Corrections, Preset, align, explain, rows
from policydiff.model import LinkKind, Mode, Relation, Table
from tests.factory import document, preamble, section

SENSING = "建立全市统一的物联感知平台，在桥梁、管网、井盖等部位布设传感器，实时掌握城市运行状态。"
TRAINING = "鼓励高等院校开设数据科学专业，培养既懂业务又懂技术的复合型人才，完善人才评价办法。"
FUNDING = "市财政设立智慧城市专项资金，引导社会资本参与建设运营，对重点项目给予贷款贴息。"
PRIVACY = "个人信息处理者应当公开处理规则，未经同意不得向第三方提供，泄露后须在七十二小时内报告。"
FIRE = "消防救援机构每季度检查人员密集场所的疏散通道，发现堵塞的，责令当场清除。"


def plan(*texts: str, **fields: object) -> object:
    articles = (section(f"第{'一二三四五六七八九十'[n]}条", "", text) for n, text in enumerate(texts))
    return document(section("第一章", "总则", "", *articles), **fields)


def linked(old: object, new: object, **options: object) -> set[tuple[str, str]]:
    found = align(old, new, **{"mode": Mode.VERSION, **options})  # type: ignore[arg-type]
    return {(x.old, x.new) for x in found.links}


def test_a_copy_is_paired_with_itself() -> None:
    old = plan(SENSING, TRAINING, FUNDING, PRIVACY)
    assert linked(old, old) == {(f"1.{n}", f"1.{n}") for n in range(1, 5)}


def test_display_variants_of_a_section_are_the_same_text() -> None:
    old, new = (
        plan(SENSING, FUNDING, PRIVACY),
        plan(SENSING.replace("，", ", "), FUNDING.replace("资金", "資金"), PRIVACY),
    )
    found = align(old, new, mode=Mode.VERSION)
    assert {(x.old, x.new, x.similarity) for x in found.links} == {(f"1.{n}", f"1.{n}", 1.0) for n in range(1, 4)}


def test_moved_and_renumbered_articles_are_named() -> None:
    old, new = plan(SENSING, TRAINING, FUNDING, PRIVACY, FIRE), plan(FIRE, SENSING, TRAINING, FUNDING, PRIVACY)
    found = {row.old: row for row in rows(old, new, align(old, new, mode=Mode.VERSION))}
    assert [name for name, row in found.items() if row.moved] == [("1.5",)]
    assert all(row.renumbered for row in found.values())


def test_order_never_makes_a_move_between_regions() -> None:
    old, new = plan(SENSING, TRAINING, FUNDING), plan(FUNDING, SENSING, TRAINING)
    assert not any(row.moved for row in rows(old, new, align(old, new, mode=Mode.REGION)))


def test_a_split_article_stands_in_one_row() -> None:
    old = plan(SENSING + TRAINING, FUNDING, PRIVACY, FIRE)
    new = plan(SENSING, TRAINING, FUNDING, PRIVACY, FIRE)
    split = [row for row in rows(old, new, align(old, new, mode=Mode.VERSION)) if row.relation is Relation.SPLIT]
    assert [(row.old, row.new) for row in split] == [(("1.1",), ("1.1", "1.2"))]


def test_merged_articles_stand_in_one_row() -> None:
    old = plan(SENSING, FUNDING, TRAINING, PRIVACY)
    new = plan(SENSING, FUNDING + TRAINING, PRIVACY)
    merged = [row for row in rows(old, new, align(old, new, mode=Mode.VERSION)) if row.relation is Relation.MERGED]
    assert [(row.old, row.new) for row in merged] == [(("1.2", "1.3"), ("1.2",))]


def test_region_names_do_not_pair_sections() -> None:
    old = plan("北京市设立首席数据官，统筹本市数据资源。", FIRE, title="北京市数据条例", region="北京市")
    new = plan(
        "天津市设立首席数据官，统筹本市数据资源。",
        "天津市鼓励植树造林，保护湿地候鸟。",
        title="天津市数据条例",
        region="天津市",
    )
    assert linked(old, new, mode=Mode.REGION) == {("1.1", "1.1")}


def test_pins_and_bans_overrule_the_evidence() -> None:
    old, new = plan(SENSING, TRAINING, FUNDING), plan(SENSING, PRIVACY, FUNDING)
    pins = Corrections(pinned=frozenset({("1.2", "1.2")}), forbidden=frozenset({("1.1", "1.1")}))
    found = align(old, new, mode=Mode.VERSION, pins=pins)
    pinned = [x for x in found.links if x.pinned]
    assert [(x.old, x.new, x.kind, x.confidence) for x in pinned] == [("1.2", "1.2", LinkKind.COUNTERPART, 1.0)]
    assert ("1.1", "1.1") not in {(x.old, x.new) for x in found.links}


def test_corrections_of_sections_that_are_gone_are_ignored() -> None:
    old = plan(SENSING, FUNDING)
    pins = Corrections(pinned=frozenset({("9.9", "1.1")}))
    assert linked(old, old, pins=pins) == linked(old, old, pins=NONE)


def test_presets_are_nested() -> None:
    old = plan(SENSING, TRAINING, FUNDING, PRIVACY)
    new = plan(SENSING.replace("桥梁、管网", "道路"), "支持企业与院校共同培养数据人才。", FUNDING[:20], FIRE)
    strict, balanced, loose = (linked(old, new, preset=p) for p in (Preset.STRICT, Preset.BALANCED, Preset.LOOSE))
    assert strict <= balanced <= loose
    assert strict


def test_an_empty_document_leaves_everything_alone() -> None:
    old, empty = plan(SENSING, FUNDING), document()
    found = align(old, empty, mode=Mode.VERSION)
    assert found.links == ()
    assert [row.relation for row in rows(old, empty, found)] == [Relation.ONLY_OLD] * 2
    assert rows(empty, empty, align(empty, empty, mode=Mode.REGION)) == ()


def test_an_explanation_names_votes_and_what_was_refused() -> None:
    old, new = plan(SENSING, TRAINING, FUNDING), plan(SENSING.replace("传感器", "探头"), FUNDING, PRIVACY)
    found = align(old, new, mode=Mode.VERSION)
    why = explain(found, "1.1")
    assert [w.new for w in why.asserted] == ["1.1"]
    assert why.weighed[0].votes
    assert abs(why.weighed[0].votes[0][1]) >= abs(why.weighed[0].votes[-1][1])
    assert all(w.confidence < why.threshold for w in why.refused)


def test_flows_are_given_for_chapters_too() -> None:
    old, new = plan(SENSING, TRAINING, FUNDING), plan(FUNDING, SENSING)
    shares = {(f.old, f.new): (round(f.old_share, 2), f.new_share) for f in align(old, new, mode=Mode.VERSION).flows}
    assert shares["1.1", "1.2"] == (1.0, 1.0)
    assert shares["1", "1"][1] == 1.0
    assert 0.5 < shares["1", "1"][0] < 0.8


def test_a_word_in_common_without_any_likely_pair_is_weighed_too() -> None:
    cells = Table(at=0, header=("\n设",), rows=())
    old = document(preamble("设"), section(tables=(cells,)))
    new = document(section("", "", "", section("", "", "", section("", "", "0设", section("", "设", "")))))
    for preset in Preset:
        found = align(old, new, mode=Mode.VERSION, preset=preset)
        assert all(0 <= link.confidence <= 1 for link in found.links)
