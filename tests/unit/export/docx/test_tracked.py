from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as open_docx

from policydiff.errors import UsageError
from policydiff.export.docx import comparison_tracked_docx
from policydiff.export.docx.flat import flat
from policydiff.model import Comparison, Document, Relation
from tests import office
from tests.comparing import compared, pair, straight
from tests.factory import document, preamble, section
from tests.golden.compare import assert_golden
from tests.revisions import accepted, rejected, tracked
from tests.unit.export.docx.dump import W, dump, part
from tests.unit.synopsis.factory import comparison

PASSAGE = "各级人民政府应当将数字政府建设所需经费列入本级财政预算，并建立稳定增长机制。"


def read_both_ways(value: Comparison) -> bytes:
    """The document, found to read as the new text and as the old one."""
    data = comparison_tracked_docx(value)
    assert accepted(data) == flat(value.new).text
    assert rejected(data) == flat(value.old).text
    return data


def versions(old: Document, new: Document, *rows: tuple[str, str]) -> Comparison:
    return straight(old, new, rows)


def test_the_document_is_as_the_golden_file_says() -> None:
    assert_golden("docx/tracked.txt", dump(read_both_ways(comparison())))


def test_nothing_changed_nothing_tracked() -> None:
    plan = document(preamble("前言。"), section("一、", "甲", "第一段。\n\n第三段。"))
    data = read_both_ways(versions(plan, plan, ("0", "0"), ("1", "1")))
    assert tracked(data) == set()


def one(text: str, title: str = "甲市规划", closing: str | None = None) -> Document:
    return document(section("一、", "甲", text), title=title, closing=closing)


TWO = document(section("一、", "甲", "文。"), section("二、", "乙", "末。"), title="甲市规划")


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        (one("旧文。"), document(), [("1", "")]),
        (document(), one("新文。"), [("", "1")]),
        (document(), document(), []),
        (TWO, one("文。"), [("1", "1"), ("2", "")]),
        (one("文。"), one("文。", closing="抄送：乙。"), [("1", "1")]),
        (one("全角（一）。"), one("全角(一)。"), [("1", "1")]),
        (one("尾\n", title="旧名"), one("\n尾", title="新名"), [("1", "1")]),
    ],
    ids=["all removed", "all new", "empty", "last removed", "closing", "width", "line ends"],
)
def test_ends_of_documents(old: Document, new: Document, rows: list[tuple[str, str]]) -> None:
    read_both_ways(versions(old, new, *rows))


def test_split_sections_keep_their_text_in_place() -> None:
    old = document(section("一、", "经费", f"{PASSAGE}\n鼓励社会资本参与建设。"))
    new = document(section("一、", "经费", PASSAGE), section("二、", "社会资本", "鼓励社会资本参与建设。"))
    value = compared(old, new, pair(old, new, "1", "1 2", Relation.SPLIT))
    assert tracked(read_both_ways(value)) == {"ins"}


def test_what_moved_is_a_move() -> None:
    one = section("一、", "保障", PASSAGE)
    others = [section("", f"任务{n}", "推进政务数据共享开放，完善数据目录和标准规范体系。") for n in range(3)]
    old, new = document(one, *others), document(*others, one)
    value = versions(old, new, ("1", "4"), ("2", "1"), ("3", "2"), ("4", "3"))
    data = read_both_ways(value)
    assert tracked(data) >= {"moveFrom", "moveTo"}
    root = part(data)
    moves = ["".join(t.text for t in e.iter(f"{W}t")) for tag in ("moveFrom", "moveTo") for e in root.iter(f"{W}{tag}")]
    assert PASSAGE in moves[0]
    names = {e.get(f"{W}name") for tag in ("moveFrom", "moveTo") for e in root.iter(f"{W}{tag}RangeStart")}
    assert names == {"move1"}
    ids = [e.get(f"{W}id") for e in root.iter() if e.get(f"{W}author")]
    assert len(ids) == len(set(ids))


def test_texts_printed_after_the_children() -> None:
    def plan(head: str, tail: str) -> Document:
        return document(section("一、", "甲", f"{head}{tail}", section("（一）", "乙", "子。"), tail=len(head)))

    old, new = plan("总起句。", "结尾语原样。"), plan("总起的句子。", "结尾语改样。")
    value = versions(old, new, ("1", "1"), ("1.1", "1.1"))
    assert flat(new).text == "测试市智慧城市规划\n一、甲\n总起的句子。\n（一）乙\n子。\n结尾语改样。\n"
    read_both_ways(value)


def test_author_and_date_come_from_the_options() -> None:
    data = comparison_tracked_docx(comparison(), author='甲"&<乙>', date="2024-01-02")
    made = {(e.get(f"{W}author"), e.get(f"{W}date")) for e in part(data).iter(f"{W}ins", f"{W}del")}
    assert made == {('甲"&<乙>', "2024-01-02T00:00:00Z")}
    assert open_docx(io.BytesIO(data)).core_properties.created.year == 2024


@pytest.mark.parametrize("date", ["2024", "May", "2024-1-2", ""])
def test_a_date_that_is_no_day_is_refused(date: str) -> None:
    with pytest.raises(UsageError):
        comparison_tracked_docx(comparison(), date=date)


def test_without_any_date_there_is_a_fixed_one() -> None:
    value = replace(comparison(), old=replace(comparison().old, date=None))
    assert {e.get(f"{W}date") for e in part(comparison_tracked_docx(value)).iter(f"{W}ins")} == {"1980-01-01T00:00:00Z"}


def test_the_same_comparison_is_the_same_file() -> None:
    assert comparison_tracked_docx(comparison()) == comparison_tracked_docx(replace(comparison()))


def test_headings_have_their_styles() -> None:
    found = open_docx(io.BytesIO(comparison_tracked_docx(comparison())))
    assert found.paragraphs[0].style.name == "Title"
    assert any(p.style.name == "Heading 1" for p in found.paragraphs)


def test_libreoffice_accepts_and_rejects_to_the_same_texts(tmp_path: Path) -> None:
    path = tmp_path / "tracked.docx"
    path.write_bytes(comparison_tracked_docx(comparison()))
    new, old = office.settled(path, tmp_path)
    assert new == flat(comparison().new).text
    assert old == flat(comparison().old).text
