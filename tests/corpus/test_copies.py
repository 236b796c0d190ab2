"""A copy of a document that differs only in display is no changed document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from opencc import OpenCC

from policydiff import compare
from policydiff.library.markdown import load
from policydiff.model import Document, Mode, Relation, Section

DOCUMENTS = sorted((Path(__file__).resolve().parents[2] / "corpus" / "documents").glob("*.md"))
NARROW = str.maketrans("，；：（）％！？０１２３４５６７８９", ",;:()%!?0123456789")
WIDE = str.maketrans("0123456789,;:()%", "０１２３４５６７８９，；：（）％")
GLYPHS = str.maketrans({"〇": "○", "市": "巿", "着": "著", "“": "「", "”": "」", "—": "–", "～": "~", "·": "•"})
TRADITIONAL = OpenCC("s2t")

DISPLAYS: dict[str, Callable[[str], str]] = {
    "width": lambda text: text.translate(NARROW) if "，" in text else text.translate(WIDE),
    "brackets": lambda text: (
        re.sub("[《》]", "", text).replace("〔", "[").replace("〕", "]").replace("城市", "【城市】")
    ),
    "blanks": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{3})", "　", text) + " ",
    "script": lambda text: "".join(TRADITIONAL.convert(c) for c in text),
    "glyphs": lambda text: text.translate(GLYPHS),
}


def displayed(document: Document, change: Callable[[str], str]) -> Document:
    """``document`` with ``change`` done to all its text."""

    def copy(section: Section) -> Section:
        tables = tuple(
            replace(
                table,
                header=tuple(map(change, table.header)),
                rows=tuple(tuple(map(change, row)) for row in table.rows),
            )
            for table in section.tables
        )
        heading = change(section.heading).strip()
        children = tuple(map(copy, section.children))
        return replace(section, heading=heading, text=change(section.text), tables=tables, children=children)

    return replace(document, sections=tuple(map(copy, document.sections)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_display_is_a_change(path: Path) -> None:
    document = load(path.read_text(encoding="utf-8"), file=path.name)

    def all_at_once(text: str) -> str:
        for change in DISPLAYS.values():
            text = change(text)
        return text

    result = compare(document, displayed(document, all_at_once), mode=Mode.VERSION)
    assert {relation for relation, count in result.counts.items() if count} <= {Relation.UNCHANGED}
    assert result.changed_share == 0.0
    assert not any(pair.moved or pair.renumbered for pair in result.pairs)


@pytest.mark.parametrize("change", DISPLAYS.values(), ids=DISPLAYS)
def test_each_display_by_itself(change: Callable[[str], str]) -> None:
    document = load(DOCUMENTS[-1].read_text(encoding="utf-8"), file=DOCUMENTS[-1].name)
    copy = displayed(document, change)
    assert copy != document
    result = compare(document, copy, mode=Mode.REGION)
    assert result.changed_share == 0.0
    assert result.counts[Relation.UNCHANGED] == len(result.pairs)
