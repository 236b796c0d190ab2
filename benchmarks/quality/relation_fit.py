"""Fit what tells related documents from unrelated ones: pairs on one subject against pairs on two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.quality import gold
from policydiff.align.engine import sides
from policydiff.align.evidence import Evidence, Subject
from policydiff.align.relation import relation
from policydiff.align.weights import Linear
from policydiff.model import Document, Mode

UNRELATED = 240
POLICY_WEIGHT = 30.0
"""Policy texts of one subject are few in the sample and least alike: each counts for so many."""

PRIOR_ODDS = 2.5
"""A reader who compares two documents has a reason to: the odds for being related are raised by so much."""

Row = tuple[Document, Document, Mode, bool, float]


def fitted(data: Path, seed: int = 3) -> Linear:
    """Weights from the manifest's pairs (related) and shuffled ones (unrelated)."""
    from sklearn.linear_model import LogisticRegression

    rows = list(_rows(data, seed))
    found: list[Evidence] = [relation(Subject(*sides(old, new, mode))) for old, new, mode, _, _ in rows]
    names = tuple(found[0].values)
    table = np.vstack([e.matrix(names) for e in found])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    truth, weight = [r[3] for r in rows], [r[4] for r in rows]
    model = LogisticRegression(C=10.0, max_iter=3000).fit((table - mean) / spread, truth, sample_weight=weight)
    bias = float(model.intercept_[0] + np.log(PRIOR_ODDS))
    return Linear(names=names, mean=tuple(mean), spread=tuple(spread), weight=tuple(model.coef_[0]), bias=bias)


def _rows(data: Path, seed: int) -> Iterator[Row]:
    laws = gold.laws(data)
    cache: dict[str, Document] = {}

    def law(name: str) -> Document:
        return cache.setdefault(name, laws.document(name))

    random = Random(seed)
    regions, versions = laws.manifest["regions"], laws.manifest["versions"]
    for r in regions:
        yield law(r["a"]), law(r["b"]), Mode.REGION, True, 1.0
    for v in versions:
        yield law(v["old"]), law(v["new"]), Mode.VERSION, True, 0.3
    report = gold.report_case(data)
    for case in [*gold.seed_cases(), report]:
        yield case.old, case.new, Mode.REGION, True, POLICY_WEIGHT
    for _ in range(UNRELATED):
        one, two = random.sample(regions, 2)
        if not gold.akin(one["subject"], two["subject"]):
            yield law(one["a"]), law(two["b"]), Mode.REGION, False, 1.0
    for document in gold.seed_documents().values():
        yield document, report.new, Mode.REGION, False, 1.0
        yield document, law(random.choice(regions)["a"]), Mode.REGION, False, 1.0
    pages = gold.pages(data)
    for _ in range(40):
        left, right = random.sample(pages, 2)
        yield left, right, Mode.REGION, False, 1.0
