"""Chains of labels: what is accepted, at which depth, and what is odd about it."""

from __future__ import annotations

from policydiff.outline.labels import label_at
from policydiff.outline.numbering import ANYWHERE, BEHIND_SENTENCE, MARKED, Chain


def decoded(*labels: str, strength: int = MARKED) -> tuple[list[str], list[str]]:
    """Labels → ``depth label`` of those accepted, and ``code label`` of the oddities."""
    chain = Chain()
    for printed in labels:
        label = label_at(printed)
        assert label is not None
        chain.offer(label, strength)
    return (
        [f"{accepted.depth} {accepted.label.printed}" for accepted in chain.accepted],
        [f"{oddity.code} {oddity.label.printed}" for oddity in chain.oddities],
    )


def test_levels_in_order() -> None:
    assert decoded("一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）") == (
        ["1 一、", "2 （一）", "3 1.", "3 2.", "2 （二）", "3 1.", "1 二、", "2 （一）"],
        [],
    )


def test_numbers_that_run_through_the_document() -> None:
    assert decoded("一、", "（一）", "（二）", "二、", "（三）", "（四）", "三、", "（五）") == (
        ["1 一、", "2 （一）", "2 （二）", "1 二、", "2 （三）", "2 （四）", "1 三、", "2 （五）"],
        [],
    )


def test_articles_run_through_chapters_and_branch() -> None:
    assert decoded("第一章", "第一条", "第二条", "第二条之一", "第二条之二", "第二章", "第三条") == (
        ["1 第一章", "2 第一条", "2 第二条", "2 第二条之一", "2 第二条之二", "1 第二章", "2 第三条"],
        [],
    )


def test_a_level_may_be_missing() -> None:
    assert decoded("一、", "1.", "2.", "二、", "（一）", "1.")[0] == [
        "1 一、",
        "2 1.",
        "2 2.",
        "1 二、",
        "2 （一）",
        "3 1.",
    ]


def test_a_repeated_label_is_lived_with() -> None:
    assert decoded("一、", "二、", "二、", "三、") == (
        ["1 一、", "1 二、", "1 二、", "1 三、"],
        ["label_repeated 二、"],
    )


def test_a_restarted_label_is_lived_with() -> None:
    assert decoded("（一）", "（二）", "（一）", "（二）") == (
        ["1 （一）", "1 （二）", "1 （一）", "1 （二）"],
        ["label_restarted （一）"],
    )


def test_a_skipped_label_is_lived_with() -> None:
    assert decoded("一、", "三、", "四、") == (["1 一、", "1 三、", "1 四、"], ["label_skipped 三、"])


def test_an_excerpt_begins_anywhere() -> None:
    assert decoded("第五篇", "第十五章", "第十六章") == (["1 第五篇", "2 第十五章", "2 第十六章"], [])


def test_a_number_that_falls_is_no_section_of_a_plan_and_a_restart_in_a_law() -> None:
    assert decoded("一、", "二、", "三、", "二、")[0] == ["1 一、", "1 二、", "1 三、"]
    assert decoded("第一条", "第二条", "第三条", "第二条")[1] == ["label_restarted 第二条"]


def test_in_a_sentence_only_what_follows_counts() -> None:
    assert decoded("一、", "三、", "二、", "五、", strength=ANYWHERE) == (["1 一、", "1 二、"], [])


def test_behind_a_sentence_a_new_first_label_closes_the_levels_below() -> None:
    assert decoded("一、", "（一）", "（二）", "一、", strength=BEHIND_SENTENCE) == (
        ["1 一、", "2 （一）", "2 （二）", "1 一、"],
        ["label_restarted 一、"],
    )
