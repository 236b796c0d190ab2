"""How surely a term is used at two different rates: the log-likelihood ratio G².

Source: T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence (1993); P. Rayson & R. Garside,
Comparing Corpora using Frequency Profiling (2000).
"""

from __future__ import annotations

from math import log

LEVELS = ((15.13, 0.0001), (10.83, 0.001), (6.63, 0.01), (3.84, 0.05))
"""Values of χ² with one degree of freedom, and the probability of reaching them by chance."""


def log_likelihood(counts: tuple[int, int], sizes: tuple[int, int]) -> float:
    """G² of a term with ``counts`` in two texts of ``sizes`` (in the same unit); 0 for equal rates or empty texts."""
    total = sum(sizes)
    if not total or not sum(counts):
        return 0.0
    expected = [size * sum(counts) / total for size in sizes]
    return max(0.0, 2 * sum(n * log(n / e) for n, e in zip(counts, expected, strict=True) if n and e))


def significance(value: float) -> float | None:
    """The smallest listed probability that ``value`` is that large by chance, or None above 0.05."""
    return next((chance for least, chance in LEVELS if value >= least), None)
