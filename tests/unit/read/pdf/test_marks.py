"""Tables, headings, bookmarks and titles of a PDF."""

from __future__ import annotations

from policydiff.model import Source, apply
from policydiff.outline import parse
from policydiff.read.pdf import source
from tests.pdf_maker import HEI, LEFT, Page, pdf, wrapped

TEXT = "为深入贯彻落实有关部署，加快推进城市治理体系和治理能力现代化，制定本方案。各地要结合实际认真组织实施。"
HEADER = ["序号", "任务", "单位"]
XS = [90.0, 140.0, 380.0, 500.0]


def read(*pages: Page, bookmarks: list[tuple[str, int]] | None = None) -> Source:
    return source(pdf(pages, bookmarks=bookmarks or ()), name="x.pdf")


def headings(found: Source) -> list[tuple[str, int]]:
    return [(found.text[h.span.start : h.span.end].replace("\n", ""), h.depth) for h in found.headings]


def rows(first: int, last: int) -> list[list[str]]:
    return [[str(n), f"建设第{n}项工程", "某市发展改革委"] for n in range(first, last + 1)]


def with_table(page: Page, cells: list[list[str]], *, y: float) -> float:
    ys = [y + 24 * number for number in range(len(cells) + 1)]
    page.grid(XS, ys, cells)
    return ys[-1]


def test_a_ruled_table_is_a_table_in_its_place() -> None:
    page = Page()
    y = page.lines(wrapped(TEXT, 24))
    y = with_table(page, [HEADER, *rows(1, 3)], y=y)
    page.lines(wrapped(TEXT, 24), y=y + 40)
    found = read(page)
    (table,) = found.tables
    assert table.header == tuple(HEADER)
    assert table.rows == tuple(map(tuple, rows(1, 3)))
    assert found.text[table.span.start : table.span.end].split("\n")[0] == "\t".join(HEADER)
    assert apply(found.text, found.markup)[0].split("\n")[0] == TEXT


def test_a_table_goes_on_over_the_page_break_and_repeats_no_header() -> None:
    first, second = Page(), Page()
    first.lines(wrapped(TEXT, 24))
    with_table(first, [HEADER, *rows(1, 3)], y=600)
    y = with_table(second, [HEADER, *rows(4, 5)], y=80)
    second.lines(wrapped(TEXT, 24), y=y + 40)
    (table,) = read(first, second).tables
    assert table.rows == tuple(map(tuple, rows(1, 5)))


def test_a_row_that_the_page_break_cuts_is_one_row() -> None:
    first, second = Page(), Page()
    with_table(first, [HEADER, ["1", "建设统筹规范的", "某局"], ["2", "提升数据汇通共用", "某委"]], y=600)
    y = with_table(second, [["", "的水平", ""], ["3", "完善机制", "某办"]], y=80)
    second.lines(wrapped(TEXT, 24), y=y + 40)
    (table,) = read(first, second).tables
    assert table.rows[1] == ("2", "提升数据汇通共用的水平", "某委")
    assert table.rows[2][0] == "3"


def test_cells_that_span_rows_are_repeated_in_each() -> None:
    page = Page()
    page.lines(wrapped(TEXT, 24))
    for x in XS:
        page.rule(x, 300, x, 372)
    for y in (300.0, 324.0, 372.0):
        page.rule(XS[0], y, XS[-1], y)
    page.rule(XS[1], 348, XS[-1], 348)
    for x, y, text in ((94, 315, "类别"), (144, 315, "指标"), (384, 315, "属性"), (94, 350, "经济")):
        page.text(x, y, text, size=10)
    for x, y, text in ((144, 340, "增速"), (384, 340, "预期性"), (144, 364, "投入"), (384, 364, "约束性")):
        page.text(x, y, text, size=10)
    (table,) = read(page).tables
    assert table.header == ("类别", "指标", "属性")
    assert table.rows == (("经济", "增速", "预期性"), ("经济", "投入", "约束性"))


def test_lines_of_a_cell_are_joined() -> None:
    page = Page()
    page.grid(XS, [300, 324, 380], [HEADER, ["1", "建设统筹规范的\n感知体系", "某局"]])
    page.lines(wrapped(TEXT, 24))
    (table,) = read(page).tables
    assert table.rows == (("1", "建设统筹规范的感知体系", "某局"),)


def test_a_box_around_prose_is_no_table() -> None:
    page = Page()
    y = page.lines(wrapped(TEXT, 24))
    for edge in ((80, 70, 520, 70), (80, y, 520, y), (80, 70, 80, y), (520, 70, 520, y)):
        page.rule(*edge)
    found = read(page)
    assert found.tables == ()
    assert apply(found.text, found.markup)[0] == f"{TEXT}\n"


def test_the_title_over_several_lines_is_one_heading_of_depth_one() -> None:
    page = Page().text(166, 90, "某市人民政府关于印发", size=22, font=HEI)
    page.text(188, 124, "城市治理方案的通知", size=22, font=HEI)
    page.lines(wrapped(TEXT, 24), y=180)
    assert headings(read(page))[0] == ("某市人民政府关于印发城市治理方案的通知", 1)


def test_a_letterhead_is_larger_and_yet_no_title() -> None:
    page = Page().text(120, 90, "某市人民政府文件", size=40, font=HEI).text(230, 130, "某政发〔2021〕5号")
    page.text(150, 190, "某市人民政府关于城市治理的意见", size=22, font=HEI)
    page.lines(wrapped(TEXT, 24), y=240)
    assert ("某市人民政府关于城市治理的意见", 1) in headings(read(page))


def test_bold_and_large_lines_are_headings_and_bold_words_are_none() -> None:
    page = Page().text(122, 90, "一、总体要求", font=HEI)
    y = page.lines(wrapped(TEXT, 24), y=118)
    page.text(122, y, "保障措施", font=HEI)
    y = page.lines(wrapped(TEXT, 24), y=y + 28)
    page.text(122, y, "坚持统筹", font=HEI).text(122 + 64, y, "，推进共建共治共享。")
    assert [text for text, _ in headings(read(page))] == ["一、总体要求", "保障措施"]


def test_a_bold_heading_that_runs_into_its_text_is_marked_so_far() -> None:
    page = Page().text(122, 90, "（一）完善机制。", font=HEI).text(122 + 128, 90, "各地要结合实际认真组织。")
    page.lines(wrapped(TEXT, 24), y=118)
    assert [text for text, _ in headings(read(page))] == ["（一）完善机制。"]


def test_bookmarks_tell_headings_that_the_print_does_not() -> None:
    page = Page()
    y = page.lines(["\u3000\u3000发展现状"])
    page.lines(wrapped(TEXT, 24), y=y)
    assert headings(read(page)) == []
    assert headings(read(page, bookmarks=[("发展现状", 0)])) == [("发展现状", 2)]


def test_what_parsing_makes_of_it() -> None:
    page = Page().text(150, 90, "某市人民政府关于城市治理的意见", size=22, font=HEI).text(230, 124, "某政发〔2021〕5号")
    page.text(LEFT + 32, 170, "一、总体要求", font=HEI)
    y = page.lines(wrapped(TEXT, 24), y=198)
    page.text(LEFT + 32, y, "二、保障措施", font=HEI)
    page.lines(wrapped(TEXT, 24), y=y + 28)
    (document,) = parse(read(page)).documents
    assert (document.title, document.doc_number) == ("某市人民政府关于城市治理的意见", "某政发〔2021〕5号")
    assert [(s.label, s.heading, s.text) for s in document.sections] == [
        ("一、", "总体要求", TEXT),
        ("二、", "保障措施", TEXT),
    ]


def test_three_columns_without_rules_are_a_table() -> None:
    page = Page()
    y = page.lines(wrapped(TEXT, 24)) + 10
    for row in (["指标", "单位", "目标值"], ["数据共享率", "%", "90"], ["网办率", "%", "95"]):
        for x, cell in zip((90, 250, 400), row, strict=True):
            page.text(x, y, cell, size=12)
        y += 20
    page.lines(wrapped(TEXT, 24), y=y + 20)
    found = read(page)
    (table,) = found.tables
    assert table.header == ("指标", "单位", "目标值")
    assert table.rows == (("数据共享率", "%", "90"), ("网办率", "%", "95"))


def test_two_columns_are_a_table_only_between_ruled_lines() -> None:
    def page(*, ruled: bool) -> Page:
        made = Page()
        made.lines(wrapped(TEXT, 24), y=500)
        for number, row in enumerate((["姓名", "职务"], ["某某", "组长"], ["某某", "副组长"])):
            made.text(90, 120 + 24 * number, row[0], size=12).text(300, 120 + 24 * number, row[1], size=12)
        for y in (104, 126, 176) if ruled else ():
            made.rule(80, y, 480, y)
        return made

    assert read(page(ruled=False)).tables == ()
    (table,) = read(page(ruled=True)).tables
    assert table.rows == (("某某", "组长"), ("某某", "副组长"))
