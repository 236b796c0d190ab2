"""Evidence to probabilities, in two rounds: P(link) and, given a link, P(the same subject rather than a part).

The first round weighs each candidate by itself, the second also by what the first thinks of the others; whether the
documents are related at all is weighed apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.align.context import context
from policydiff.align.evidence import Evidence, Subject
from policydiff.align.relation import related
from policydiff.align.weights import Weights
from policydiff.model import Mode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``linked`` is P(any link), ``clear`` P(counterpart | link); ``votes`` what each kind of ``evidence`` named in
    ``names`` adds to the log odds of a link."""

    evidence: Evidence
    linked: Floats
    clear: Floats
    votes: Floats
    names: tuple[str, ...]


def judged(subject: Subject, evidence: Evidence, mode: Mode, weights: Weights) -> Judgement:
    """The probabilities of each candidate."""
    first = weights.first.chance(evidence)
    full = evidence.joined(context(subject, evidence, first, mode))
    return Judgement(
        evidence=full,
        linked=weights.calibrated(weights.link.chance(full)) * related(subject, full, weights.related),
        clear=weights.clear.chance(full),
        votes=weights.link.votes(full),
        names=weights.link.names,
    )
