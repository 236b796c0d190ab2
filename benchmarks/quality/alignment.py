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
from policydiff.align.relation import related
from policydiff.align.values import Preset
from policydiff.align.weights import Linear, Weights
from policydiff.model import Mode

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
    unseen = fit.left_out(examples)
    cases = [examples[n] for n in unseen]
    model = fit.fitted(examples)
    result = Weights(
        first=model.first, link=model.link, clear=model.clear, related=relation, calibration=(), presets={}
    )
    return _set(result, cases, [chance for chance, _ in unseen.values()])


def _set(weights: Weights, cases: Sequence[fit.Example], raw: Sequence[Any]) -> Weights:
    """``weights``, calibrated and with presets set by what left-out fits said (``raw``) of the cases' candidates."""
    chances = [chance[e.counted] for chance, e in zip(raw, cases, strict=True)]
    grades = [e.grades[e.counted] for e in cases]
    calibrated = replace(weights, calibration=fit.calibration(chances, grades))
    judged = [
        (calibrated.calibrated(chance) * related(e.subject, e.evidence, weights.related))[e.counted]
        for chance, e in zip(raw, cases, strict=True)
    ]
    return replace(calibrated, presets=fit.presets([e.case.mode for e in cases], judged, grades))


def printed(weights: Weights, note: str) -> str:
    """The weights file: a line per kind of evidence, ``[mean, spread, weight]``."""

    def model(linear: Linear) -> dict[str, Any]:
        rows = zip(linear.names, linear.mean, linear.spread, linear.weight, strict=True)
        return {"bias": round(linear.bias, 4), "evidence": {n: [round(float(v), 5) for v in row] for n, *row in rows}}

    raw = {
        "note": note,
        "presets": {
            mode.value: {
                p.value: {"threshold": bar.least, "precision": round(bar.precision, 3)} for p, bar in bars.items()
            }
            for mode, bars in weights.presets.items()
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
    own = [fit.example(c) for c in gold.own_cases()]
    shipped = shipping.shipped()
    relation = shipped.related if data is None else relation_fit.fitted(data)
    cases = [e for e in examples if e.case.only is None]
    model = fit.Fitted(first=shipped.first, link=shipped.link, clear=shipped.clear, related=relation)
    weights = replace(shipped, related=relation)
    if data is None:
        unseen = [model.chances(e) for e in cases]
        judges = [weights for _ in cases]
    else:
        model = fit.fitted(examples, relation)
        unseen = list(fit.left_out(examples).values())
        judges = [_without(k, weights, cases, [chance for chance, _ in unseen]) for k in range(len(cases))]
        weights = _set(weights, cases, [chance for chance, _ in unseen])
    unseen, judges = unseen + [model.chances(e) for e in own], judges + [weights for _ in own]
    report.full_lists(
        cases + own,
        [
            (judge.calibrated(chance) * related(e.subject, e.evidence, relation))[e.counted]
            for (chance, _), judge, e in zip(unseen, judges, cases + own, strict=True)
        ],
        [clear[e.counted] for (_, clear), e in zip(unseen, cases + own, strict=True)],
        [judge.presets[e.case.mode] for judge, e in zip(judges, cases + own, strict=True)],
    )
    report.baselines(cases + own)
    report.versions(_made(data))
    if data is not None:
        bars = {mode: bars[Preset.BALANCED].least for mode, bars in weights.presets.items()}
        report.spots(*_spot_chances(data, examples, weights), bars[Mode.VERSION])
        decoys = [fit.example(c) for c in gold.decoy_cases(data, DECOYS, seed=DECOY_SEED)]
        report.decoys(decoys, [model.judged(e, weights) for e in decoys], bars[Mode.REGION])


def _without(k: int, weights: Weights, cases: Sequence[fit.Example], raw: Sequence[Any]) -> Weights:
    """``weights`` with calibration and presets from all cases but the k-th."""
    others = [n for n in range(len(cases)) if n != k]
    return _set(weights, [cases[n] for n in others], [raw[n] for n in others])


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


def _spot_chances(data: Path, examples: Sequence[fit.Example], weights: Weights) -> tuple[list[fit.Example], list[Any]]:
    """Every certain and hard pair of versions, judged by weights that saw neither of its documents."""
    spots = [fit.example(c) for c in gold.spot_cases(data)]
    out: list[Any] = [None] * len(spots)
    for fold in range(HARD_FOLDS):
        test = [n for n in range(len(spots)) if n % HARD_FOLDS == fold]
        seen = frozenset().union(*(spots[n].documents for n in test))
        model = fit.fitted([e for e in examples if not e.documents & seen], weights.related)
        for n in test:
            out[n] = model.judged(spots[n], weights)
    return spots, out


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
