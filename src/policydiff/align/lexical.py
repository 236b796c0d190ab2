"""Evidence from what two sections say: words, phrases, characters, sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from policydiff.similarity.terms import adjacent
from policydiff.similarity.vectors import Space, centred, local_rarity, paired, reweighed, sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policydiff.align.evidence import Subject

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

RARE_WEIGHT = 4.5
"""Background weight × local rarity from which a word counts as rare: about one section in 90 and few here."""

WHOLE_PRODUCTS, BLOCK_UNITS = 1_000_000, 24
"""Sentence pairs up to which all are scored at once (8 MB), and old units scored at once beyond that."""


def by_words(subject: Subject, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Cosines with background and with local weights, plain and centred, and what each side holds of the other."""
    import numpy as np

    values: dict[str, Floats] = {}
    space = subject.space
    for name, weights in (("word", space.weights), ("local", subject.weights)):
        left, right = space.vectors(0, weights), space.vectors(1, weights)
        cosine = paired(left, right, rows, columns)
        values |= {f"{name}_cosine": cosine, f"{name}_centred": centred(cosine, left, right, rows, columns)}
    left, right = masses(subject)
    roots = reweighed(left, np.sqrt(left.data)), reweighed(right, np.sqrt(right.data))
    shared = paired(*roots, rows, columns)
    values["held_old"] = shared / np.maximum(sums(left)[rows], 1e-9)
    values["held_new"] = shared / np.maximum(sums(right)[columns], 1e-9)
    values["shared_mass"] = np.log1p(shared)
    rare = [reweighed(m, (subject.weights[m.indices] > RARE_WEIGHT).astype(float)) for m in (left, right)]
    values["rare_shared"] = np.log1p(paired(rare[0], rare[1], rows, columns))
    return values


def masses(subject: Subject) -> tuple[Any, Any]:
    """Units × words of either side: the weight of each word that occurs, counts ignored."""
    left, right = (subject.space.masses(group) for group in (0, 1))
    return reweighed(left, left.data * subject.rarity[left.indices]), reweighed(
        right, right.data * subject.rarity[right.indices]
    )


def by_characters(subject: Subject, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Cosines of character bigrams and trigrams and of two-word phrases."""
    values: dict[str, Floats] = {}
    table = subject.table
    pairs = subject.letters
    for name, weights in (("bigram", pairs.weights), ("bigram_local", pairs.weights * local_rarity(pairs))):
        left, right = pairs.vectors(0, weights), pairs.vectors(1, weights)
        cosine = paired(left, right, rows, columns)
        values |= {f"{name}_cosine": cosine, f"{name}_centred": centred(cosine, left, right, rows, columns)}

    def triple(terms: Iterable[str]) -> list[float]:
        known = list(terms)
        halves = table.bigram_weights(t[:2] for t in known), table.bigram_weights(t[1:] for t in known)
        return [(a + b) / 2 for a, b in zip(*halves, strict=True)]

    def phrase(terms: Iterable[str]) -> list[float]:
        halves = [t.split("\t") for t in terms]
        both = table.word_weights(h[0] for h in halves), table.word_weights(h[1] for h in halves)
        return [a + b for a, b in zip(*both, strict=True)]

    phrases = [[adjacent(t) for t in side] for side in subject.words]
    for name, terms, weigh in (("trigram_cosine", subject.trigrams, triple), ("phrase_cosine", phrases, phrase)):
        space = Space(terms, weigh)
        values[name] = paired(space.vectors(0), space.vectors(1), rows, columns)
    return values


def by_sentences(subject: Subject, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """How well the sentences of each section find a like one in the other: the best, the mean, the first."""
    import numpy as np

    space = Space([[s for unit in side for s in unit] for side in subject.sentences], subject.table.word_weights)
    known = dict(zip(subject.space.vocabulary, subject.rarity, strict=True))
    weights = space.weights * np.asarray([known.get(t, 1.0) for t in space.vocabulary])
    vectors = [space.vectors(group, weights) for group in (0, 1)]
    mass = [np.maximum(sums(reweighed(m, weights[m.indices])), 1e-6) for m in (space.counts[0], space.counts[1])]
    starts = [
        np.concatenate([[0], np.cumsum([len(unit) for unit in side])]).astype(np.int64) for side in subject.sentences
    ]
    names = ("sentence_max", "sentence_old", "sentence_new", "first_old", "first_new", "first_both")
    values = {name: np.zeros(len(rows)) for name in names}
    for first, last in _blocks(starts[0], int(starts[1][-1])):
        chosen = np.flatnonzero((rows >= first) & (rows < last))
        if not len(chosen):
            continue
        wanted = np.unique(columns[chosen])
        there = np.concatenate([np.arange(starts[1][c], starts[1][c + 1]) for c in wanted])
        cuts = np.concatenate([[0], np.cumsum(starts[1][wanted + 1] - starts[1][wanted])])[:-1]
        here = slice(starts[0][first], starts[0][last])
        table = (vectors[0][here] @ vectors[1][there].T).toarray()
        found = _section_scores(table, starts[0][first:last] - starts[0][first], cuts, mass[0][here], mass[1][there])
        for name, grid in zip(names, found, strict=True):
            values[name][chosen] = grid[rows[chosen] - first, np.searchsorted(wanted, columns[chosen])]
    values["sentence_mean"] = (values["sentence_old"] + values["sentence_new"]) / 2
    return values


def _blocks(starts: Integers, width: int) -> Iterable[tuple[int, int]]:
    """Ranges of old units to score at once: all of them in short documents, a few in long ones, where a block meets
    only its own candidates and the work grows with the number of blocks."""
    units = len(starts) - 1
    size = units if starts[-1] * width <= WHOLE_PRODUCTS else BLOCK_UNITS
    return [(first, min(first + size, units)) for first in range(0, units, max(1, size))]


def _section_scores(
    table: Floats, old: Integers, new: Integers, old_mass: Floats, new_mass: Floats
) -> tuple[Floats, ...]:
    """From sentence × sentence cosines: section × section scores, in the order `by_sentences` names them."""
    import numpy as np

    best_new = np.maximum.reduceat(table, new, axis=1)
    best_old = np.maximum.reduceat(table, old, axis=0)
    most = np.maximum.reduceat(best_new, old, axis=0)
    mean_old = np.add.reduceat(best_new * old_mass[:, None], old, axis=0) / np.add.reduceat(old_mass, old)[:, None]
    mean_new = np.add.reduceat(best_old * new_mass[None, :], new, axis=1) / np.add.reduceat(new_mass, new)[None, :]
    return most, mean_old, mean_new, best_new[old], best_old[:, new], table[old][:, new]
