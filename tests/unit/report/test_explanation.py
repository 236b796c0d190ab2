from __future__ import annotations

import pytest

from policydiff import messages
from policydiff.align.explain import in_common
from policydiff.align.values import Explanation, Weighing
from policydiff.align.weights import shipped
from policydiff.cli.output import drawn
from policydiff.report.evidence_words import grounds
from policydiff.report.explanation import VOTES_SHOWN, explanation
from tests import samples


@pytest.fixture(autouse=True)
def _english() -> object:
    messages.use("en")
    yield
    messages.use(None)


def weighing(new: str, confidence: float, *, asserted: bool) -> Weighing:
    return Weighing(
        old="2.1",
        new=new,
        confidence=confidence,
        clear=0.9,
        margin=0.25,
        asserted=asserted,
        evidence={"words": 0.71},
        votes=(("words", 1.5), ("heading", -0.25), *((f"vote{n}", 0.01) for n in range(20))),
    )


def shown(*weighed: Weighing) -> list[str]:
    found = Explanation(section="2.1", side="old", threshold=0.38, weighed=weighed)
    return drawn(explanation(found, samples.old(), samples.new()), width=120, terminal=False).splitlines()


def test_links_and_refusals_with_their_figures() -> None:
    lines = shown(weighing("2.2", 0.91, asserted=True), weighing("2.1", 0.12, asserted=False))
    assert lines[0] == "2.1  二、主要任务 › （一）数据治理"
    assert "0.38" in lines[1]
    assert next(line for line in lines if "✓" in line).endswith("linked: confidence 0.91, lead over the next +0.25")
    assert "新场景" in next(line for line in lines if "✗" in line)


def test_votes_with_what_was_measured_strongest_only() -> None:
    lines = shown(weighing("2.2", 0.91, asserted=True))
    head = next(n for n, line in enumerate(lines) if line.split() == ["evidence", "measured", "vote"])
    votes = [line.split() for line in lines[head + 1 :]]
    assert votes[:2] == [["words", "0.71", "+1.50"], ["heading", "-0.25"]]
    assert len(votes) == VOTES_SHOWN


def test_a_section_nothing_resembles() -> None:
    assert shown()[-1] == "No section of the other document came into question."


def test_evidence_of_one_kind_speaks_with_one_voice_and_in_a_readers_words() -> None:
    votes = (("word_cosine", 2.0), ("word_centred", -0.5), ("chance", 0.75), ("chance_lead_old", 0.25))
    found = grounds({"word_cosine": 0.4, "chance": 1.2}, votes)
    assert [(g.name, g.measured, g.vote) for g in found] == [
        ("words in common", 0.4, 1.5),
        ("rank among all candidates", None, 1.0),
    ]


def test_every_kind_of_evidence_has_a_readers_name() -> None:
    names = shipped().link.names
    assert not {ground.name for ground in grounds({}, [(name, 1.0) for name in names])} & set(names) - {"length"}


def test_passages_both_say() -> None:
    old = "（一）数据治理。建立数据资源目录，推动公共数据开放共享。"
    assert in_common(old, "推动公共数据开放，另建立数据资源目录体系。") == ("建立数据资源目录", "推动公共数据开放")
    assert in_common(old, "体育场馆向公众开放。") == ()


def test_what_a_person_decided_is_said() -> None:
    lines = shown(weighing("2.2", 0.91, asserted=False), weighing("2.1", 0.12, asserted=True))
    assert any("2.2" in line and "forbidden by hand" in line for line in lines)
    assert any("2.1" in line and "pinned by hand" in line for line in lines)
