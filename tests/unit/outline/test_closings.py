"""Sentences of a stream that belong to no last child."""

from __future__ import annotations

import pytest

from policydiff.outline.block import Block
from policydiff.outline.closings import cut

CHILD = "压实工作责任。定期调度进展。"


def closing(behind: str, *, issuers: tuple[str, ...] = (), parent: str = "保障措施") -> str | None:
    text = CHILD + behind
    leaf = Block(start=0, end=len(text), text=0, depth=2, heading="加强领导", label="（一）")
    root = Block(start=0, end=0, text=0, depth=1, heading=parent, label="一、", children=[leaf])
    found = cut(text, [root], issuers=issuers)
    assert leaf.end == (found[0] if found else len(text))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "请各地区抓好落实。",
        "各地区、各有关部门要加强配合。",
        "各省、自治区、直辖市人民政府要高度重视。",
        "本通知自印发之日起施行。",
        "执行中如遇问题及时反馈。",
        "特此通知。",
        "联系电话：（略）。",
    ],
)
def test_the_document_speaks_to_all_again(sentence: str) -> None:
    assert closing(sentence) == sentence


def test_the_issuers_act() -> None:
    sentence = "国家发展改革委、中央网信办会同有关部门开展评估。"

    assert closing(sentence, issuers=("国家发展改革委", "中央网信办秘书局")) == sentence
    assert closing(sentence, issuers=("国家发展改革委",)) is None


def test_the_parents_heading_is_taken_up() -> None:
    assert closing("评估指标每年修订一次。", parent="关于评估指标的工作"[:6]) == "评估指标每年修订一次。"


@pytest.mark.parametrize("sentence", ["完善考核机制。", "推动各地区经验共享。", ""])
def test_the_childs_own_text(sentence: str) -> None:
    assert closing(sentence) is None


def test_a_childs_first_sentence_is_its_own() -> None:
    text = "各地区、各部门要加强领导。"
    leaf = Block(start=0, end=len(text), text=0, depth=2, heading="加强领导")
    root = Block(start=0, end=0, text=0, depth=1, heading="保障措施", children=[leaf])

    assert cut(text, [root], issuers=()) is None
