from __future__ import annotations

import pytest

from policydiff.insight.origins import origins
from policydiff.model.origins import Descent, SentenceOrigin
from tests.factory import document, section

CENTRAL = document(
    section("一、", "主要任务", "建设全国统一的政务数据共享平台，推动数据资源有序流动。到2025年共享率达到80%。"),
    id="central",
    date="2019-01-01",
)
NEIGHBOUR = document(
    section("一、", "任务", "推行用电信息自动采集，居民无须再次填报。"),
    section("二、", "任务", "建设全国统一的政务数据共享平台，推动数据资源有序流动。"),
    id="neighbour",
    date="2021-01-01",
)


def traced(text: str) -> SentenceOrigin:
    found = origins(document(section("一、", "任务", text), id="new"), [NEIGHBOUR, CENTRAL])
    (one,) = found.sections[0].sentences
    return one


def test_a_sentence_is_copied_whatever_its_punctuation() -> None:
    found = traced("建设全国统一的 政务数据共享平台,推动数据资源有序流动。")
    assert found.descent is Descent.COPIED


def test_the_earliest_of_those_that_say_it_is_credited() -> None:
    found = traced("建设全国统一的政务数据共享平台，推动数据资源有序流动。")
    assert found.ancestor is not None
    assert found.ancestor.document == "central"
    assert [other.document for other in found.others] == ["neighbour"]


def test_another_figure_is_no_copy() -> None:
    assert traced("到2025年共享率达到90%。").descent is Descent.REWORDED


def test_the_same_said_otherwise_is_reworded() -> None:
    found = traced("推广居民用电信息的自动采集，不再填报。")
    assert found.descent is Descent.REWORDED
    assert found.ancestor is not None
    assert found.ancestor.section == "1"


def test_what_nobody_said_is_new() -> None:
    found = traced("对古树名木逐株建立档案。")
    assert (found.descent, found.ancestor) == (Descent.NEW, None)


@pytest.mark.parametrize("sources", [[], [CENTRAL], [CENTRAL, NEIGHBOUR]])
def test_shares_add_up(sources: list[object]) -> None:
    text = "建设全国统一的政务数据共享平台，推动数据资源有序流动。对古树名木逐株建立档案。"
    found = origins(document(section("一、", "任务", text), section("二、", "空", "")), sources)  # type: ignore[arg-type]
    assert len(found.sections) == 1
    for part in (found, *found.sections):
        total = part.new + sum(share.copied + share.reworded for share in part.shares)
        assert total == pytest.approx(1)


def test_places_are_those_of_the_sentences() -> None:
    text = "对古树名木逐株建立档案。\n  推行用电信息自动采集，居民无须再次填报。"
    found = origins(document(section("一、", "任务", text)), [NEIGHBOUR])
    assert [text[s.at.start : s.at.end] for s in found.sections[0].sentences] == [
        s.text for s in found.sections[0].sentences
    ]


def test_formulas_are_marked() -> None:
    assert traced("切实加强组织领导。").boilerplate
    assert not traced("对古树名木逐株建立档案。").boilerplate


def test_a_document_without_text_has_no_shares() -> None:
    found = origins(document(section("一、", "任务", "")), [CENTRAL])
    assert (found.characters, found.new, found.sections) == (0, 0.0, ())
