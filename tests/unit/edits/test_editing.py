from __future__ import annotations

import pytest

from policydiff.edits import Unit, changed_share, edits
from policydiff.model import Edit, EditKind
from tests.unit.edits.marked import marked

MARKED = [
    ("单位能耗降低15%", "单位能耗降低13.5%", "单位能耗降低[-15%-]{+13.5%+}"),
    ("到2020年，基本建成智慧城市", "到2025年，基本建成智慧城市", "到[-2020年-]{+2025年+}，基本建成智慧城市"),
    ("经济运行稳中向好", "经济运行稳中有进", "经济运行[-稳中向好-]{+稳中有进+}"),
    ("购买桌子", "购买儿子", "购买[-桌子-]{+儿子+}"),
    ("推进教育、医疗、养老服务。", "推进教育、医疗、托育、养老服务。", "推进教育、医疗、{+托育、+}养老服务。"),
    ("推进教育、医疗、养老。", "推进教育、医疗、养老、托育。", "推进教育、医疗、养老{+、托育+}。"),
    ("按照国发〔2021〕29号要求", "按照国发〔2022〕3号要求", "按照[-国发〔2021〕29号-]{+国发〔2022〕3号+}要求"),
    ("落实《数字城市规划》要求", "落实《数字中国规划》要求", "落实[-《数字城市规划》-]{+《数字中国规划》+}要求"),
    ("依法给予行政处分。", "依法给予处分。", "依法给予[-行政处分-]{+处分+}。"),
    ("由委托人办理。", "由委托的人办理。", "由委托{+的+}人办理。"),
    ("（一）健全领导机制；（二）落实经费。", "（一）健全领导机制；（二）加强考核；（三）落实经费。",
     "（一）健全领导机制；{+（二）加强考核；+}[-（二）-]{+（三）+}落实经费。"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MARKED)
def test_marks_what_an_editor_would(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_passage_mostly_rewritten_is_shown_whole_but_for_its_label() -> None:
    old = "（二）加快新型基础设施建设步伐，提升城市网络承载能力。"
    new = "（二）建立健全数据要素市场规则，完善交易流通监管机制。"
    assert marked(old, new) == f"（二）[-{old[3:-1]}-]{{+{new[3:-1]}+}}。"


def test_a_sentence_that_changed_place_is_a_move() -> None:
    first, second = "各部门要加强组织领导。", "财政部门应当足额安排建设资金并加强绩效管理。"
    assert marked(first + second, second + first) == f"[-1:{first}-]{second}{{+1:{first}+}}"


def test_a_sentence_that_moved_and_changed_keeps_its_own_edits() -> None:
    first = "鼓励高等院校和科研机构建设开放共享的大数据实验室。"
    second = "财政部门应当足额安排建设资金并加强全过程绩效管理，提高资金使用效益，确保专款专用。"
    changed = first.replace("开放共享", "面向社会")
    assert marked(first + second, second + changed) == (
        "[-1:鼓励高等院校和科研机构建设-][-开放共享-][-1:的大数据实验室。-]"
        + second
        + "{+1:鼓励高等院校和科研机构建设+}{+面向社会+}{+1:的大数据实验室。+}"
    )


def test_stock_phrases_found_elsewhere_have_not_moved() -> None:
    old = "拒不改正的，依法追究刑事责任。未按规定报送年度统计资料的，责令限期改正。"
    new = "未按规定报送年度统计资料的，责令限期改正；情节严重的，依法追究刑事责任。"
    assert ":" not in marked(old, new)


def test_equal_texts_shown_differently_are_one_equal_edit_with_both() -> None:
    old, new = "推进《數字中國》，建设", "推进数字中国,建设"
    assert edits(old, new) == (Edit(kind=EditKind.EQUAL, text=old, other=new),)


def test_brackets_around_a_title_beside_a_change_count_for_nothing() -> None:
    assert marked("落实《数字中国规划》任务", "落实数字中国规划要求") == "落实《数字中国规划》[-任务-]{+要求+}"


def test_paragraphs_deleted_take_their_line_ends_with_them() -> None:
    assert marked("第一段。\n第二段。\n第三段。", "第一段。\n第三段。") == "第一段。\n[-第二段。\n-]第三段。"


def test_words_are_not_looked_into_at_word_level() -> None:
    assert marked("由委托人办理。", "由委托的人办理。", Unit.WORD) == "由[-委托人-]{+委托的人+}办理。"


def test_sentences_are_the_unit_at_sentence_level() -> None:
    old, new = "加强领导。达到80%以上。", "加强领导。达到90%以上。"
    assert marked(old, new, Unit.SENTENCE) == "加强领导。[-达到80%以上-]{+达到90%以上+}。"


BLANK_SIDES = [("", "新增。"), ("删去。", ""), (" \n", "新增。"), ("删去。", "\u3000"), ("", "\n"), ("", "")]


@pytest.mark.parametrize(("old", "new"), BLANK_SIDES)
def test_empty_and_blank_sides_rebuild(old: str, new: str) -> None:
    found = edits(old, new)
    assert ("".join(e.old for e in found), "".join(e.new for e in found)) == (old, new)


def test_changed_share_counts_both_sides_and_no_blanks() -> None:
    equal, gone = Edit(kind=EditKind.EQUAL, text="甲 乙丙"), Edit(kind=EditKind.DELETE, text="丁\n戊")
    assert changed_share((equal, gone)) == pytest.approx(2 / 8)
    assert changed_share(()) == 0


@pytest.mark.parametrize("piece", ["智慧城市", "一", "发展。", "1", '"', "，、"])
def test_long_repetitive_texts_end(piece: str) -> None:
    old, new = piece * 5_000, piece * 4_000
    found = edits(old, new)
    assert ("".join(e.old for e in found), "".join(e.new for e in found)) == (old, new)
