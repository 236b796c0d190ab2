"""The four simple aligners that the product must clearly beat, each scored at the best threshold for its group.

They see the same words and weights as the product (TF-IDF with background weights); choosing their threshold on the
scored documents themselves favours them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policydiff.align.evidence import Subject
from policydiff.keys import key

Floats = NDArray[np.float64]
Scored = tuple[Any, Any, Floats]
"""Rows, columns and scores of the pairs a baseline proposes; a threshold cuts them."""


def cosines(subject: Subject) -> Floats:
    """Old × new word cosines."""
    return np.asarray((subject.space.vectors(0) @ subject.space.vectors(1).T).todense(), dtype=float)


def label_match(subject: Subject) -> Scored:
    """Sections with the same number under parents with the same number."""
    here, there = ([_place(s) for s in side.sections] for side in (subject.old, subject.new))
    pairs = [(a, b) for a, x in enumerate(here) for b, y in enumerate(there) if x and x == y]
    rows, columns = np.asarray(pairs, dtype=int).reshape(-1, 2).T
    return rows, columns, np.ones(len(rows))


def _place(section: Any) -> str:
    return key(section.label) if section.label.startswith("第") else f"{section.id}{key(section.label)}"


def greedy(subject: Subject) -> Scored:
    """Each old section with its likest new one."""
    table = cosines(subject)
    columns = table.argmax(axis=1)
    rows = np.arange(len(table))
    return rows, columns, table[rows, columns]


def assignment(subject: Subject) -> Scored:
    """The one-to-one pairing with the greatest sum."""
    from scipy.optimize import linear_sum_assignment

    table = cosines(subject)
    rows, columns = linear_sum_assignment(-table)
    return rows, columns, table[rows, columns]


def monotone(subject: Subject) -> Scored:
    """The order-keeping one-to-one pairing with the greatest sum (dynamic programming)."""
    table = cosines(subject)
    height, width = table.shape
    best = np.zeros((height + 1, width + 1))
    for a in range(height):
        diagonal = best[a, :-1] + table[a]
        best[a + 1, 1:] = np.maximum.accumulate(np.maximum(diagonal, best[a, 1:]))
    pairs, a, b = [], height, width
    while a and b:
        if np.isclose(best[a, b], best[a, b - 1]):
            b -= 1
        elif np.isclose(best[a, b], best[a - 1, b]):
            a -= 1
        else:
            pairs.append((a - 1, b - 1))
            a, b = a - 1, b - 1
    rows, columns = np.asarray(pairs[::-1], dtype=int).reshape(-1, 2).T
    return rows, columns, table[rows, columns]


BASELINES: Mapping[str, Callable[[Subject], Scored]] = {
    "label match": label_match,
    "greedy cosine": greedy,
    "assignment": assignment,
    "monotone": monotone,
}
