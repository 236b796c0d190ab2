"""Lines and paragraphs: what is joined, what is kept apart, what is taken for furniture."""

from __future__ import annotations

from policydiff.model import Source, apply
from policydiff.read.pdf import source
from tests.pdf_maker import HEI, HEIGHT, LEFT, PITCH, SIZE, Page, pdf, wrapped

CHARS = 24
FIRST = "为深入贯彻落实有关部署，加快推进城市治理体系和治理能力现代化，制定本方案。各地要结合实际认真组织实施。"
SECOND = "到二〇二五年，基本建成统筹规范的感知体系，数据汇通共用水平明显提升，形成可复制可推广的经验。"


def text_of(found: Source) -> str:
    """The text as the document's reader sees it: markup taken out."""
    return apply(found.text, found.markup)[0]


def read(*pages: Page, **options: object) -> Source:
    return source(pdf(pages, **options), name="x.pdf")  # type: ignore[arg-type]


def paragraphs(*texts: str, chars: int = CHARS) -> list[str]:
    return [line for text in texts for line in wrapped(text, chars)]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    page = Page()
    page.lines(paragraphs(FIRST, SECOND))
    found = read(page)
    assert text_of(found) == f"{FIRST}\n{SECOND}\n"
    assert found.text.count("\n") == len(paragraphs(FIRST, SECOND))


def test_every_join_is_recorded_as_markup() -> None:
    page = Page()
    page.lines(paragraphs(FIRST))
    found = read(page)
    assert [found.text[c.start : c.end] for c in found.markup] == ["\n"] * (len(paragraphs(FIRST)) - 1)


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    lines = paragraphs(FIRST, SECOND)
    first, second = Page(), Page()
    first.lines(lines[:4])
    second.lines(lines[4:])
    found = read(first, second)
    assert text_of(found) == f"{FIRST}\n{SECOND}\n"
    assert [mark.number for mark in found.pages] == [1, 2]


def test_headers_footers_and_page_numbers_are_taken_out() -> None:
    lines = paragraphs(FIRST, SECOND, FIRST, SECOND)
    pages = []
    for number in range(4):
        page = Page().text(250, 40, "某市政策汇编", size=9)
        page.lines(lines[3 * number : 3 * number + 3])
        pages.append(page.text(280, HEIGHT - 40, f"— {number + 7} —", size=9))
    found = read(*pages)
    assert text_of(found) == f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n"
    assert "某市政策汇编" in found.text
    assert [mark.number for mark in found.pages] == [7, 8, 9, 10]


def test_marks_of_attachments_at_the_head_of_pages_are_no_headers() -> None:
    pages = []
    for number in range(1, 4):
        page = Page().text(LEFT, 60, f"附件{number}", font=HEI)
        page.lines(paragraphs(FIRST), y=120)
        pages.append(page)
    assert text_of(read(*pages)).count("附件") == 3


def test_a_year_on_a_line_of_its_own_is_no_page_number() -> None:
    page = Page()
    page.lines([*paragraphs(FIRST), "\u3000\u30002021"])
    assert text_of(read(page)).endswith("2021\n")


def test_labels_begin_paragraphs() -> None:
    items = ["1.建设感知体系，提升城市运行监测能力和水平，形", "成长效机制；", "2.推动数据共享。"]
    page = Page()
    page.lines(["\u3000\u3000" + items[0][:22], items[0][22:] + items[1], "\u3000\u3000" + items[2]])
    assert text_of(read(page)).split("\n")[-2] == "2.推动数据共享。"


def test_hanging_items_are_one_paragraph() -> None:
    page = Page()
    whole = "建设统筹规范的感知体系并提升城市运行监测的能力和水平形成长效机制"
    page.text(LEFT, 90, "1.").text(LEFT + 24, 90, whole[:22]).text(LEFT + 24, 90 + PITCH, whole[22:])
    page.lines(paragraphs(FIRST, SECOND), y=90 + 2 * PITCH)
    assert whole in text_of(read(page))


def test_words_of_latin_script_keep_their_blank_and_figures_none() -> None:
    page = Page()
    page.lines(["\u3000\u3000" + "甲" * 19 + "open", "data" + "乙" * 20 + "20", "21年起施行。"])
    text = text_of(read(page))
    assert "open data" in text
    assert "2021年" in text


def test_lines_of_a_table_of_contents_stay_lines() -> None:
    page = Page()
    page.text(260, 60, "目录", font=HEI)
    entries = [f"第{label}章 总体要求{'.' * 24}{number}" for number, label in enumerate("一二三四五六", 2)]
    page.lines(entries)
    assert len(text_of(read(page)).strip().split("\n")) == 7


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = paragraphs(FIRST, SECOND, chars=13), paragraphs(SECOND, FIRST, chars=13)
    page = Page().text(180, 60, "关于推进城市治理的意见", size=22, font=HEI)
    page.lines(left, x=72, y=110, pitch=24)
    page.lines(right, x=310, y=118, pitch=24)
    assert text_of(read(page)) == f"关于推进城市治理的意见\n{FIRST}\n{SECOND}\n{SECOND}\n{FIRST}\n"


def test_fake_bold_of_characters_printed_twice_is_printed_once() -> None:
    page = Page()
    for shift in (0.0, 0.4):
        page.text(122 + shift, 90, "一、总体要求")
    page.lines(paragraphs(FIRST), y=90 + PITCH)
    found = read(page)
    assert text_of(found).startswith("一、总体要求\n")
    assert [found.text[h.span.start : h.span.end] for h in found.headings] == ["一、总体要求"]


def test_characters_that_really_stand_twice_stay() -> None:
    page = Page()
    page.lines(paragraphs("人人参与、层层落实、年年有进步，让成果更多更公平惠及全体人民。"))
    assert "人人参与、层层落实、年年有进步" in text_of(read(page))


def test_watermarks_askew_are_no_text() -> None:
    page = Page().text(200, 400, "内部资料", size=60, slant=1)
    page.lines(paragraphs(FIRST, SECOND))
    assert "内部资料" not in read(page).text


def test_raised_figures_are_superscripts_and_stay_in_their_line() -> None:
    page = Page()
    page.text(LEFT, 90, "面积二十平方千米").text(LEFT + 8 * SIZE, 84, "2", size=8).text(
        LEFT + 8 * SIZE + 8, 90, "以上。"
    )
    page.lines(paragraphs(FIRST), y=90 + PITCH)
    assert "千米²以上" in text_of(read(page))


def test_footnotes_come_behind_the_paragraph_the_page_ends_in() -> None:
    lines = paragraphs(FIRST, SECOND)
    first, second = Page(), Page()
    first.lines(lines[:4])
    first.lines(["1本方案所称城市，指设区的市。"], y=700, size=10)
    second.lines(lines[4:])
    text = text_of(read(first, second))
    assert text == f"{FIRST}\n{SECOND}\n1本方案所称城市，指设区的市。\n"


def test_turned_pages_read_as_they_are_shown() -> None:
    page = Page(rotate=90)
    for number, line in enumerate(["第一条　为了规范管理", "第二条　本办法适用"]):
        x, y = 100 + 30 * number, 500
        page.operators.append(f"BT /F1 16 Tf 0 1 -1 0 {x} {HEIGHT - y} Tm <{line.encode('utf-16-be').hex()}> Tj ET")
    assert text_of(read(page)) == "第一条　为了规范管理\n第二条　本办法适用\n"
