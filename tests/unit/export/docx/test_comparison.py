from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from policydiff import messages
from policydiff.errors import UsageError
from policydiff.export.docx import MARK_STYLES, MarkStyle, comparison_docx
from policydiff.model import Mode
from policydiff.synopsis import Mark, table
from tests import office
from tests.comparing import straight
from tests.factory import document, section
from tests.golden.compare import assert_golden
from tests.unit.export.docx.dump import W, dump, part
from tests.unit.synopsis.factory import NEW, OLD, comparison


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def opened(**options: Any) -> Any:
    """The table as python-docx reads it."""
    return open_docx(io.BytesIO(comparison_docx(comparison(), **options)))


@pytest.mark.parametrize(
    ("name", "options"),
    [("table", {}), ("two-columns", {"columns": 2, "new_first": True, "full": True})],
)
def test_the_document_is_as_the_golden_file_says(name: str, options: dict[str, Any]) -> None:
    assert_golden(f"docx/{name}.txt", dump(comparison_docx(comparison(), **options)))


def test_regions_are_as_the_golden_file_says() -> None:
    value = replace(comparison(), mode=Mode.REGION, old=replace(OLD, region="甲市"), new=replace(NEW, region="乙市"))
    assert_golden("docx/regions.txt", dump(comparison_docx(value)))


def test_another_reader_finds_the_same_rows() -> None:
    found = opened()
    drawn = table(comparison())
    (grid,) = found.tables
    assert found.paragraphs[0].text == drawn.title
    assert [cell.text for cell in grid.rows[0].cells] == ["序号", *drawn.headings, "说明"]
    assert len(grid.rows) == len(drawn.rows) + 1
    for cells, row in zip((line.cells for line in grid.rows[1:]), drawn.rows, strict=True):
        assert cells[0].text == str(row.number)
        assert cells[3].text == "\n".join(row.remarks)
        for cell, side in ((cells[1], row.old), (cells[2], row.new)):
            assert cell.text.rstrip() == (row.absent if side is None else "\n".join(p.text for p in side.paragraphs))


def test_page_and_properties() -> None:
    found = opened()
    page = found.sections[0]
    assert page.orientation == WD_ORIENTATION.LANDSCAPE
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    assert abs(page.left_margin - Mm(25)) < Pt(1)
    upright = opened(columns=2).sections[0]
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)
    assert round(opened(landscape=False).sections[0].page_height.mm) == 297
    assert found.core_properties.title == "《甲公司章程》修订对照表"
    assert found.core_properties.author == "policydiff"
    assert found.core_properties.created.date().isoformat() == "2023-05-06"
    assert found.core_properties.language == "zh-CN"
    assert "".join(run.text for run in page.footer.paragraphs[0].runs).replace(" PAGE ", "") == "— 1 —"


def test_east_asian_fonts_are_set() -> None:
    styles = opened().styles
    fonts = {s.style_id: s.element.rPr.rFonts.get(qn("w:eastAsia")) for s in styles if s.element.rPr is not None
             and s.element.rPr.rFonts is not None}  # fmt: skip
    assert fonts["TableTitle"] == "方正小标宋简体"
    assert fonts["CellText"] == "仿宋"
    assert fonts["HeadCell"] == "黑体"
    assert styles["Table title"].font.size == Pt(22)
    language = styles.element.find(f".//{W}lang")
    assert (language.get(f"{W}eastAsia"), language.get(f"{W}val")) == ("zh-CN", "en-US")
    table_fonts = part(comparison_docx(comparison()), "word/fontTable.xml")
    assert [font.find(f"{W}altName").get(f"{W}val") for font in table_fonts[:1]] == ["宋体"]


@pytest.mark.parametrize("marks", [*MARK_STYLES, {Mark.INSERTED: MarkStyle(underline="double")}])
def test_the_legend_shows_the_styles_in_use(marks: Any) -> None:
    data = comparison_docx(comparison(), marks=marks)
    root = part(data)
    legend = next(p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Legend']") is not None)
    in_legend = {style.get(f"{W}val") for style in legend.iter(f"{W}rStyle")}
    in_table = {style.get(f"{W}val") for style in next(root.iter(f"{W}tbl")).iter(f"{W}rStyle")}
    assert in_legend == in_table == {"Inserted", "Deleted", "MovedAway", "MovedHere"}
    styles = {s.get(f"{W}styleId"): s.find(f"{W}rPr") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    told = "".join(t.text for t in legend.iter(f"{W}t"))
    inserted = {child.tag.removeprefix(W) for child in styles["Inserted"]}
    if marks == "underline" or not isinstance(marks, str):
        assert inserted == {"u"}
        assert "右栏下划线为" in told or "右栏双下划线为" in told
    else:
        assert "b" in inserted
        assert "右栏加粗为新增或修改的内容" in told
    assert {child.tag.removeprefix(W) for child in styles["Deleted"]} >= {"strike", "shd"}


def test_the_legend_follows_the_columns() -> None:
    root = part(comparison_docx(comparison(), new_first=True))
    legend = "".join(t.text for t in list(root.iter(f"{W}p"))[3].iter(f"{W}t"))
    assert legend.startswith("注：左栏加粗为新增或修改的内容；右栏删除线、底纹为删去或修改前的内容")


def test_nothing_is_struck_between_regions() -> None:
    data = comparison_docx(replace(comparison(), mode=Mode.REGION))
    assert part(data, "word/styles.xml").find(f".//{W}strike") is None


def test_move_numbers_stand_where_there_are_several() -> None:
    one, other = "各区要加强组织领导。", "各街道要落实工作责任。"
    middle = "市级部门统筹推进数字政府建设，建立健全协同机制，形成工作合力。"
    old = document(section("一、", "甲", f"{one}{middle}{other}"))
    new = document(section("一、", "甲", f"{other}{middle}{one}"))
    value = straight(old, new, [("1", "1")])
    numbers = {edit.move for edit in value.pairs[0].edits} - {None}
    shown = dump(comparison_docx(value)).count("<MoveNumber>")
    assert shown == (0 if len(numbers) < 2 else 2 * len(numbers))


@pytest.mark.parametrize("options", [{"columns": 5}, {"marks": "rainbow"}])
def test_what_there_is_not_is_said(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        comparison_docx(comparison(), **options)


def test_the_same_comparison_is_the_same_file() -> None:
    data = comparison_docx(comparison())
    assert comparison_docx(replace(comparison())) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_text_that_attacks_is_shown_and_harmless() -> None:
    nasty = "<script>&amp;]]>\x00\x08\x1b\x7f\u202e\u2066\ufffe\uffff\ud800=cmd|'/C calc'!A1\tx\u3000\U0001f600"
    old = document(section("一、", nasty, nasty), title=nasty)
    new = document(section("二、", nasty + "改", nasty + "改"), title=nasty, issuers=(nasty,))
    (grid,) = open_docx(io.BytesIO(comparison_docx(straight(old, new, [("1", "1")])))).tables
    text = grid.rows[1].cells[1].text
    assert "<script>&amp;]]>␀␈␛␡␦␦���=cmd|'/C calc'!A1\tx\u3000😀" in text
    notes = "\n".join(
        p.text for p in open_docx(io.BytesIO(comparison_docx(straight(old, new, [("1", "1")])))).paragraphs
    )
    assert "个控制字符以可见符号代替。" in notes


def test_long_sections_and_many_rows() -> None:
    long = "甲乙丙丁戊己庚辛壬癸" * 10_000
    old = document(*(section(f"{n}.", "", "旧") for n in range(600)), section("一、", "长", long))
    new = document(*(section(f"{n}.", "", "新") for n in range(600)))
    rows = [(str(n), str(n)) for n in range(1, 601)]
    (grid,) = part(comparison_docx(straight(old, new, [*rows, ("601", "")]), keep_replacements=True))[0].findall(
        f"{W}tbl"
    )
    lines = grid.findall(f"{W}tr")
    assert len(lines) == 602
    assert "".join(t.text for t in lines[-1].iter(f"{W}t")).count("甲乙丙丁") == 10_000


def test_libreoffice_lays_it_out(tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    path.write_bytes(comparison_docx(comparison()))
    (found,) = office.convert("pdf", tmp_path, path)
    from pypdfium2 import PdfDocument

    pages = PdfDocument(found)
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert "《甲公司章程》修订对照表" in texts[0]
    assert all(f"— {number} —" in text for number, text in enumerate(texts, 1))
    assert all("说明" in text and "修订后" in text for text in texts)
    assert pages[0].get_width() > pages[0].get_height()
