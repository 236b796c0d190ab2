"""Alignment against gold: ``python -m benchmarks.quality.alignment [run|fit|ablation|carry] --data DIR``.

``run`` scores weights that never saw the pair they are scored on (the seed alone without ``--data``), ``fit`` writes
the shipped weights, ``ablation`` leaves kinds of evidence out, ``carry`` leaves whole kinds of documents out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.quality import alignment_fit as fit
from benchmarks.quality import gold, relation_fit, versions
from benchmarks.quality.alignment_families import FAMILIES
from benchmarks.quality.alignment_report import Report
from policydiff.align import weights as shipping
from policydiff.align.values import Preset
from policydiff.align.weights import Linear, Weights

RESULTS = Path(__file__).parents[1] / "results"
WEIGHTS = Path(shipping.__file__).parent / shipping.FILE
HARD_FOLDS = 6
DECOYS, DECOY_SEED = 36, 77
MADE_FROM, MADE_SEED, SHARES = 20, 13, (0.05, 0.12)


def measured(data: Path | None) -> list[fit.Example]:
    """Every complete list, and the hard pairs of versions, with their evidence."""
    full = [fit.example(c) for c in gold.cases(data)]
    if data is None:
        return full
    return full + [e for e in (fit.spots_only(fit.example(c)) for c in gold.spot_cases(data)) if e.counted.any()]


def fitted_weights(examples: Sequence[fit.Example], relation: Linear) -> Weights:
    """The weights to ship: fitted on everything, calibrated on what each left-out fit said of its pair."""
    unseen = fit.left_out(examples, relation=None)
    chances = [c[examples[n].counted] for n, (c, _) in unseen.items()]
    grades = [examples[n].grades[examples[n].counted] for n in unseen]
    corners = fit.calibration(chances, grades)
    model = fit.fitted(examples)
    result = Weights(
        first=model.first, link=model.link, clear=model.clear, related=relation, calibration=corners,
        thresholds={}, precision={},
    )  # fmt: skip
    found = fit.thresholds([result.calibrated(c) for c in chances], grades)
    return replace(
        result, thresholds={p: t for p, (t, _) in found.items()}, precision={p: x for p, (_, x) in found.items()}
    )


def printed(weights: Weights, note: str) -> str:
    """The weights file: a line per kind of evidence, ``[mean, spread, weight]``."""

    def model(linear: Linear) -> dict[str, Any]:
        rows = zip(linear.names, linear.mean, linear.spread, linear.weight, strict=True)
        return {"bias": round(linear.bias, 4), "evidence": {n: [round(float(v), 5) for v in row] for n, *row in rows}}

    raw = {
        "note": note,
        "presets": {
            p.value: {"threshold": weights.thresholds[p], "precision": round(weights.precision[p], 3)} for p in Preset
        },
        "calibration": [list(corner) for corner in weights.calibration],
        **{name: model(getattr(weights, name)) for name in ("related", "first", "link", "clear")},
    }
    text = json.dumps(raw, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+([-\d.e]+),\s+([-\d.e]+)(?:,\s+([-\d.e]+))?\s+\]", _row, text) + "\n"


def _row(match: Any) -> str:
    return "[" + ", ".join(v for v in match.groups() if v is not None) + "]"


def run(data: Path | None, report: Report) -> None:
    """Every figure of the benchmark."""
    examples = measured(data)
    relation = relation_fit.fitted(data) if data is not None else shipping.shipped().related
    complete = [n for n, e in enumerate(examples) if e.case.only is None]
    if data is None:
        shipped = shipping.shipped()
        model = fit.Fitted(first=shipped.first, link=shipped.link, clear=shipped.clear, related=relation)
        unseen = {n: model.chances(examples[n]) for n in complete}
    else:
        unseen = fit.left_out(examples, relation=relation)
    cases = [examples[n] for n in complete]
    raw = [unseen[n][0][examples[n].counted] for n in complete]
    grades = [e.grades[e.counted] for e in cases]
    judged = [_judged(raw, grades, k, learn=data is not None) for k in range(len(cases))]
    clear = [unseen[n][1][examples[n].counted] for n in complete]
    report.full_lists(cases, [c for c, _ in judged], clear, [limits for _, limits in judged])
    report.baselines(cases)
    report.versions(_made(data))
    if data is not None:
        report.spots(*_spot_chances(data, examples, relation))
        report.decoys(*_decoy_shares(data, examples, relation))


def _judged(raw: Sequence[Any], grades: Sequence[Any], k: int, *, learn: bool) -> tuple[Any, Mapping[Preset, float]]:
    """Pair k's probabilities and presets, calibrated and set on the other pairs (or as shipped)."""
    shipped = shipping.shipped()
    if not learn:
        return shipped.calibrated(raw[k]), shipped.thresholds
    others = [n for n in range(len(raw)) if n != k]
    truth = [grades[n] for n in others]
    weights = replace(shipped, calibration=fit.calibration([raw[n] for n in others], truth))
    found = fit.thresholds([weights.calibrated(raw[n]) for n in others], truth)
    return weights.calibrated(raw[k]), {preset: limit for preset, (limit, _) in found.items()}


def _made(data: Path | None) -> list[versions.Version]:
    """Made versions of the seed's longer documents and, with data, of laws outside the complete lists."""
    from random import Random

    documents = [d for d in gold.seed_documents().values() if sum(1 for _ in d.walk()) > 20]
    foreign = [
        s.text for d in gold.seed_documents().values() if d not in documents for s in d.walk() if len(s.text) > 60
    ]
    if data is not None:
        laws = gold.laws(data)
        full = {d.id for c in laws.full for d in (c.old, c.new)}
        names = sorted({r[k] for r in laws.manifest["regions"] for k in "ab"} - full)
        chosen = Random(MADE_SEED).sample(names, MADE_FROM + 3)
        documents += [laws.document(n) for n in chosen[:MADE_FROM]]
        foreign += [s.text for n in chosen[MADE_FROM:] for s in laws.document(n).walk() if len(s.text) > 60]
    return [
        versions.made(d, MADE_SEED * n + k, foreign, share)
        for n, d in enumerate(documents)
        for k, share in enumerate(SHARES)
    ]


def _spot_chances(data: Path, examples: Sequence[fit.Example], relation: Linear) -> tuple[list[fit.Example], list[Any]]:
    """Every certain and hard pair of versions, judged by weights that saw neither of its documents."""
    shipped = shipping.shipped()
    spots = [fit.example(c) for c in gold.spot_cases(data)]
    out: list[Any] = [None] * len(spots)
    for fold in range(HARD_FOLDS):
        test = [n for n in range(len(spots)) if n % HARD_FOLDS == fold]
        seen = frozenset().union(*(spots[n].documents for n in test))
        model = fit.fitted([e for e in examples if not e.documents & seen], relation)
        for n in test:
            out[n] = shipped.calibrated(model.chances(spots[n])[0])
    return spots, out


def _decoy_shares(data: Path, examples: Sequence[fit.Example], relation: Linear) -> tuple[list[fit.Example], list[Any]]:
    from random import Random

    pages, random = gold.pages(data), Random(DECOY_SEED)
    cases = gold.decoy_cases(data, DECOYS, seed=DECOY_SEED)
    for _ in range(DECOYS // 3):
        left, right = random.sample(pages, 2)
        cases.append(gold.unlinked(left, right, "decoy-pages"))
    decoys = [fit.example(c) for c in cases]
    shipped = shipping.shipped()
    model = fit.fitted(examples, relation)
    return decoys, [shipped.calibrated(model.chances(e)[0]) for e in decoys]


def ablation(data: Path, report: Report) -> None:
    """The figures without one family of evidence at a time."""
    examples = measured(data)
    report.ablation_row("everything", examples, fit.left_out(examples))
    for name, family in FAMILIES.items():
        with fit.without(family):
            report.ablation_row(f"without {name}", examples, fit.left_out(examples))
    report.ablation_row("first round only", examples, fit.left_out_first(examples))


def carry(data: Path, report: Report) -> None:
    """How far weights carry: to documents unseen, and to whole kinds of documents unseen."""
    examples = measured(data)
    for by in ("pair", "documents", "group"):
        report.ablation_row(f"left out by {by}", examples, fit.left_out(examples, by=by))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", nargs="?", default="run", choices=("run", "fit", "ablation", "carry"))
    parser.add_argument("--data", type=Path, help="folder with laws/, reports/ and html/")
    parser.add_argument("--write", action="store_true", help="keep the figures as the baseline in benchmarks/results")
    options = parser.parse_args(arguments)
    if options.command != "run" and options.data is None:
        parser.error(f"{options.command} needs --data")
    if options.command == "fit":
        note = "Rewritten by: python -m benchmarks.quality.alignment fit --data DIR. evidence: [mean, spread, weight]"
        WEIGHTS.write_text(
            printed(fitted_weights(measured(options.data), relation_fit.fitted(options.data)), note), encoding="utf-8"
        )
        return
    commands: Mapping[str, Callable[[Any, Report], None]] = {"run": run, "ablation": ablation, "carry": carry}
    kind = "" if options.command == "run" else f"-{options.command}"
    seed = "" if options.data else "-seed"
    report = Report(RESULTS / f"alignment{kind}{seed}.json", unseen=options.data is not None)
    commands[options.command](options.data, report)
    print(report.text())
    if options.write:
        report.write()


if __name__ == "__main__":
    main()
