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

UNRELATED = 160
"""Pairs of laws on different subjects."""

VERSION_WEIGHT, POLICY_WEIGHT = 0.3, 4.0
"""Versions are easily told; policy texts of one subject are few in the sample and least alike."""

PRIOR_ODDS = 5.0
"""A reader who compares two documents has a reason to: the odds for being related are raised by so much."""

STRENGTH = 1.0
"""Inverse L2 penalty on standardised evidence."""

Row = tuple[Document, Document, Mode, bool, float]


def fitted(data: Path, seed: int = 3) -> Linear:
    """Weights from pairs on one subject and shuffled ones. The decoys of the benchmark take no part."""
    from sklearn.linear_model import LogisticRegression

    rows = list(_rows(data, seed))
    found: list[Evidence] = [relation(Subject(*sides(old, new, mode))) for old, new, mode, _, _ in rows]
    names = tuple(found[0].values)
    table = np.vstack([e.matrix(names) for e in found])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    truth, weight = [r[3] for r in rows], [r[4] for r in rows]
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit((table - mean) / spread, truth, sample_weight=weight)
    bias = float(model.intercept_[0] + np.log(PRIOR_ODDS))
    return Linear(names=names, mean=tuple(mean), spread=tuple(spread), weight=tuple(model.coef_[0]), bias=bias)


def _rows(data: Path, seed: int) -> Iterator[Row]:
    laws = gold.laws(data)
    cache: dict[str, Document] = {}

    def law(name: str) -> Document:
        return cache.setdefault(name, laws.document(name))

    random = Random(seed)
    for r in laws.manifest["regions"]:
        yield law(r["a"]), law(r["b"]), Mode.REGION, True, 1.0
    for v in laws.manifest["versions"]:
        yield law(v["old"]), law(v["new"]), Mode.VERSION, True, VERSION_WEIGHT
    report = gold.report_case(data)
    for case in [*gold.seed_cases(), *gold.own_cases(), report]:
        yield case.old, case.new, Mode.REGION, True, POLICY_WEIGHT
    regions = gold.decoy_laws(data, 0)
    for _ in range(UNRELATED):
        one, two = random.sample(regions, 2)
        if not gold.akin(one["subject"], two["subject"]):
            yield law(one["a"]), law(two["b"]), Mode.REGION, False, 1.0
    pages = list(dict.fromkeys(page for pair in gold.decoy_pages(data, 0) for page in pair))
    for left, right in gold.decoy_pages(data, 0):
        yield left, right, Mode.REGION, False, 1.0
    for document in gold.seed_documents().values():
        yield document, report.new, Mode.REGION, False, 1.0
        yield from ((document, page, Mode.REGION, False, 1.0) for page in pages)
