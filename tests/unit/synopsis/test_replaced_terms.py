from __future__ import annotations

import pytest

from policydiff.model import Comparison
from policydiff.synopsis import replacements
from policydiff.synopsis.replaced_terms import without_terms
from tests.comparing import straight
from tests.factory import document, section


def versions(*texts: tuple[str, str]) -> Comparison:
    """Two versions whose sections have these texts."""
    old = document(*(section(f"第{n}条", "", text) for n, (text, _) in enumerate(texts, 1)))
    new = document(*(section(f"第{n}条", "", text) for n, (_, text) in enumerate(texts, 1)))
    return straight(old, new, [(str(n), str(n)) for n in range(1, len(texts) + 1)])


def renamed(count: int, old: str = "股东大会", new: str = "股东会") -> list[tuple[str, str]]:
    texts = [f"公司{{}}在第{n}季度召开会议。" for n in "甲乙丙丁戊己庚辛"[:count]]
    return [(text.format(old), text.format(new)) for text in texts]


def test_a_term_replaced_everywhere_is_found_and_counted() -> None:
    (found,) = replacements(versions(*renamed(6)))
    assert (found.old, found.new, found.count, found.pairs) == ("股东大会", "股东会", 6, (0, 1, 2, 3, 4, 5))


@pytest.mark.parametrize(
    "texts",
    [
        renamed(4),
        [
            (
                "由股东大会召集股东大会，股东大会、股东大会、股东大会决定。",
                "由股东会召集股东会，股东会、股东会、股东会决定。",
            )
        ],
        [*renamed(6), ("股东大会照旧。", "股东大会照旧。")],
        [*renamed(5), *renamed(3, "股东大会", "股东代表会")],
        renamed(6, "2020年", "2025年"),
        renamed(6, "二〇二〇", "二〇二五"),
        renamed(6, "，", "；"),
    ],
    ids=["too few", "one row", "not everywhere", "two ways", "years", "numerals", "punctuation"],
)
def test_what_is_no_term_replaced_throughout(texts: list[tuple[str, str]]) -> None:
    assert replacements(versions(*texts)) == ()


def test_one_place_in_eleven_may_stay() -> None:
    rows = [*renamed(8), *renamed(3), ("股东大会照旧。", "股东大会照旧。")]
    assert [item.count for item in replacements(versions(*rows))] == [11]


def test_several_terms_are_told_the_most_frequent_first() -> None:
    rows = [*renamed(5, "工商局", "市监局"), *renamed(7)]
    assert [(item.old, item.count) for item in replacements(versions(*rows))] == [("股东大会", 7), ("工商局", 5)]


def test_a_change_that_holds_more_is_kept() -> None:
    value = versions(*renamed(8), *renamed(3), ("股东大会决定。", "董事会决定。"))
    told = replacements(value)
    kept = without_terms(value.pairs[11], told)
    assert kept.edits == value.pairs[11].edits
    quiet = without_terms(value.pairs[0], told)
    assert {str(edit.kind) for edit in quiet.edits} == {"equal"}
    assert "".join(edit.old for edit in quiet.edits) == "公司股东大会在第甲季度召开会议。"
    assert "".join(edit.new for edit in quiet.edits) == "公司股东会在第甲季度召开会议。"
