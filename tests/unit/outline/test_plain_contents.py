"""Tables of contents without page numbers."""

from __future__ import annotations

import pytest

from policydiff.outline.plain_contents import find

BODY = "第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。\n"


def taken(text: str) -> list[str]:
    return [text[start:end] for start, end in find(text, 0, len(text))]


def test_behind_its_heading() -> None:
    assert taken("某法\n目　录\n第一章　总则\n第二章　附则\n" + BODY) == ["目　录\n第一章　总则\n第二章　附则"]


def test_at_the_beginning_without_a_heading() -> None:
    chapters = "第一章　总则\n第二章　责任\n第三章　附则\n"

    assert taken(chapters + chapters.replace("\n", "\n正文。\n")) == [chapters.rstrip()]


@pytest.mark.parametrize(
    "text",
    [BODY, "目录\n第一章　总则\n第一条　甲。\n", "目录\n序言\n第一章　总则\n", "第一章　总则\n第二章　附则\n" + BODY],
    ids=["none", "a chapter that never comes again", "no labels", "two lines without a heading"],
)
def test_other_texts(text: str) -> None:
    assert taken(text) == []
