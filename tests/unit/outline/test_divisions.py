"""The division found is the best one, and long passages are divided in time that grows with their length."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from policydiff.outline import divisions
from policydiff.outline.divisions import LONGEST_PARAGRAPH_CHARS, Division

HEADINGS = ("统筹城市感知体系", "夯实城市算力底座", "完善城市数据底座", "因地制宜，科学有序", "推进便捷化")
BODIES = (
    "建立全市统一的城市感知体系管理规范，推动感知终端集约部署、共建共享，形成覆盖城乡的感知网络",
    "统筹建设城市算力中心，推动算力资源集约利用和协同调度，构建绿色低碳的城市算力体系",
    "健全城市数据汇聚、治理、共享机制，建设统一的数据底座，推动数据资源按需共享",
    "加强组织领导，落实责任",
)


@given(st.lists(st.sampled_from((*HEADINGS, *BODIES)), min_size=2, max_size=8))
def test_no_other_choice_of_headings_is_better(sentences: list[str]) -> None:
    places = [place for place, sentence in enumerate(sentences) if sentence in HEADINGS]
    found = Division(sentences, places).headings(eager=True)

    if len(found) > 1:
        best = max(
            total(sentences, (found[0], *later))
            for count in range(1, len(places))
            for later in combinations([place for place in places if place > found[0] + 1], count)
            if all(b > a + 1 for a, b in pairwise(later))
        )
        assert abs(total(sentences, tuple(found)) - best) < 1e-9


def total(sentences: list[str], headings: tuple[int, ...]) -> float:
    """What the module's own scores give a choice, added up the obvious way."""
    division = Division(sentences, headings)
    ends = (*headings[1:], len(sentences))
    paragraphs = sum(division._paragraph(place, end) for place, end in zip(headings, ends, strict=True))
    alike = sum(divisions._alike(sentences[a], sentences[b]) for a, b in pairwise(headings))
    return paragraphs + alike


def test_a_paragraph_beyond_all_measure_has_no_heading() -> None:
    sentences = ["统筹城市感知体系", BODIES[0] * (LONGEST_PARAGRAPH_CHARS // len(BODIES[0]) + 1)]

    assert Division(sentences, [0]).headings(eager=True) == []


def test_nothing_to_divide() -> None:
    assert Division([], []).headings(eager=True) == []
    assert Division(["统筹城市感知体系"], [0]).headings(eager=True) == []
