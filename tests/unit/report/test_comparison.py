from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from policydiff import messages
from policydiff.compare.tables import table_pairs
from policydiff.edits import Unit
from policydiff.model import Comparison, Edit, EditKind, Mode, Relation, Table
from policydiff.report.comparison import ViewOptions, lines, render
from policydiff.synopsis.relations import KINDS
from tests.strategies import comparisons
from tests.unit.report.factory import ROWS, comparison, pair


@pytest.fixture(autouse=True)
def _chinese() -> object:
    messages.use("zh")
    yield
    messages.use(None)


def drawn(found: Comparison, width: int = 120, **options: object) -> str:
    view = lines(found, ViewOptions(**options), width=width, signs=True)  # type: ignore[arg-type]
    return "\n".join(line.plain.rstrip() for line in view)


def test_side_by_side_stands_level() -> None:
    assert drawn(comparison(ROWS[1]), width=104).splitlines()[9:] == [
        "─" * 104,
        "2.1 （一）夯实数字底座  第 2 页                    │ 2.2 （二）夯实数字底座  第 2 页",
        "修改 · 移动 · 改号   相似度 ███████░░░ 71%   置信度 96%",
        "另见  3 三、开放合作",
        "                                                   │ {+↶1 鼓励高等院校和科研机构建设开放共享的大数据实",
        "                                                   │ 验室。+}",
        "到[-2020年-]，全市建成5G基站[-3万个-]以上，重点区  │ 到{+2025年+}，全市建成5G基站{+10万个+}以上，重点区",
        "域实现连续覆盖；                                   │ 域实现连续覆盖；",
        "                  …… 略 51 字 ……                   │                   …… 略 51 字 ……",
        "避免重复建设和资源闲置；单位能耗降低[-15%-]。      │ 避免重复建设和资源闲置；单位能耗降低{+13.5%+}。",
        "[-↷1 鼓励高等院校和科研机构建设开放共享的大数据实  │",
        "验室。-]                                           │",
        "各区要加强组织领导。                               │ 各区要加强组织领导。",
    ]


def test_stacked_says_which_side_a_line_is_of() -> None:
    assert drawn(comparison(ROWS[2]), width=60).splitlines()[-5:] == [
        "旧 │ 2.2 （二）优化惠企服务  第 3 页",
        "新 │ 2.1 （一）优化企业服务  第 1 页",
        "修改 · 改号   相似度 ███████░░░ 71%   置信度 96%",
        "旧 │ 推进教育、医疗、养老服务领域数据共享。",
        "新 │ 推进教育、医疗、{+托育、+}养老服务领域数据共享。",
    ]


def test_head_summary_and_legend_come_first() -> None:
    assert drawn(comparison()).splitlines()[:8] == [
        "旧  某市智慧城市行动计划（2018-2020年）",
        "    某政发〔2018〕1号 · 2018-03-05 · 某市 · old-plan",
        "新  某市智慧城市行动计划（2021-2025年）",
        "    某政发〔2021〕2号 · 2021-04-01 · 某市 · new-plan",
        "比较方式：两版比较",
        "",
        "未变 1   修改 2   删除 1   新增 1   移动 1   改号 2   变动文字 ███░░░░░░░ 26%",
        "标记：  [-删去-]  {+新增+}  [-↷1 移出（移至同号处）-]  {+↶1 移入（自同号处）+}  …… 略 n 字 ……",
    ]


def test_the_legend_shows_only_marks_in_use() -> None:
    legend = next(line for line in drawn(comparison(ROWS[2])).splitlines() if line.startswith("标记"))
    assert "新增" in legend
    assert "删去" not in legend
    assert "移出" not in legend


def test_region_mode_never_says_removed_or_added() -> None:
    text = drawn(comparison(mode=Mode.REGION))
    assert "未找到对应" in text
    assert not any(word in text for word in ("删除", "删去", "新增", "旧 ", "新 "))
    assert text.startswith("左")


def test_rows_without_counterpart_show_their_text_unmarked_and_their_candidates() -> None:
    text = drawn(comparison(ROWS[3]))
    assert "（删除）" in text
    assert "可能对应  2.1 （一）优化企业服务 31%" in text
    assert "财政部门应当足额安排建设资金。" in text
    assert "[-财政" not in text
    assert "标记" not in text


def test_unchanged_rows_are_one_line_unless_asked_for() -> None:
    folded = drawn(comparison(ROWS[0], ROWS[0], ROWS[2]))
    assert "＝ 2 组未变  1 一、总体要求、1 一、总体要求" in folded
    assert "以习惯用语为例" not in folded
    for options in ({"full": True}, {"only": ["unchanged"]}):
        assert "以习惯用语为例，坚持以人民为中心" in drawn(comparison(ROWS[0]), **options)


def test_an_unchanged_row_that_moved_has_a_line_of_its_own() -> None:
    text = drawn(comparison(ROWS[0], pair(Relation.UNCHANGED, "1", "1", moved=True)))
    assert "＝ 1 组未变  移动  1 一、总体要求 ⇄ 1 一、总体要求" in text


def test_full_leaves_nothing_out() -> None:
    assert "弹性伸缩" not in drawn(comparison(ROWS[1]))
    full = drawn(comparison(ROWS[1]), full=True)
    assert full.count("弹性伸缩") == 2
    assert "略" not in full


ONLY = [((), 4), (("modified",), 2), (("moved",), 1), (("renumbered", "only_new"), 3)]


@pytest.mark.parametrize(("only", "count"), ONLY)
def test_only_keeps_rows_of_the_kinds_asked_for(only: tuple[str, ...], count: int) -> None:
    assert drawn(comparison(), only=only).count("─" * 120) == count


def test_only_says_when_nothing_is_left() -> None:
    assert drawn(comparison(), only=["split"]).endswith("没有所选类型的对照。")


def test_changed_tables_are_shown() -> None:
    old = Table(at=0, header=("指标", "目标"), rows=(("共享率", "80%"), *((f"甲{n}", "1") for n in range(3))))
    new = Table(at=0, header=("指标", "目标"), rows=(("共享率", "90%"), *old.rows[1:], ("新增项", "2")))
    tables = table_pairs([old], [new], Unit.CHAR)
    text = drawn(comparison(pair(Relation.UNCHANGED, "1", "1", tables=tables)))
    assert [line.rstrip() for line in text.splitlines() if "│" in line or "┼" in line or "…… " in line][-5:] == [
        "  指标       │ 目标",
        "  ───────────┼───────────────",
        "~ 共享率     │ [-80%-]{+90%+}",
        "  …… 3 行未变 ……",
        "+ {+新增项+} │ {+2+}",
    ]


def test_stat_counts_characters_in_and_out() -> None:
    rows = drawn(comparison(), width=110, stat=True).splitlines()
    assert rows[-2].split() == ["—", "3", "三、开放合作", "新增", "+11", "+++"]
    assert rows[-1] == "共 5 组对照   删去 51 字，增加 53 字"


def test_english_is_spoken_too() -> None:
    messages.use("en")
    assert "modified · renumbered   similarity ███████░░░ 71%   confidence 96%" in drawn(comparison(ROWS[2]))


def test_escape_sequences_in_a_text_are_made_visible() -> None:
    evil = (Edit(kind=EditKind.DELETE, text="\x1b[31m红\x07"), Edit(kind=EditKind.INSERT, text="\x9b2J"))
    text = drawn(comparison(pair(Relation.MODIFIED, "1", "1", edits=evil)))
    assert "[-␛[31m红␇-]" in text
    assert "{+␦2J+}" in text


def printed(**console: object) -> str:
    out = Console(file=io.StringIO(), width=120, **console)  # type: ignore[arg-type]
    out.print(render(comparison()))
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_no_escape_codes_but_signs_where_there_is_no_terminal() -> None:
    text = printed(force_terminal=False)
    assert "\x1b" not in text
    assert "[-2020年-]" in text


def test_signs_stand_in_for_colour_where_it_is_switched_off() -> None:
    assert "[-2020年-]" in printed(force_terminal=True, no_color=True, color_system="truecolor")


def test_on_a_colour_terminal_marks_are_styles_that_show_without_colour() -> None:
    text = printed(force_terminal=True, color_system="standard")
    assert "[-" not in text
    assert "\x1b[9;31m2020年" in text  # struck through
    assert "\x1b[1;4;32m2025年" in text  # bold and underlined


@settings(max_examples=40, deadline=None)
@given(
    comparisons(),
    st.integers(20, 160),
    st.builds(ViewOptions, only=st.sets(st.sampled_from(KINDS), max_size=2), full=st.booleans(), stat=st.booleans()),
    st.booleans(),
)
def test_no_line_is_too_wide_or_holds_a_control(
    found: Comparison, width: int, options: ViewOptions, signs: bool
) -> None:
    for line in lines(found, options, width=width, signs=signs):
        assert line.cell_len <= width
        assert not any(char < " " or "\x7f" <= char < "\xa0" for char in line.plain)
