"""Sources of several documents, split by their contents, their format's headings, or titles with numbers."""

from __future__ import annotations

import pytest

from policydiff.model import Parsed
from tests.unit.outline.reading import parsed

BODY = "各区人民政府：\n一、总体要求\n推进建设。\n二、保障措施\n加强领导。\n"
CONTENTS = (
    "目录\n一、国家政策.....1\n（一）国务院关于甲工作的意见（国发〔2021〕1号）.....1\n（二）财政部关于乙工作的通知（2021年3月）.....4\n"
    "二、地方政策.....9\n（一）北京市关于丙工作的方案（京政发〔2021〕3号）.....9\n（二）天津市关于丁工作的规划（津政发〔2021〕4号）.....12\n"
)


def titles(found: Parsed) -> list[str]:
    return [document.title for document in found.documents]


@pytest.fixture(scope="module")
def by_contents() -> Parsed:
    text = (
        CONTENTS + "一、国家政策\n（一）国务院关于甲工作的意见（国发〔2021〕1号）\n" + BODY
        + "（二）财政部关于乙工作的通知（2021年3月）\n" + BODY + "二、地方政策\n"
        + "（一）北京市关于丙工作的方案（京政发〔2021〕3号）\n" + BODY
    )  # fmt: skip
    return parsed(text)


def test_by_contents(by_contents: Parsed) -> None:
    assert titles(by_contents) == ["国务院关于甲工作的意见", "财政部关于乙工作的通知", "北京市关于丙工作的方案"]
    assert [document.doc_number for document in by_contents.documents] == ["国发〔2021〕1号", None, "京政发〔2021〕3号"]
    assert [document.date for document in by_contents.documents] == ["2021", "2021-03", "2021"]


def test_each_part_is_outlined_apart(by_contents: Parsed) -> None:
    for document in by_contents.documents:
        assert document.recipients == "各区人民政府："
        assert [section.label for section in document.sections] == ["一、", "二、"]


def test_a_title_that_is_only_in_the_contents_is_a_problem(by_contents: Parsed) -> None:
    (problem,) = by_contents.documents[0].problems

    assert problem.code == "title_not_found"
    assert "天津市关于丁工作的规划" in problem.message


def test_the_contents_of_a_plan_are_chapters_and_no_documents() -> None:
    chapters = [f"第{n}章　任务{n}" for n in "一二三四五六"]
    text = "某市规划\n目录\n" + "".join(f"{chapter}.....{page}\n" for page, chapter in enumerate(chapters, 1))
    text += "".join(f"{chapter}\n正文。\n" for chapter in chapters)

    assert len(parsed(text).documents) == 1


def test_by_markdown_headings() -> None:
    text = f"# 甲市智慧城市规划\n\n{BODY}\n# 乙市智慧城市方案\n\n{BODY}"

    assert titles(parsed(text, name="x.md")) == ["甲市智慧城市规划", "乙市智慧城市方案"]


def test_markdown_headings_that_are_chapters_are_no_documents() -> None:
    text = "# 甲市智慧城市规划\n\n导语。\n\n# 总体要求\n\n正文。\n"

    assert len(parsed(text, name="x.md").documents) == 1


def test_by_titles_with_numbers() -> None:
    first = f"甲市智慧城市规划\n甲政发〔2021〕7号\n{BODY}"
    second = f"乙市人民政府关于印发\n乙市方案的通知\n（乙政发〔2021〕8号）\n{BODY}"

    assert titles(parsed(first + second)) == ["甲市智慧城市规划", "乙市人民政府关于印发乙市方案的通知"]


def test_two_numbers_below_one_title_make_no_empty_document() -> None:
    text = f"甲市智慧城市规划\n甲政发〔2021〕7号\n甲办发〔2021〕9号\n{BODY}"

    assert titles(parsed(text)) == ["甲市智慧城市规划"]


def test_a_number_in_the_text_begins_no_document() -> None:
    text = f"甲市智慧城市规划\n甲政发〔2021〕7号\n{BODY}依据\n国发〔2021〕1号\n推进建设。\n"

    assert len(parsed(text).documents) == 1
