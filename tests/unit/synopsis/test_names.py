from __future__ import annotations

from pathlib import Path

import pytest

from policydiff import messages
from policydiff.model import Problem, Span
from policydiff.outline import tree
from policydiff.synopsis.names import PROBLEMS, problem_text


@pytest.fixture(autouse=True)
def _language() -> object:
    yield
    messages.use(None)


def problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, span=Span(start=0, end=0))


def test_the_parser_and_the_view_use_the_same_words() -> None:
    assert {code: PROBLEMS[code] for code in tree._MESSAGES} == tree._MESSAGES


@pytest.mark.parametrize("code", tree._MESSAGES)
def test_what_the_parser_says_is_translated_with_its_labels(code: str) -> None:
    message = tree._MESSAGES[code].format(label="（三）", expected="（二）")
    messages.use("en")
    assert problem_text(problem(code, message)) == message
    messages.use("zh")
    chinese = problem_text(problem(code, message))
    assert chinese != message
    assert "（三）" in chinese
    assert "（二）" in chinese


def test_a_missing_title_is_named_in_chinese() -> None:
    source = Path(tree.__file__).with_name("parse.py").read_text(encoding="utf-8")
    template = PROBLEMS["title_not_found"]
    assert template in source
    messages.use("zh")
    chinese = problem_text(problem("title_not_found", template.format(title="甲市规划")))
    assert "甲市规划" in chinese
    assert "contents" not in chinese


def test_what_is_not_known_is_shown_as_it_is() -> None:
    assert problem_text(problem("new_code", "something {odd}")) == "something {odd}"
    assert problem_text(problem("label_skipped", "other words")) == "other words"
    assert problem_text(problem("new_code", "")) == "new_code"
