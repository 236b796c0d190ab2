"""What speaks for and against pairing two sections: one number per kind of evidence and candidate.

All evidence is symmetric in meaning: exchanging the documents exchanges the one-sided kinds and leaves the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policydiff.align.roles import ROLES, roles
from policydiff.align.units import Units
from policydiff.model import Mode
from policydiff.similarity.background import Background, background
from policydiff.similarity.terms import adjacent, bigrams, trigrams, words
from policydiff.similarity.vectors import Space, normalised, paired, sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

NUMBER = re.compile(r"\d+(?:\.\d+)?%?|[一二三四五六七八九十百千万]+(?=[年月日个元倍人次])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Candidate k pairs old unit ``rows[k]`` with new unit ``columns[k]``; ``values[name][k]`` is its evidence."""

    rows: Integers
    columns: Integers
    values: dict[str, Floats]

    def matrix(self, names: tuple[str, ...]) -> Floats:
        """Candidates × names."""
        import numpy as np

        return np.column_stack([self.values[n] for n in names])


class Tokens:
    """The terms of both documents' units, cut once."""

    def __init__(self, old: Units, new: Units) -> None:
        self.words = [[words(t) for t in side.texts] for side in (old, new)]
        self.bigrams = [[bigrams(t) for t in side.texts] for side in (old, new)]
        self.trigrams = [[trigrams(t) for t in side.texts] for side in (old, new)]
        self.leads = [[words(t) for t in side.leads] for side in (old, new)]
        self.paths = [[words(t) for t in side.paths] for side in (old, new)]
        self.sentences = [[[words(s) for s in unit] for unit in side.sentences] for side in (old, new)]


def local_rarity(space: Space) -> Floats:
    """Smoothed inverse frequency of each term among the units of both documents, scaled to at most one."""
    import numpy as np

    total = sum(m.shape[0] for m in space.counts)
    frequency = sum(np.bincount(m.indices, minlength=m.shape[1]) for m in space.counts)
    return np.asarray(np.log((1 + total) / (0.5 + frequency)) / np.log(1 + total)).clip(0.02, 1.0)


def centred(cosine: Floats, left: Any, right: Any, rows: Integers, columns: Integers) -> Floats:
    """Each cosine less the mean of its row and of its column, plus the mean of all: hubs lose their lead."""
    import numpy as np

    here, there = np.asarray(left.mean(axis=0)).ravel(), np.asarray(right.mean(axis=0)).ravel()
    by_row, by_column = left @ there, right @ here
    return np.asarray(cosine - by_row[rows] - by_column[columns] + here @ there)


def ranked(score: Floats, rows: Integers, columns: Integers) -> tuple[Floats, Floats, Floats, Floats]:
    """Per candidate: reciprocal rank in its row and column, and lead over the best other of its row and column."""
    import numpy as np

    out = []
    for group in (rows, columns):
        order = np.lexsort((-score, group))
        starts = np.r_[True, group[order][1:] != group[order][:-1]]
        position = np.arange(len(order)) - np.maximum.accumulate(np.where(starts, np.arange(len(order)), 0))
        first = np.maximum.accumulate(np.where(starts, np.arange(len(order)), 0))
        best = score[order][first]
        has_second = np.r_[first[1:] == np.arange(len(order))[:-1], False] if len(order) else starts
        second_at = np.minimum(first + 1, len(order) - 1)
        same = group[order][second_at] == group[order]
        second = np.where(same & (second_at != first), score[order][second_at], 0.0)
        del has_second
        other = np.where(position == 0, second, best)
        rank, lead = np.empty(len(score)), np.empty(len(score))
        rank[order] = 1.0 / (1.0 + position)
        lead[order] = score[order] - other
        out.append((rank, lead))
    (a, b), (c, d) = out
    return a, c, b, d


def gathered(old: Units, new: Units, rows: Integers, columns: Integers, mode: Mode, tokens: Tokens) -> Evidence:
    """All evidence for the given candidates."""
    import numpy as np

    table = background()
    values: dict[str, Floats] = {}
    space = Space(tokens.words, table.word_weights)
    _words(values, space, rows, columns)
    _characters(values, tokens, table, rows, columns)
    _sentences(values, tokens, space, table, rows, columns)
    _headings(values, old, new, tokens, table, rows, columns)
    _groups(values, old, new, space, rows, columns)
    _shape(values, old, new, rows, columns)
    _roles(values, old, new, rows, columns)
    for name in ("word", "local", "sentence"):
        a, b, c, d = ranked(values[f"{name}_cosine"] if name != "sentence" else values["sentence_mean"], rows, columns)
        values |= {f"{name}_rank_old": a, f"{name}_rank_new": b, f"{name}_lead_old": c, f"{name}_lead_new": d}
    place = np.abs((rows + 0.5) / len(old) - (columns + 0.5) / len(new)) if mode is Mode.VERSION else np.zeros(len(rows))
    values["place"] = place
    return Evidence(rows=rows, columns=columns, values=values)


def _words(values: dict[str, Floats], space: Space, rows: Integers, columns: Integers) -> None:
    import numpy as np

    rarity = local_rarity(space)
    for name, weights in (("word", space.weights), ("local", space.weights * rarity)):
        left, right = space.vectors(0, weights), space.vectors(1, weights)
        values[f"{name}_cosine"] = paired(left, right, rows, columns)
        values[f"{name}_centred"] = centred(values[f"{name}_cosine"], left, right, rows, columns)
    left, right = space.masses(0), space.masses(1)
    for m in (left, right):
        m.data = m.data * rarity[m.indices]
    root = [m.copy() for m in (left, right)]
    for m in root:
        m.data = np.sqrt(m.data)
    shared = paired(root[0], root[1], rows, columns)
    totals = sums(left)[rows], sums(right)[columns]
    values["held_old"] = shared / np.maximum(totals[0], 1e-9)
    values["held_new"] = shared / np.maximum(totals[1], 1e-9)
    values["shared_mass"] = np.log1p(shared)
    rare = [m.copy() for m in (left, right)]
    for m in rare:
        m.data = ((space.weights * rarity)[m.indices] > 4.5).astype(float)
    values["rare_shared"] = np.log1p(paired(rare[0], rare[1], rows, columns))


def _characters(values: dict[str, Floats], tokens: Tokens, table: Background, rows: Integers, columns: Integers) -> None:
    space = Space(tokens.bigrams, table.bigram_weights)
    rarity = local_rarity(space)
    for name, weights in (("bigram", space.weights), ("bigram_local", space.weights * rarity)):
        left, right = space.vectors(0, weights), space.vectors(1, weights)
        values[f"{name}_cosine"] = paired(left, right, rows, columns)
        values[f"{name}_centred"] = centred(values[f"{name}_cosine"], left, right, rows, columns)

    def heavier(terms: Any) -> list[float]:
        return [sum(pair) / 2 for pair in zip(table.bigram_weights(t[:2] for t in terms), table.bigram_weights(t[1:] for t in terms), strict=True)]

    triples = Space(tokens.trigrams, heavier)
    left, right = triples.vectors(0), triples.vectors(1)
    values["trigram_cosine"] = paired(left, right, rows, columns)

    def twice(terms: Any) -> list[float]:
        halves = [t.split("\t") for t in terms]
        return [a + b for a, b in zip(table.word_weights(h[0] for h in halves), table.word_weights(h[1] for h in halves), strict=True)]

    phrases = Space([[adjacent(t) for t in side] for side in tokens.words], twice)
    values["phrase_cosine"] = paired(phrases.vectors(0), phrases.vectors(1), rows, columns)


def _sentences(values: dict[str, Floats], tokens: Tokens, units: Space, table: Background, rows: Integers, columns: Integers) -> None:
    import numpy as np

    flat = [[s for unit in side for s in unit] for side in tokens.sentences]
    space = Space(flat, table.word_weights)
    rarity = dict(zip(units.vocabulary, local_rarity(units), strict=True))
    weights = space.weights * np.asarray([rarity.get(t, 1.0) for t in space.vocabulary])
    left, right = space.vectors(0, weights), space.vectors(1, weights)
    starts = [np.concatenate([[0], np.cumsum([len(unit) for unit in side])]) for side in tokens.sentences]
    table_ = (left @ right.T).toarray()
    mass = []
    for group in (0, 1):
        m = space.masses(group)
        m.data = weights[m.indices]
        mass.append(np.maximum(sums(m), 1e-6))
    best_new = np.maximum.reduceat(table_, starts[1][:-1], axis=1)
    best_old = np.maximum.reduceat(table_, starts[0][:-1], axis=0)
    most = np.maximum.reduceat(best_new, starts[0][:-1], axis=0)
    mean_old = np.add.reduceat(best_new * mass[0][:, None], starts[0][:-1], axis=0) / np.add.reduceat(mass[0], starts[0][:-1])[:, None]
    mean_new = np.add.reduceat(best_old * mass[1][None, :], starts[1][:-1], axis=1) / np.add.reduceat(mass[1], starts[1][:-1])[None, :]
    values["sentence_max"] = most[rows, columns]
    values["sentence_old"] = mean_old[rows, columns]
    values["sentence_new"] = mean_new[rows, columns]
    values["sentence_mean"] = (values["sentence_old"] + values["sentence_new"]) / 2
    values["first_old"] = best_new[starts[0][:-1]][rows, columns]
    values["first_new"] = best_old[:, starts[1][:-1]][rows, columns]
    values["first_both"] = table_[starts[0][:-1]][:, starts[1][:-1]][rows, columns]


def _headings(
    values: dict[str, Floats], old: Units, new: Units, tokens: Tokens, table: Background, rows: Integers, columns: Integers
) -> None:
    import numpy as np

    space = Space([*tokens.leads, *tokens.words, *tokens.paths], table.word_weights)
    leads, bodies, paths = ([space.vectors(2 * g + side) for side in (0, 1)] for g in range(3))
    values["lead_both"] = paired(leads[0], leads[1], rows, columns)
    values["lead_old"] = paired(leads[0], bodies[1], rows, columns)
    values["lead_new"] = paired(bodies[0], leads[1], rows, columns)
    values["path_cosine"] = paired(paths[0], paths[1], rows, columns)
    marks = np.asarray(old.headed, dtype=float)[rows], np.asarray(new.headed, dtype=float)[columns]
    values["headed"] = marks[0] * marks[1]
    letters = Space([[bigrams(t) for t in side.leads] for side in (old, new)], table.bigram_weights)
    values["lead_bigram"] = paired(letters.vectors(0), letters.vectors(1), rows, columns)


def _groups(values: dict[str, Floats], old: Units, new: Units, space: Space, rows: Integers, columns: Integers) -> None:
    import numpy as np
    from scipy.sparse import csr_array

    members = []
    for group, side in ((0, old), (1, new)):
        pick = csr_array((np.ones(len(side)), (np.asarray(side.parents), np.arange(len(side)))), shape=(len(side.groups), len(side)))
        members.append(normalised((pick @ space.vectors(group, space.weights * local_rarity(space))).tocsr()))
    likeness = (members[0] @ members[1].T).toarray()
    spread = likeness - likeness.mean(axis=0, keepdims=True) - likeness.mean(axis=1, keepdims=True) + likeness.mean()
    here, there = np.asarray(old.parents)[rows], np.asarray(new.parents)[columns]
    values["group_cosine"] = likeness[here, there]
    values["group_centred"] = spread[here, there]


def _shape(values: dict[str, Floats], old: Units, new: Units, rows: Integers, columns: Integers) -> None:
    import numpy as np

    long = [np.log1p(np.asarray([len(t) for t in side.texts], dtype=float)) for side in (old, new)]
    here, there = long[0][rows], long[1][columns]
    values["length_least"] = np.minimum(here, there)
    values["length_gap"] = np.abs(here - there)
    values["same_key"] = np.asarray([float(old.keys[a] == new.keys[b]) for a, b in zip(rows, columns, strict=True)])
    numbers = [[frozenset(NUMBER.findall(t)) for t in side.texts] for side in (old, new)]
    values["numbers"] = np.asarray(
        [len(numbers[0][a] & numbers[1][b]) / (1 + len(numbers[0][a] | numbers[1][b])) for a, b in zip(rows, columns, strict=True)]
    )


def _roles(values: dict[str, Floats], old: Units, new: Units, rows: Integers, columns: Integers) -> None:
    import numpy as np

    names = tuple(ROLES)
    plays = [np.asarray([[name in roles(t) for name in names] for t in side.texts], dtype=float) for side in (old, new)]
    frequency = (plays[0].sum(axis=0) + plays[1].sum(axis=0) + 1) / (len(old) + len(new) + 1)
    weight = -np.log(frequency)
    shared = (plays[0] * weight) @ plays[1].T
    only = (plays[0] * weight) @ (1 - plays[1]).T + ((1 - plays[0]) * weight) @ plays[1].T
    penalty = names.index("penalty")
    values["role_shared"] = shared[rows, columns]
    values["role_apart"] = only[rows, columns]
    values["penalty_apart"] = np.abs(plays[0][rows, penalty] - plays[1][columns, penalty])
    values["penalty_both"] = plays[0][rows, penalty] * plays[1][columns, penalty]
