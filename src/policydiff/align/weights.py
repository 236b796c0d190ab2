"""The learned weights: how evidence adds up to a probability. Read from ``weights.json``, written by the benchmark.

A model is a logistic regression over standardised evidence; its outcome is calibrated by an increasing map.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Log odds = ``bias`` + Σ ``weight`` × (evidence − ``mean``) / ``spread``."""

    names: tuple[str, ...]
    mean: tuple[float, ...]
    spread: tuple[float, ...]
    weight: tuple[float, ...]
    bias: float

    def votes(self, evidence: Evidence) -> Floats:
        """What each kind of evidence adds to the log odds: candidates × names."""
        import numpy as np

        values = evidence.matrix(self.names)
        return np.asarray((values - np.asarray(self.mean)) / np.asarray(self.spread) * np.asarray(self.weight))

    def odds(self, evidence: Evidence) -> Floats:
        """The log odds of each candidate."""
        import numpy as np

        return np.asarray(self.votes(evidence).sum(axis=1) + self.bias)


def linear(raw: Mapping[str, Any]) -> Linear:
    """A model as the file has it."""
    rows = raw["evidence"]
    return Linear(
        names=tuple(rows),
        mean=tuple(r[0] for r in rows.values()),
        spread=tuple(r[1] for r in rows.values()),
        weight=tuple(r[2] for r in rows.values()),
        bias=raw["bias"],
    )


@cache
def shipped() -> Mapping[str, Any]:
    """The content of the shipped file."""
    loaded: Mapping[str, Any] = json.loads(files("policydiff.align").joinpath("weights.json").read_text(encoding="utf-8"))
    return loaded
