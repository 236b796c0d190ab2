"""Second-round evidence: what the first round thinks of a candidate's rivals, neighbours, parents and kin.

Evidence that leans on order (`ORDER`) is measured between versions only; between regions it is zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff.align.evidence import Evidence, Subject
from policydiff.align.lexical import masses
from policydiff.align.ranking import Rivals, rivals
from policydiff.model import Mode
from policydiff.similarity.vectors import likeness, paired, reweighed, sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

ORDER = ("next",)
"""More of it (neighbours two away or askew, the place that neighbours predict, relative position) was measured and lost
a point between versions: a hint, not a rule."""

POSSIBLE = 0.003
"""First-round probability below which the costlier evidence is not measured."""

KIN = 4
"""Sections of the same document most like a section, whose pairings speak for its own."""

LEAST_KINSHIP = 0.02
"""Cosine below which sections of one document are no kin."""


def context(subject: Subject, evidence: Evidence, chance: Floats, mode: Mode) -> dict[str, Floats]:
    """Second-round evidence from the first round's probabilities ``chance``."""
    rows, columns = evidence.rows, evidence.columns
    by_row, by_column = rivals(chance, rows), rivals(chance, columns)
    return {
        **_competition(chance, rows, columns, by_row, by_column),
        **_document_votes(subject, chance, rows, columns),
        **_group_votes(subject, chance, rows, columns),
        **_kin_votes(subject, chance, rows, columns),
        **_novelty(subject, chance, rows, columns, (by_row, by_column)),
        **_order(subject, chance, rows, columns, mode),
    }


def _competition(
    chance: Floats, rows: Integers, columns: Integers, by_row: Rivals, by_column: Rivals
) -> dict[str, Floats]:
    import numpy as np

    clipped = np.clip(chance, 1e-6, 1 - 1e-6)
    return {
        "chance": np.log(clipped / (1 - clipped)),
        "chance_rank_old": by_row.rank,
        "chance_rank_new": by_column.rank,
        "chance_lead_old": by_row.lead,
        "chance_lead_new": by_column.lead,
        "chance_lead_both": np.minimum(by_row.lead, by_column.lead),
        "rest_old": np.log1p(np.maximum(np.bincount(rows, chance)[rows] - chance, 0)),
        "rest_new": np.log1p(np.maximum(np.bincount(columns, chance)[columns] - chance, 0)),
    }


def _document_votes(subject: Subject, chance: Floats, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """The share of the other sections of either document that look paired: near zero between unrelated documents."""
    import numpy as np

    shares = []
    for places, size in ((rows, len(subject.old)), (columns, len(subject.new))):
        best = np.zeros(size)
        np.maximum.at(best, places, chance)
        shares.append((best.sum() - best[places]) / max(1, size - 1))
    return {"document_votes": np.minimum(*shares)}


def _group_votes(subject: Subject, chance: Floats, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """What the other sections of the two parents think: votes per section, and as a share of all their votes."""
    import numpy as np

    parents = np.asarray(subject.old.parents), np.asarray(subject.new.parents)
    here, there = parents[0][rows], parents[1][columns]
    code = here * len(subject.new.groups) + there
    votes = np.bincount(code, chance)[code] - chance
    sizes = np.bincount(parents[0])[here] * np.bincount(parents[1])[there]
    total = np.bincount(here, chance)[here] * np.bincount(there, chance)[there]
    return {"group_votes": votes / np.sqrt(sizes), "group_share": votes / (np.sqrt(total) + 0.5)}


def _kin_votes(subject: Subject, chance: Floats, rows: Integers, columns: Integers) -> dict[str, Floats]:
    """Whether sections like the one are paired with the other: Σ likeness × probability over its kin."""
    import numpy as np
    from scipy.sparse import csr_array

    seen = chance > POSSIBLE
    shape = (len(subject.old), len(subject.new))
    pairs = csr_array((chance[seen], (rows[seen], columns[seen])), shape=shape)
    kin = [_kin(subject.space.vectors(group, subject.weights)) for group in (0, 1)]
    out = {"kin_old": np.zeros(len(chance)), "kin_new": np.zeros(len(chance))}
    out["kin_old"][seen] = paired(kin[0], pairs.T.tocsr(), rows[seen], columns[seen])
    out["kin_new"][seen] = paired(pairs, kin[1], rows[seen], columns[seen])
    return out


def _kin(vectors: Any) -> Any:
    """Units × units, sparse: the cosines of each unit with its `KIN` likest others."""
    import numpy as np
    from scipy.sparse import coo_array

    table = likeness(vectors, vectors).tocoo()
    apart = (table.row != table.col) & (table.data >= LEAST_KINSHIP)
    row, column, value = table.row[apart], table.col[apart], table.data[apart]
    order = np.lexsort((-value, row))
    place = np.arange(len(order)) - np.searchsorted(row[order], row[order])
    kept = order[place < KIN]
    return coo_array((value[kept], (row[kept], column[kept])), shape=table.shape).tocsr()


def _novelty(
    subject: Subject, chance: Floats, rows: Integers, columns: Integers, found: tuple[Rivals, Rivals]
) -> dict[str, Floats]:
    """What a candidate shares beyond what the best rival shares too: a formula that the true counterpart also has
    is no reason for a second link, a passage that only this one has is."""
    import numpy as np

    names = ("novel", "novel_share")
    out = {f"{name}_{end}": np.zeros(len(chance)) for name in names for end in ("old", "new", "least")}
    seen = np.flatnonzero(chance > POSSIBLE)
    if not len(seen):
        return out
    mass = masses(subject)
    roots = [reweighed(m, np.sqrt(m.data)) for m in mass]
    marks = [reweighed(m, np.ones(len(m.data))) for m in mass]
    here, there = rows[seen], columns[seen]
    both = roots[0][here].multiply(roots[1][there]).tocsr()
    shared = sums(both)
    sides = (("old", marks[1], columns), ("new", marks[0], rows))
    for (side, mark, places), rival_of in zip(sides, found, strict=True):
        other = rival_of.other[seen]
        rival = np.maximum(other, 0)
        trust = np.where(other >= 0, np.minimum(1.0, 2 * chance[rival]), 0.0)
        novel = np.maximum(shared - sums(both.multiply(mark[places[rival]]).tocsr()) * trust, 0)
        total = sums(mass[0])[here] if side == "old" else sums(mass[1])[there]
        out[f"novel_{side}"][seen] = novel / np.maximum(total, 1e-9)
        out[f"novel_share_{side}"][seen] = novel / np.maximum(shared, 1e-9)
    for name in names:
        out[f"{name}_least"] = np.minimum(out[f"{name}_old"], out[f"{name}_new"])
    return out


def _order(subject: Subject, chance: Floats, rows: Integers, columns: Integers, mode: Mode) -> dict[str, Floats]:
    """Whether the section before is paired with the section before, and the section after with that after."""
    import numpy as np

    if mode is not Mode.VERSION:
        return {name: np.zeros(len(chance)) for name in ORDER}
    stride = len(subject.new) + 2
    codes = rows * stride + columns
    order = np.argsort(codes, kind="stable")

    def look(step: int) -> Floats:
        wanted = codes + step * (stride + 1)
        at = np.minimum(np.searchsorted(codes[order], wanted), len(codes) - 1)
        return np.asarray(np.where(codes[order][at] == wanted, chance[order[at]], 0.0))

    return {"next": look(-1) + look(1)}
