"""Evidence from where and how two sections stand: headings, parents, length, numbers, roles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.align.roles import ROLES, roles
from policydiff.align.units import Units
from policydiff.similarity.terms import bigrams
from policydiff.similarity.vectors import Space, normalised, paired

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policydiff.align.evidence import Subject

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

NUMBER = re.compile(r"\d+(?:\.\d+)?%?|[一二三四五六七八九十百千万]+(?=[年月日个元倍人次])")


def by_headings(subject: Subject, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Likeness of headings (or first clauses), of each heading with the other's text, of the ancestors' headings."""
    import numpy as np

    table = subject.table
    space = Space([*subject.leads, *subject.words, *subject.paths], table.word_weights)
    leads, bodies, paths = ([space.vectors(2 * g + side) for side in (0, 1)] for g in range(3))
    letters = Space([[bigrams(t) for t in side.leads] for side in (subject.old, subject.new)], table.bigram_weights)
    headed = np.asarray(subject.old.headed, dtype=float), np.asarray(subject.new.headed, dtype=float)
    return {
        "lead_both": paired(leads[0], leads[1], rows, columns),
        "lead_old": paired(leads[0], bodies[1], rows, columns),
        "lead_new": paired(bodies[0], leads[1], rows, columns),
        "lead_bigram": paired(letters.vectors(0), letters.vectors(1), rows, columns),
        "path_cosine": paired(paths[0], paths[1], rows, columns),
        "headed": headed[0][rows] * headed[1][columns],
    }


def by_groups(subject: Subject, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Likeness of the parents, each taken as all its own units together."""
    import numpy as np
    from scipy.sparse import csr_array

    members = []
    for group, side in ((0, subject.old), (1, subject.new)):
        shape = (len(side.groups), len(side))
        pick = csr_array((np.ones(len(side)), (np.asarray(side.parents), np.arange(len(side)))), shape=shape)
        members.append(normalised((pick @ subject.space.vectors(group, subject.weights)).tocsr()))
    likeness = (members[0] @ members[1].T).toarray()
    spread = likeness - likeness.mean(axis=0, keepdims=True) - likeness.mean(axis=1, keepdims=True) + likeness.mean()
    here, there = np.asarray(subject.old.parents)[rows], np.asarray(subject.new.parents)[columns]
    return {"group_cosine": likeness[here, there], "group_centred": spread[here, there]}


def by_shape(old: Units, new: Units, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Lengths, equality of the texts, shared numbers."""
    import numpy as np

    long = [np.log1p(np.asarray([len(t) for t in side.texts], dtype=float)) for side in (old, new)]
    here, there = long[0][rows], long[1][columns]
    numbers = [[frozenset(NUMBER.findall(t)) for t in side.texts] for side in (old, new)]
    common = [
        len(numbers[0][a] & numbers[1][b]) / (1 + len(numbers[0][a] | numbers[1][b]))
        for a, b in zip(rows, columns, strict=True)
    ]
    return {
        "length_least": np.minimum(here, there),
        "length_gap": np.abs(here - there),
        "same_key": np.asarray([float(old.keys[a] == new.keys[b]) for a, b in zip(rows, columns, strict=True)]),
        "numbers": np.asarray(common, dtype=float),
    }


def by_roles(old: Units, new: Units, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Roles both play and roles only one plays, rare ones weighing more; a penalty against a duty apart."""
    import numpy as np

    names = tuple(ROLES)
    played = [[roles(t) for t in side.texts] for side in (old, new)]
    plays = [
        np.asarray([[n in found for n in names] for found in side], dtype=float).reshape(-1, len(names))
        for side in played
    ]
    frequency = (plays[0].sum(axis=0) + plays[1].sum(axis=0) + 1) / (len(old) + len(new) + 1)
    here, there = plays[0][rows], plays[1][columns]
    weight = -np.log(frequency)
    penalty = names.index("penalty")
    return {
        "role_shared": (here * there) @ weight,
        "role_apart": np.abs(here - there) @ weight,
        "penalty_apart": np.abs(here - there)[:, penalty],
        "penalty_both": (here * there)[:, penalty],
    }
