from __future__ import annotations

import pytest

from policydiff import messages
from policydiff.align.values import Explanation, Weighing
from policydiff.cli.output import drawn
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
    assert lines[4].split() == ["evidence", "measured", "vote"]
    votes = [line.split() for line in lines[5:]]
    assert votes[:2] == [["words", "0.71", "+1.50"], ["heading", "-0.25"]]
    assert len(votes) == VOTES_SHOWN


def test_a_section_nothing_resembles() -> None:
    assert shown()[-1] == "No section of the other document came into question."
