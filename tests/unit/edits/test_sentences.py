from __future__ import annotations

import pytest

from policydiff.edits.alignment import align
from policydiff.edits.sentences import LIMIT_SENTENCE_TOKENS, split
from policydiff.edits.side import prepare


def sentences(text: str) -> list[str]:
    return [s.key for s in split(prepare(text, "")[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强领导。落实经费；强化督查", ["加强领导。", "落实经费;", "强化督查"]),
        ("他说：“马上办。”随后离开。", ['他说:"马上办。"', "随后离开。"]),
        ("到底如何？！没有答复。", ["到底如何?!", "没有答复。"]),
        ("", []),
    ],
)
def test_sentences_end_at_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_an_endless_sentence_is_cut_at_places_its_own_words_determine() -> None:
    words = [f"建设{chr(0x4E00 + 37 * n)}项目" for n in range(600)]
    old, new = sentences("".join(words)), sentences("".join(["新增一些内容", *words]))
    assert len(old) > 2
    assert set(old[1:]) <= set(new)
    side = prepare("".join(words), "")[0]
    assert all(s.end - s.start <= LIMIT_SENTENCE_TOKENS for s in split(side))


def aligned(old: str, new: str) -> list[tuple[bool, int, int, int, int]]:
    left, right = prepare(old, new)
    return [tuple(step) for step in align(split(left), split(right))]


def test_identical_sentences_anchor_like_ones_pair_and_the_rest_stands_alone() -> None:
    old = "加强组织领导。足额安排建设资金。定期开展监督检查。"
    new = "加强组织领导。召开新闻发布会。足额安排工作资金。"
    assert aligned(old, new) == [
        (True, 0, 1, 0, 1),
        (False, 1, 1, 1, 2),
        (False, 1, 2, 2, 3),
        (False, 2, 3, 3, 3),
    ]


def test_a_sentence_that_was_split_is_paired_with_both_halves() -> None:
    old = "市财政局足额安排建设资金，市审计局定期开展监督检查。"
    new = "市财政局足额安排建设资金。市审计局定期开展监督检查。"
    assert aligned(old, new) == [(False, 0, 1, 0, 2)]
