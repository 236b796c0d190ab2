"""Evidence to probabilities: P(link) and, given a link, P(the same subject rather than a part)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.align.evidence import Evidence
from policydiff.align.weights import linear, shipped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``linked`` is P(any link), ``clear`` is P(counterpart | link); ``votes`` what spoke for it, by ``names``."""

    linked: Floats
    clear: Floats
    votes: Floats
    names: tuple[str, ...]


def judged(evidence: Evidence) -> Judgement:
    """The probabilities of each candidate."""
    import numpy as np

    raw = shipped()
    link, clear = linear(raw["link"]), linear(raw["clear"])
    votes = link.votes(evidence)
    odds = votes.sum(axis=1) + link.bias
    return Judgement(linked=_probability(odds), clear=_probability(clear.odds(evidence)), votes=votes, names=link.names)


def _probability(odds: Floats) -> Floats:
    import numpy as np

    return np.asarray(1.0 / (1.0 + np.exp(-odds)))
