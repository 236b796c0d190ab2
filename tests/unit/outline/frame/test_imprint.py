"""Copies, printing line and remark are fields, and no text of the last section."""

from __future__ import annotations

from tests.unit.outline.reading import document

HEAD = (
    "某市关于推进智慧城市建设的意见\n一、总体要求\n推进建设。\n二、保障措施\n加强领导。\n某市人民政府\n2021年3月5日\n"
)


def test_the_whole_imprint() -> None:
    found = document(HEAD + "（此件公开发布）\n抄送：市委各部门，市人大办。\n某市人民政府办公室　2021年3月8日印发\n")

    assert found.copies_to == "市委各部门，市人大办。"
    assert found.printing == "某市人民政府办公室2021年3月8日印发"
    assert found.remark == "（此件公开发布）"
    assert found.date == "2021-03-05"
    assert found.closing == "（此件公开发布）\n抄送：市委各部门，市人大办。\n某市人民政府办公室2021年3月8日印发"
    assert found.sections[-1].text == "加强领导。"


def test_a_remark_alone() -> None:
    found = document(HEAD + "（此件依申请公开）\n")

    assert (found.remark, found.copies_to, found.printing) == ("（此件依申请公开）", None, None)


def test_words_that_only_mention_copies_stay() -> None:
    found = document("某市关于推进建设的意见\n一、总体要求\n结果抄送市大数据局。\n二、附则\n加强领导。\n")

    assert found.copies_to is None
    assert found.sections[0].text == "结果抄送市大数据局。"
