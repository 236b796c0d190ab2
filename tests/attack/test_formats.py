"""Every registered format of a comparison: what attacks is harmless and intact, what is large is whole."""

from __future__ import annotations

import io

import pytest
from diff_match_patch import diff_match_patch
from openpyxl import load_workbook

from policydiff.export import formats_for, render
from policydiff.export.document_text import text
from policydiff.model import Comparison, Mode
from policydiff.synopsis.printable import printable
from tests.attack.hostile import LONG_ITEMS, TEXTS, comparison, long_comparison, many_rows
from tests.attack.readers import READERS

FORMATS = [found.name for found in formats_for(Comparison) if not found.package]

SHOWN = [name for name in FORMATS if name != "patch"]
"""A patch holds nothing but what differs."""

EXACT = {"json"}
"""Formats for programs that hold every character as it is; lone surrogates apart, the others show signs instead."""


@pytest.fixture(scope="module", params=list(Mode))
def hostile(request: pytest.FixtureRequest) -> Comparison:
    return comparison(request.param)


@pytest.fixture(scope="module")
def long() -> Comparison:
    return long_comparison()


@pytest.fixture(scope="module")
def many() -> Comparison:
    return many_rows()


def test_every_format_has_an_independent_reader() -> None:
    assert set(READERS) == set(SHOWN)


def expected(text: str, name: str) -> str:
    """What a reader shall find of ``text``, blanks apart."""
    shown = text if name in EXACT else printable(text)
    if name not in (*EXACT, "csv"):
        shown = "".join("\ufffd" if ord(char) & 0xFFFE == 0xFFFE else char for char in shown)
    return bare(shown)


def bare(text: str) -> str:
    return "".join(text.replace("｜", "").split())


@pytest.mark.parametrize("name", SHOWN)
def test_what_attacks_is_intact(files: dict[str, str], name: str) -> None:
    assert [words for words in TEXTS if expected(words, name) not in files[name]] == []


@pytest.fixture(scope="module")
def files(hostile: Comparison) -> dict[str, str]:
    """What each format's reader finds, blanks apart; reading asserts that nothing in it acts."""
    return {name: bare(READERS[name](render(hostile, name, **everything(name)))) for name in SHOWN}


def everything(name: str) -> dict[str, bool]:
    return {"full": True} if name in ("docx", "xlsx", "html", "markdown", "csv") else {}


@pytest.mark.parametrize("name", [name for name in SHOWN if name != "xlsx"])
def test_a_section_of_100_000_characters_is_whole(long: Comparison, name: str) -> None:
    assert len(long.old.sections[0].text) > 100_000
    read = READERS[name](render(long, name, **everything(name)))
    for word in ("第1项", f"第{LONG_ITEMS // 2}项", f"第{LONG_ITEMS}项"):
        assert word in read
    if name in ("docx", "markdown"):
        for document in (long.old, long.new):
            assert document.sections[0].text in read


@pytest.mark.parametrize("name", SHOWN)
def test_thousands_of_rows_are_all_there(many: Comparison, name: str) -> None:
    data = render(many, name)
    read = "\n".join(map(str, _differences(data))) if name == "xlsx" else READERS[name](data)
    for number in (1, 1_500, 3_000):
        assert f"第{number}号任务" in read or f"第{number}条" in read
    assert read.count("并报告") >= 3_000


def _differences(workbook: bytes) -> list[tuple[object, ...]]:
    """The rows of the third sheet."""
    return list(load_workbook(io.BytesIO(workbook), read_only=True).worksheets[2].iter_rows(values_only=True))


def test_the_patch_leads_to_the_new_text(hostile: Comparison, long: Comparison, many: Comparison) -> None:
    engine = diff_match_patch()
    for found in (hostile, long, many):
        patches = engine.patch_fromText(render(found, "patch").decode("ascii"))
        assert engine.patch_apply(patches, text(found.old))[0] == text(found.new)


def test_a_workbook_carries_a_long_text_on_in_further_rows(long: Comparison) -> None:
    columns = list(zip(*_differences(render(long, "xlsx")), strict=True))
    texts = ["".join(str(cell) for cell in column if isinstance(cell, str) and len(cell) > 1_000) for column in columns]
    for document in (long.old, long.new):
        assert any(document.sections[0].text in shown for shown in texts)
