"""Word documents of known structure come back with it."""

from __future__ import annotations

import io
import zipfile

import pytest

from policydiff.errors import NotText
from policydiff.model import Document, Source
from policydiff.outline import parse
from policydiff.read.docx import source
from tests.words import Word, style_named

RUN = "<w:r><w:t>{}</w:t></w:r>"


def read(word: Word) -> Source:
    return source(word.bytes(), name="x.docx")


def lines(word: Word) -> list[str]:
    return read(word).text.splitlines()


def marked(found: Source) -> list[tuple[str, int]]:
    return [(found.text[h.span.start : h.span.end], h.depth) for h in found.headings]


def outlined(word: Word) -> Document:
    (document,) = parse(read(word)).documents
    return document


def test_headings_by_style() -> None:
    word = Word()
    word.add("某市规划", style="Title")
    word.add("总则", style="Heading 1")
    word.add("目的", style="Heading 2")
    word.add("为了建设智慧城市。")
    word.add("附则", style="Heading 1")
    word.add("自印发之日起施行。")
    assert marked(read(word)) == [("某市规划", 1), ("总则", 2), ("目的", 3), ("附则", 2)]
    found = outlined(word)
    assert found.title == "某市规划"
    assert [(s.id, s.heading) for s in found.walk()] == [("1", "总则"), ("1.1", "目的"), ("2", "附则")]


@pytest.mark.parametrize(("name", "depth"), [("标题 1", 2), ("标题2", 3), ("一级标题", 2), ("3级标题", 4)])
def test_headings_by_styles_with_chinese_names(name: str, depth: int) -> None:
    word = Word()
    style_named(word, name, "")
    word.add("某市规划", style="Title")
    word.add("总则", style=name)
    word.add("正文。")
    assert marked(read(word))[1] == ("总则", depth)


def test_headings_by_bold_alone_and_by_their_typeface() -> None:
    word = Word()
    style_named(word, "黑标题", '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>')
    word.add("某市规划", bold=True, size=22, centred=True)
    word.add("总则", bold=True)
    word.add("为了建设智慧城市，制定本规划。" * 3)
    word.add("附则", style="黑标题")
    word.add("自印发之日起施行。" * 3)
    assert [text for text, _depth in marked(read(word))] == ["某市规划", "总则", "附则"]


def test_a_bold_lead_in_a_paragraph() -> None:
    word = Word()
    word.add("某市规划", style="Title")
    paragraph = word.add()
    paragraph.add_run("（一）数据共享。").bold = True
    paragraph.add_run("推进政务数据共享开放。")
    assert marked(read(word))[1] == ("（一）数据共享。", 0)


def test_a_title_on_several_lines_below_a_letterhead() -> None:
    word = Word()
    word.add("某市人民政府文件", size=36, centred=True)
    word.add("某政发〔2021〕5号", centred=True)
    word.add("某市人民政府关于印发", size=22, centred=True)
    word.add("某市规划的通知", size=22, centred=True)
    word.add("各区人民政府：", size=16)
    word.add("现将《某市规划》印发给你们，请认真贯彻执行。" * 3, size=16)
    found = outlined(word)
    assert found.title == "某市人民政府关于印发某市规划的通知"
    assert found.doc_number == "某政发〔2021〕5号"


def test_tables_with_merged_cells() -> None:
    word = Word()
    word.add("某市规划", style="Title")
    word.table(
        [["领域", "指标", "2025年", "2030年"], ["数据", "共享率", "80%", "90%"], ["", "开放数", "500", "1000"]],
        merged=[((1, 0), (2, 0))],
    )
    (table,) = read(word).tables
    assert table.header == ("领域", "指标", "2025年", "2030年")
    assert table.rows == (("数据", "共享率", "80%", "90%"), ("数据", "开放数", "500", "1000"))
    found = read(word)
    assert found.text[table.span.start : table.span.end].count("\n") == 2


def test_a_table_s_heading_and_note_across_it() -> None:
    word = Word()
    word.table(
        [["专栏1 主要指标", "", ""], ["指标", "单位", "目标"], ["共享率", "%", "90"], ["注：含区县。", "", ""]],
        merged=[((0, 0), (0, 2)), ((3, 0), (3, 2))],
    )
    found = read(word)
    assert found.text.splitlines()[0] == "专栏1 主要指标"
    assert found.text.splitlines()[-1] == "注：含区县。"
    assert found.tables[0].header == ("指标", "单位", "目标")


def test_a_table_of_one_column_is_text() -> None:
    word = Word()
    word.table([["专栏1"], ["建设数据平台。"]])
    found = read(word)
    assert not found.tables
    assert found.text == "专栏1\n建设数据平台。\n"


def test_a_table_inside_a_table_stands_behind_it() -> None:
    word = Word()
    outer = word.table([["甲", "乙"], ["1", "2"], ["3", "4"]])
    inner = outer.cell(1, 1).add_table(2, 2)
    for cell, text in zip((c for row in inner.rows for c in row.cells), ["丙", "丁", "5", "6"], strict=True):
        cell.text = text
    found = read(word)
    assert [table.rows for table in found.tables] == [(("1", "2"), ("3", "4")), (("5", "6"),)]
    assert found.problems == ("1 tables inside tables were taken out as tables of their own",)


def test_footnotes_stand_behind_their_paragraph() -> None:
    word = Word()
    paragraph = word.add("数据要素")
    word.xml(paragraph._p, '<w:r><w:footnoteReference w:id="1"/></w:r>')
    word.xml(paragraph._p, RUN.format("市场。"))
    word.add("下一段。")
    word.notes(["指数据资源。"])
    assert lines(word) == ["数据要素¹市场。", "¹ 指数据资源。", "下一段。"]


def test_tracked_changes_are_accepted_and_told() -> None:
    word = Word()
    paragraph = word.add("到")
    word.xml(paragraph._p, '<w:del w:id="1" w:author="a"><w:r><w:delText>2020</w:delText></w:r></w:del>')
    word.xml(paragraph._p, f'<w:ins w:id="2" w:author="a">{RUN.format("2025")}</w:ins>')
    word.xml(paragraph._p, RUN.format("年。"))
    moved = word.add()
    word.xml(moved._p, f'<w:moveFrom w:id="3">{RUN.format("移走")}</w:moveFrom>')
    word.xml(moved._p, f'<w:moveTo w:id="4">{RUN.format("移来")}</w:moveTo>')
    found = read(word)
    assert found.text == "到2025年。\n移来\n"
    assert found.problems == ("4 tracked changes were read as accepted",)


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    word = Word()
    first = word.add("前半，")
    word.xml(first._p.get_or_add_pPr(), '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>')
    word.add("后半。")
    assert lines(word) == ["前半，后半。"]


def test_comments_hidden_text_and_page_numbers_are_left_out() -> None:
    word = Word()
    paragraph = word.add("正文")
    word.xml(paragraph._p, '<w:r><w:commentReference w:id="0"/></w:r>')
    word.xml(paragraph._p, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r>")
    for inner in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>"):
        word.xml(paragraph._p, f"<w:r>{inner}</w:r>")
    word.xml(paragraph._p, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    word.xml(paragraph._p, RUN.format("17"))
    word.xml(paragraph._p, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    word.xml(paragraph._p, RUN.format("完。"))
    word.document.sections[0].header.paragraphs[0].text = "页眉"
    word.document.sections[0].footer.paragraphs[0].text = "页脚"
    found = read(word)
    assert found.text == "正文完。\n"
    assert found.problems == ("1 comments were left out", "2 hidden characters were left out")


def test_the_result_of_other_fields_is_text() -> None:
    word = Word()
    paragraph = word.add("见")
    word.xml(paragraph._p, f'<w:fldSimple w:instr=" REF a ">{RUN.format("第三章")}</w:fldSimple>')
    word.xml(paragraph._p, f'<w:hyperlink w:anchor="a">{RUN.format("正文")}</w:hyperlink>')
    assert lines(word) == ["见第三章正文"]


def test_a_table_of_contents_is_dropped() -> None:
    word = Word()
    style_named(word, "toc 1", "")
    word.add("某市规划", style="Title")
    word.add("一、总则\t1", style="toc 1")
    begin = word.add()
    word.xml(begin._p, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    word.xml(begin._p, '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>')
    word.xml(begin._p, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    word.xml(begin._p, RUN.format("二、附则 2"))
    end = word.add("三、其他 3")
    word.xml(end._p, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    word.add("一、总则")
    found = read(word)
    assert found.text == "某市规划\n一、总则\n"
    assert found.problems == ("the table of contents (3 lines) was left out",)


def test_text_boxes_once_each() -> None:
    word = Word()
    paragraph = word.add("图下文字。")
    inner = f"<w:txbxContent><w:p>{RUN.format('框内文字')}</w:p></w:txbxContent>"
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    box = f"<w:pict><v:shape {vml}><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    word.xml(
        paragraph._p,
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert lines(word) == ["图下文字。", "框内文字"]


def test_symbols_superscripts_breaks_and_content_controls() -> None:
    word = Word()
    paragraph = word.add("面积5m")
    word.xml(paragraph._p, '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>')
    word.xml(
        paragraph._p, '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:t>次行</w:t><w:noBreakHyphen/></w:r>'
    )
    word.xml(paragraph._p, f"<w:sdt><w:sdtContent>{RUN.format('控件')}</w:sdtContent></w:sdt>")
    assert lines(word) == ["面积5m²☑", "次行-控件"]


def test_an_empty_document_and_one_of_pictures() -> None:
    with pytest.raises(NotText, match="nothing in the file"):
        read(Word())


def replaced(word: Word, part: str, data: bytes) -> bytes:
    """The file with one part exchanged."""
    old, new = io.BytesIO(word.bytes()), io.BytesIO()
    with zipfile.ZipFile(old) as package, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as made:
        for name in package.namelist():
            made.writestr(name, data if name == part else package.read(name))
    return new.getvalue()


NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY a0 "哈">{laughs}<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    text = RUN.format("甲&a11;&file;乙")
    xml = f"{doctype}<w:document {NAMESPACE}><w:body><w:p>{text}</w:p></w:body></w:document>"
    try:
        text = source(replaced(Word(), "word/document.xml", xml.encode()), name="x.docx").text
    except NotText as error:
        text = error.what
    assert "哈" not in text
    assert len(text) < 100


def test_deep_nesting_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 150 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 150
    xml = f"<w:document {NAMESPACE}><w:body>{deep}</w:body></w:document>"
    with pytest.raises((NotText, RecursionError)):
        source(replaced(Word(), "word/document.xml", xml.encode()), name="x.docx")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.read.docx.package.RATIO_COUNTS_FROM", 1 << 16)
    monkeypatch.setattr("policydiff.read.docx.package.MAX_RATIO", 20)
    xml = f"<w:document {NAMESPACE}><w:body>{' ' * (4 << 20)}</w:body></w:document>"
    with pytest.raises(NotText, match="unpacks to more than"):
        source(replaced(Word(), "word/document.xml", xml.encode()), name="x.docx")


@pytest.mark.parametrize("data", [b"", b"<", b"<a/>", b"\xff\xfe\x00"])
def test_a_main_part_that_is_none(data: bytes) -> None:
    with pytest.raises(NotText, match="damaged"):
        source(replaced(Word(), "word/document.xml", data), name="x.docx")


def test_relations_that_lead_outside_are_not_followed() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}/styles" Target="http://127.0.0.1:1/styles.xml" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{kind}/numbering" Target="../../../../etc/passwd"/>'
        "</Relationships>"
    )
    word = Word()
    word.add("正文。")
    data = replaced(word, "word/_rels/document.xml.rels", relations.encode())
    assert source(data, name="x.docx").text == "正文。\n"
