"""The learned weights: how evidence adds up to a probability. Read from ``weights.json``, written by the benchmark.

Every model is a logistic regression over standardised evidence; the outcome is calibrated by an increasing map that
was fitted on documents the weights had not seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Evidence
from policydiff.align.values import Preset
from policydiff.model import Mode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILE = "weights.json"


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

    def chance(self, evidence: Evidence) -> Floats:
        """The probability of each candidate."""
        import numpy as np

        odds = self.votes(evidence).sum(axis=1) + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -40.0, 40.0))))


KEPT_PROMISE = {Preset.STRICT: 0.95}
"""The share of right links to be expected of a preset in every single comparison, not only on the average of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The ``least`` probability asserted under a preset, and the ``precision`` seen there on unseen documents."""

    least: float
    precision: float

    def height(self, chance: Floats, promise: float | None) -> float:
        """The least probability asserted among the candidates of one comparison.

        Where a ``promise`` is given, it rises until the mean probability of what is asserted keeps it; to the promise
        itself where no candidate is so likely.
        """
        import numpy as np

        if promise is None:
            return self.least
        likely = np.sort(chance[chance >= self.least])[::-1]
        kept = np.flatnonzero(np.cumsum(likely) >= promise * np.arange(1, len(likely) + 1))
        return float(likely[kept[-1]]) if len(kept) else max(self.least, promise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """``first`` weighs a candidate by itself, ``link`` in context, ``clear`` counterparts against partial links;
    ``related`` weighs the two documents as wholes.

    ``calibration`` are the corners of an increasing map from log odds to log odds; ``presets`` say how sure a link must
    be, by mode.
    """

    first: Linear
    link: Linear
    clear: Linear
    related: Linear
    calibration: tuple[tuple[float, float], ...]
    presets: Mapping[Mode, Mapping[Preset, Bar]]

    def calibrated(self, chance: Floats) -> Floats:
        """``chance`` as the probability that was observed for it."""
        import numpy as np

        clipped = np.clip(chance, 1e-9, 1 - 1e-9)
        odds = np.log(clipped / (1 - clipped))
        points = np.asarray(self.calibration)
        return np.asarray(1.0 / (1.0 + np.exp(-np.interp(odds, points[:, 0], points[:, 1]))))


def parsed(raw: Mapping[str, Any]) -> Weights:
    """The content of a weights file."""
    return Weights(
        first=_linear(raw["first"]),
        link=_linear(raw["link"]),
        clear=_linear(raw["clear"]),
        related=_linear(raw["related"]),
        calibration=tuple((a, b) for a, b in raw["calibration"]),
        presets={
            Mode(mode): {
                Preset(name): Bar(least=row["threshold"], precision=row["precision"]) for name, row in rows.items()
            }
            for mode, rows in raw["presets"].items()
        },
    )


def _linear(raw: Mapping[str, Any]) -> Linear:
    rows = raw["evidence"]
    return Linear(
        names=tuple(rows),
        mean=tuple(r[0] for r in rows.values()),
        spread=tuple(r[1] for r in rows.values()),
        weight=tuple(r[2] for r in rows.values()),
        bias=raw["bias"],
    )


@cache
def shipped() -> Weights:
    """The weights of the package."""
    return parsed(json.loads(files("policydiff.align").joinpath(FILE).read_text(encoding="utf-8")))
