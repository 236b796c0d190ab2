"""Tables, facts and problems that a file's format tells, on their way into documents."""

from __future__ import annotations

from policydiff.model import Document, MarkedHeading, Origin, Source, SourceTable, Span
from policydiff.outline import parse

HEADER = ("指标", "2025年")
ROWS = (("共享率", "90％"), ("一、数量", "1 . 5万"))
TABLE = "\n".join("\t".join(row) for row in (HEADER, *ROWS))
ORIGIN = Origin(name="x.docx", sha256="", media_type="text/x", encoding="binary")


def source(*pieces: str, **more: object) -> Source:
    """Lines, of which `TABLE` is marked as a table wherever it stands."""
    text = "\n".join(pieces) + "\n"
    tables = []
    start = text.find(TABLE)
    while start != -1:
        tables.append(SourceTable(span=Span(start=start, end=start + len(TABLE)), header=HEADER, rows=ROWS))
        start = text.find(TABLE, start + 1)
    return Source(origin=ORIGIN, text=text, tables=tuple(tables), **more)  # type: ignore[arg-type]


def only(found: Source) -> Document:
    (document,) = parse(found).documents
    return document


def places(document: Document) -> list[tuple[str, int, str]]:
    """Section, place and text of every section with tables."""
    return [(section.id, table.at, section.text) for section in document.walk() for table in section.tables]


def test_a_table_stands_where_it_stood_and_its_cells_are_no_prose() -> None:
    found = only(source("某市规划", "一、指标", "如下。", TABLE, "以上。", "二、附则", "本规划自印发之日起施行。"))
    assert places(found) == [("1", 4, "如下。\n以上。")]
    assert [section.label for section in found.walk()] == ["一、", "二、"]


def test_a_table_right_under_a_heading_and_one_before_the_next() -> None:
    found = only(
        source("某市规划", "一、指标", TABLE, "二、任务", "建设数据平台。", TABLE, "三、附则", "自印发之日起施行。")
    )
    assert places(found) == [("1", 0, ""), ("2", 7, "建设数据平台。")]


def test_a_table_between_a_section_and_its_first_subsection() -> None:
    found = only(
        source("某市规划", "一、指标", "如下。", TABLE, "（一）甲", "甲事。", "（二）乙", "乙事。", "二、附则", "略。")
    )
    assert places(found) == [("1", 3, "如下。")]


def test_tables_before_the_text_and_behind_it_are_kept() -> None:
    found = only(source(TABLE, "某市规划", "一、总则", "正文。", "二、附则", "施行。", TABLE))
    assert [(section, at) for section, at, _ in places(found)] == [("0", 0), ("2", 3)]


def test_a_document_of_nothing_but_a_table() -> None:
    assert len(places(only(source("某市规划目标表", TABLE)))) == 1
    assert len(places(only(source(TABLE)))) == 1


def test_two_tables_in_a_row_keep_their_order() -> None:
    found = only(source("某市规划", "一、指标", TABLE, TABLE, "二、附则", "略。"))
    spans = [table.span for table in found.sections[0].tables]
    assert len(spans) == 2
    assert spans == sorted(spans, key=lambda span: span.start if span else -1)


def test_spans_lead_to_the_raw_source() -> None:
    raw = source("某市规划", "一、指\u200b标", "如下。", TABLE, "二、附则", "略。")
    found = only(raw)
    (table,) = found.sections[0].tables
    assert table.span is not None
    assert raw.text[table.span.start : table.span.end] == TABLE
    section = found.sections[1]
    assert raw.text[section.span.start : section.span.end] == "二、附则\n略。"


def test_cells_are_repaired_each_for_itself() -> None:
    raw = source("某市规划", "一、指标", "如下。", TABLE, "二、附则", "略。")
    found = only(raw)
    (table,) = found.sections[0].tables
    assert table.rows[1] == ("一、数量", "1 . 5万".replace(" ", "")) or table.rows[1][0] == "一、数量"
    repaired = [repair for repair in parse(raw).repairs if table.span and table.span.start <= repair.span.start]
    for repair in repaired:
        assert raw.text[repair.span.start : repair.span.end] == repair.before


def test_traditional_cells_follow_the_text() -> None:
    header, rows = ("指標", "數據"), (("資料開放", "八成"),)
    table = "\n".join("\t".join(row) for row in (header, *rows))
    text = (
        f"某市規劃\n一、總體要求\n到二〇二五年，數據資源開放，產業發展。\n{table}\n二、實施\n開展試點，“數據”應用。\n"
    )
    start = text.index(table)
    tables = (SourceTable(span=Span(start=start, end=start + len(table)), header=header, rows=rows),)
    (found,) = only(Source(origin=ORIGIN, text=text, tables=tables)).sections[0].tables
    assert (found.header, found.rows) == (("指标", "数据"), (("资料开放", "八成"),))


def test_a_heading_marked_inside_a_table_is_none() -> None:
    text = f"某市规划\n一、指标\n{TABLE}\n二、附则\n略。\n"
    start = text.index(TABLE)
    found = only(
        Source(
            origin=ORIGIN,
            text=text,
            tables=(SourceTable(span=Span(start=start, end=start + len(TABLE)), header=HEADER, rows=ROWS),),
            headings=(MarkedHeading(span=Span(start=start, end=start + 2)),),
        )
    )
    assert [section.title for section in found.walk()] == ["一、指标", "二、附则"]


def test_the_formats_facts() -> None:
    facts = {
        "doc_number": "某政发[2021]5号",
        "date": "2021-03-05",
        "issuers": "某市人民政府、某市教育局",
        "title": "无",
    }
    found = only(source("某市规划", "一、总则", "正文。", facts=facts))
    assert (found.doc_number, found.date) == ("某政发〔2021〕5号", "2021-03-05")
    assert found.issuers == ("某市人民政府", "某市教育局")
    assert found.title == "某市规划"


def test_facts_that_are_none_are_not_believed() -> None:
    found = only(source("某市规划", "一、总则", "正文。", facts={"doc_number": "无", "date": "昨天"}))
    assert (found.doc_number, found.date) == (None, None)


def test_what_the_reader_could_not_read_is_a_problem_of_the_document() -> None:
    found = only(source("某市规划", "一、总则", "正文。", problems=("2 comments were left out",)))
    assert [(problem.code, problem.message) for problem in found.problems] == [("unread", "2 comments were left out")]
