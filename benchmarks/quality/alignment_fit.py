"""Fit the alignment's weights, and judge documents by weights that never saw them.

A case is left out with every other case that shares a document with it. The second round is always trained on
first-round outcomes of documents the first round had not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.gold import Case
from policydiff.align.candidates import chosen
from policydiff.align.context import ORDER, context
from policydiff.align.engine import sides
from policydiff.align.evidence import Evidence, Subject, gathered
from policydiff.align.relation import related
from policydiff.align.values import Preset
from policydiff.align.weights import Bar, Linear, Weights
from policydiff.model import Mode

FOLDS = 8
"""First-round folds within a training set."""

FIRST_STRENGTH = 0.5
LINK_STRENGTH = 0.3
CLEAR_STRENGTH = 0.05
"""Inverse L2 penalties on standardised evidence, chosen by leaving pairs out (0.03 to 3 differ by a point)."""

PROMISES = {
    Mode.REGION: {Preset.STRICT: 0.96, Preset.BALANCED: 0.85, Preset.LOOSE: 0.72},
    Mode.VERSION: {Preset.STRICT: 0.96, Preset.BALANCED: 0.93, Preset.LOOSE: 0.80},
}
"""The share of right links each preset is set for on documents not fitted on. STRICT promises 0.95 (a point is kept in
reserve); BALANCED is where both F1 figures of unseen pairs are highest, LOOSE where recall no longer grows much."""

Floats = NDArray[np.float64]


@dataclass(slots=True, kw_only=True)
class Example:
    """A case with its evidence measured: ``grades`` per candidate, ``counted`` marks candidates that are judged."""

    case: Case
    subject: Subject
    evidence: Evidence
    grades: Any
    counted: Any
    documents: frozenset[str]


def example(case: Case, mode: Mode | None = None) -> Example:
    """Measure a case, in its own mode unless another is asked for."""
    used = mode or case.mode
    left, right = sides(case.old, case.new, used)
    subject = Subject(left, right)
    rows, columns = chosen(subject)
    pairs = [(left.ids[a], right.ids[b]) for a, b in zip(rows, columns, strict=True)]
    judged = set(case.judged(pairs))
    return Example(
        case=case,
        subject=subject,
        evidence=gathered(subject, rows, columns),
        grades=np.asarray([case.grades.get(p, 0) for p in pairs]),
        counted=np.asarray([p in judged for p in pairs]),
        documents=frozenset((case.old.id, case.new.id)),
    )


_LEFT_OUT: set[str] = set()


@contextmanager
def without(names: Iterable[str]) -> Iterator[None]:
    """Fit as if the evidence ``names`` did not exist."""
    _LEFT_OUT.update(names)
    try:
        yield
    finally:
        _LEFT_OUT.clear()


def logistic(evidence: Sequence[Evidence], target: Sequence[Any], counted: Sequence[Any], strength: float) -> Linear:
    """A logistic regression of ``target`` (booleans) on all evidence there is."""
    from sklearn.linear_model import LogisticRegression

    names = tuple(n for n in evidence[0].values if n not in _LEFT_OUT)
    table = np.vstack([e.matrix(names)[c] for e, c in zip(evidence, counted, strict=True)])
    truth = np.concatenate([t[c] for t, c in zip(target, counted, strict=True)])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread < 1e-9] = 1.0
    model = LogisticRegression(C=strength, max_iter=200, solver="newton-cholesky").fit((table - mean) / spread, truth)
    return Linear(
        names=names,
        mean=tuple(mean),
        spread=tuple(spread),
        weight=tuple(model.coef_[0]),
        bias=float(model.intercept_[0]),
    )


def first_round(examples: Sequence[Example]) -> Linear:
    """The first round's weights."""
    return logistic(
        [e.evidence for e in examples], [e.grades > 0 for e in examples], [e.counted for e in examples], FIRST_STRENGTH
    )


def unseen_chances(examples: Sequence[Example]) -> list[Floats]:
    """First-round probabilities of each example by weights fitted on the others (grouped folds)."""
    fold = _folds(examples)
    out: list[Floats] = [np.zeros(0)] * len(examples)
    for k in sorted(set(fold)):
        model = first_round([e for e, f in zip(examples, fold, strict=True) if f != k])
        for n, e in enumerate(examples):
            if fold[n] == k:
                out[n] = model.chance(e.evidence)
    return out


def _folds(examples: Sequence[Example]) -> list[int]:
    """A fold per example, every group spread over all folds."""
    order = sorted(range(len(examples)), key=lambda n: (examples[n].case.group, n))
    fold = [0] * len(examples)
    for place, n in enumerate(order):
        fold[n] = place % FOLDS
    return fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Uncalibrated weights of both rounds."""

    first: Linear
    link: Linear
    clear: Linear
    related: Linear | None = None

    def chances(self, e: Example, mode: Mode | None = None) -> tuple[Floats, Floats]:
        """P(link) and P(counterpart | link) of an example's candidates, uncalibrated."""
        full = in_context(e, self.first.chance(e.evidence), mode)
        return self.link.chance(full), self.clear.chance(full)

    def judged(self, e: Example, weights: Weights) -> Floats:
        """P(link) as the product says it: calibrated by ``weights``, and less where the documents are unrelated."""
        assert self.related is not None
        return weights.calibrated(self.chances(e)[0]) * related(e.subject, e.evidence, self.related)


def in_context(e: Example, chance: Floats, mode: Mode | None = None) -> Evidence:
    """Both rounds' evidence."""
    return e.evidence.joined(context(e.subject, e.evidence, chance, mode or e.case.mode))


def fitted(examples: Sequence[Example], relation: Linear | None = None) -> Fitted:
    """Both rounds' weights."""
    full = [in_context(e, c) for e, c in zip(examples, unseen_chances(examples), strict=True)]
    counted = [e.counted for e in examples]
    linked = [e.counted & (e.grades > 0) for e in examples]
    return Fitted(
        first=first_round(examples),
        link=logistic(full, [e.grades > 0 for e in examples], counted, LINK_STRENGTH),
        clear=logistic(full, [e.grades == 2 for e in examples], linked, CLEAR_STRENGTH),
        related=relation,
    )


def spots_only(e: Example, kinds: str = "certain") -> Example:
    """A spot case without its pairs of type ``kinds``: these are too easy to learn from."""
    left, right = e.subject.old.ids, e.subject.new.ids
    pairs = zip(e.evidence.rows, e.evidence.columns, strict=True)
    counted = [
        bool(c) and e.case.types.get((left[a], right[b])) != kinds for (a, b), c in zip(pairs, e.counted, strict=True)
    ]
    return replace(e, counted=np.asarray(counted))


def calibration(chances: Sequence[Floats], grades: Sequence[Any]) -> tuple[tuple[float, float], ...]:
    """Platt's map on log odds, as the corners of a line, from chances that did not see their grades."""
    from sklearn.linear_model import LogisticRegression

    odds = np.concatenate([_odds(c) for c in chances])
    model = LogisticRegression(C=1e6).fit(odds[:, None], np.concatenate(list(grades)) > 0)
    slope, shift = float(model.coef_[0][0]), float(model.intercept_[0])
    return tuple((round(x, 4), round(slope * x + shift, 4)) for x in (-21.0, 21.0))


def _odds(chance: Floats) -> Floats:
    clipped = np.clip(chance, 1e-9, 1 - 1e-9)
    return np.asarray(np.log(clipped / (1 - clipped)))


def presets(modes: Sequence[Mode], chances: Sequence[Floats], grades: Sequence[Any]) -> dict[Mode, dict[Preset, Bar]]:
    """For each mode and preset the least probability that keeps the promise on unseen documents."""
    found = {}
    for mode in dict.fromkeys(modes):
        mine = [n for n, other in enumerate(modes) if other is mode]
        chance, right = (np.concatenate([values[n] for n in mine]) for values in (chances, grades))
        limits = [float(round(t, 2)) for t in np.arange(0.15, 0.96, 0.01)]
        seen = [Bar(least=t, precision=float((right[chance >= t] > 0).mean())) for t in limits if (chance >= t).any()]
        found[mode] = {
            preset: next((bar for bar in seen if bar.precision >= promise), seen[-1])
            for preset, promise in PROMISES[mode].items()
        }
    return found


def left_out(examples: Sequence[Example], by: str = "pair") -> dict[int, tuple[Floats, Floats]]:
    """The chances of each complete list's candidates by weights that did not see it.

    ``by`` says what else they did not see: ``pair`` nothing, ``documents`` every example that shares a document,
    ``group`` every example of its kind.
    """
    out = {}
    for n, e in enumerate(examples):
        if e.case.only is None and e.case.group != "decoy":
            out[n] = fitted([o for o in examples if o is not e and not _hidden(o, e, by)]).chances(e)
    return out


def _hidden(other: Example, example: Example, by: str) -> bool:
    if by == "group":
        return other.case.group == example.case.group
    return other.documents == example.documents if by == "pair" else bool(other.documents & example.documents)


def left_out_first(examples: Sequence[Example]) -> dict[int, tuple[Floats, Floats]]:
    """As `left_out`, by the first round alone."""
    out = {}
    for n, e in enumerate(examples):
        if e.case.only is None:
            chance = first_round([o for o in examples if o is not e]).chance(e.evidence)
            out[n] = chance, chance
    return out


__all__ = [
    "ORDER",
    "Example",
    "Fitted",
    "calibration",
    "example",
    "fitted",
    "left_out",
    "left_out_first",
    "presets",
    "spots_only",
    "without",
]
