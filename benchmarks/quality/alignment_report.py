"""The alignment benchmark's figures as text and as a table to compare with the committed baseline."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.quality.alignment_fit import Example
from benchmarks.quality.baselines import BASELINES
from benchmarks.quality.scoring import Score, calibration_error, reliability, scored, total
from benchmarks.quality.versions import Version, labelled
from policydiff.align import align, rows
from policydiff.align.values import Preset
from policydiff.align.weights import KEPT_PROMISE, Bar
from policydiff.model import Mode

GROUPS = ("policy", "policy-own", "law-region", "law-version")
GIVEN = ("policy", "law-region", "law-version")
"""Groups of the given gold; policy-own was drawn by one reader for this benchmark and is never pooled with them."""

GRID = np.arange(0.02, 0.9, 0.02)
SLACK = 0.0005


Limits = Mapping[Preset, Bar]


class Report:
    """Lines to print and figures to keep."""

    def __init__(self, path: Path, *, unseen: bool = True) -> None:
        self.path = path
        self.by = (
            "by weights that did not see it"
            if unseen
            else "by the shipped weights, fitted on them too: a check, no score"
        )
        self.lines: list[str] = []
        self.figures: dict[str, float] = {}
        self.before: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def text(self) -> str:
        """All lines, with gains and losses against the committed figures at the end."""
        changes = [
            f"| {name} | {self.before[name]:.4f} | {value:.4f} | {value - self.before[name]:+.4f} |"
            for name, value in self.figures.items()
            if name in self.before and abs(value - self.before[name]) > SLACK
        ]
        tail = ["", "## Against the baseline", "", "| figure | before | now | change |", "|---|---|---|---|", *changes]
        return "\n".join(
            self.lines + (tail if changes else ["", "No figure differs from the baseline."] if self.before else [])
        )

    def write(self) -> None:
        """Keep figures and text beside each other."""
        self.path.write_text(json.dumps(self.figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self.path.with_suffix(".md").write_text("\n".join(self.lines).strip() + "\n", encoding="utf-8")

    def heading(self, title: str, *columns: str) -> None:
        """A section with a table."""
        self.lines += ["", f"## {title}", "", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]

    def row(self, *cells: object) -> None:
        """A table row; floats get three digits."""
        self.lines.append("| " + " | ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cells) + " |")

    def full_lists(
        self, examples: Sequence[Example], chances: Sequence[Any], clear: Sequence[Any], limits: Sequence[Limits]
    ) -> None:
        """Complete link lists: per pair, per group, presets, kinds, calibration. ``limits`` are each pair's own."""
        balanced = [limit[Preset.BALANCED].least for limit in limits]
        grades = [e.grades[e.counted] for e in examples]
        self.heading(
            f"Complete lists, each {self.by} (balanced)",
            "pair",
            "links",
            "precision",
            "analyst F1",
            "any-link F1",
        )
        scores = [scored(c >= t, g, missing(e)) for c, g, e, t in zip(chances, grades, examples, balanced, strict=True)]
        for e, s in zip(examples, scores, strict=True):
            self.row(e.case.name, s.all_links, s.precision, s.analyst, s.any_link)
        for group in GROUPS:
            mine = [(e, s) for e, s in zip(examples, scores, strict=True) if e.case.group == group]
            if not mine:
                continue
            pooled = total(s for _, s in mine)
            worst = min(mine, key=lambda x: x[1].analyst)[0].case.name
            self.row(
                f"**{group}** (worst: {worst})", pooled.all_links, pooled.precision, pooled.analyst, pooled.any_link
            )
            self.figures |= {f"{group} analyst": pooled.analyst, f"{group} any-link": pooled.any_link}
            self.figures[f"{group} analyst, mean of pairs"] = float(np.mean([s.analyst for _, s in mine]))
            self.figures[f"{group} any-link, mean of pairs"] = float(np.mean([s.any_link for _, s in mine]))
        self._presets(examples, chances, grades, limits)
        given = [n for n, e in enumerate(examples) if e.case.group in GIVEN]
        grades, chances = [grades[n] for n in given], [chances[n] for n in given]
        self._kinds(grades, chances, [clear[n] for n in given], [balanced[n] for n in given])
        self._calibration(chances, grades)

    def _presets(
        self, examples: Sequence[Example], chances: Sequence[Any], grades: Sequence[Any], limits: Sequence[Limits]
    ) -> None:
        self.heading(
            "Presets",
            "preset",
            "thresholds (from the other pairs)",
            *(f"precision {g}" for g in GROUPS),
            "precision all given",
            "analyst F1",
            "any-link F1",
        )
        for preset in Preset:
            used = [limit[preset].height(c, KEPT_PROMISE.get(preset)) for c, limit in zip(chances, limits, strict=True)]
            scores = [scored(c >= t, g, missing(e)) for c, g, e, t in zip(chances, grades, examples, used, strict=True)]
            cells: list[float | str] = []
            for groups in (*((g,) for g in GROUPS), GIVEN):
                mine = [x for x, e in zip(scores, examples, strict=True) if e.case.group in groups]
                cells.append(total(mine).precision if mine else "–")
            pooled = total(x for x, e in zip(scores, examples, strict=True) if e.case.group in GIVEN)
            self.row(preset.value, f"{min(used):.2f}–{max(used):.2f}", *cells, pooled.analyst, pooled.any_link)
            self.figures[f"precision {preset.value}"] = pooled.precision

    def _kinds(
        self, grades: Sequence[Any], chances: Sequence[Any], clear: Sequence[Any], limits: Sequence[float]
    ) -> None:
        grade, chance, kind = (np.concatenate(list(x)) for x in (grades, chances, clear))
        limit = np.concatenate([np.full(len(c), t) for c, t in zip(chances, limits, strict=True)])
        found = (chance >= limit) & (grade > 0)
        right = float(((kind >= 0.5) == (grade == 2))[found].mean())
        self.figures["kind right, of found links"] = right
        self.lines += ["", f"Kind (counterpart or partial) right in {right:.3f} of the links found."]

    def _calibration(self, chances: Sequence[Any], grades: Sequence[Any]) -> None:
        chance, right = np.concatenate(list(chances)), np.concatenate(list(grades)) > 0
        rows = reliability(chance, right)
        self.heading(f"Reliability, each pair {self.by}", "probability", "candidates", "mean", "share right")
        for low, high, count, mean, share in rows:
            self.row(f"{low:.2f}–{high:.2f}", count, mean, share)
        self.figures["calibration error"] = calibration_error(rows)
        self.lines += ["", f"Expected calibration error {self.figures['calibration error']:.4f}."]
        self.heading(
            "Risk and coverage", "least probability", "links asserted", "share wrong", "share of gold links found"
        )
        for limit in (0.2, 0.3, 0.45, 0.6, 0.8, 0.9, 0.95):
            asserted = chance >= limit
            self.row(
                limit,
                int(asserted.sum()),
                float(1 - right[asserted].mean()),
                float((asserted & right).sum() / right.sum()),
            )

    def baselines(self, examples: Sequence[Example]) -> None:
        """The four baselines at the best threshold for each group."""
        self.heading(
            "Baselines, each at its best threshold for the group",
            "baseline",
            *(f"{g} analyst / any-link" for g in GROUPS),
        )
        for name, propose in BASELINES.items():
            cells = []
            for group in GROUPS:
                mine = [(e, propose(e.subject)) for e in examples if e.case.group == group]
                if not mine:
                    cells.append("–")
                    continue
                runs = [total(_baseline_score(e, proposal, t) for e, proposal in mine) for t in GRID]
                cells.append(f"{max(r.analyst for r in runs):.3f} / {max(r.any_link for r in runs):.3f}")
                self.figures[f"baseline {name}, {group} analyst"] = max(r.analyst for r in runs)
            self.row(name, *cells)

    def versions(self, made: Sequence[Version]) -> None:
        """How well rows name what was done in generated versions."""
        self.heading(f"Generated versions ({len(made)})", "label", "true", "precision", "recall", "F1")
        counts = {name: [0, 0, 0] for name in ("moved", "split", "merged", "renumbered", "links")}
        for version in made:
            found = labelled(rows(version.old, version.new, align(version.old, version.new, mode=Mode.VERSION)))
            for name, count in counts.items():
                truth = getattr(version, name)
                count[0] += len(truth & found[name])
                count[1] += len(found[name])
                count[2] += len(truth)
        for name, (right, said, true) in counts.items():
            precision, recall = right / max(1, said), right / max(1, true)
            f1 = 2 * right / max(1, said + true)
            self.row("paired at all" if name == "links" else name, true, precision, recall, f1)
            self.figures[f"generated {name} F1"] = f1

    def spots(self, examples: Sequence[Example], chances: Sequence[Any], limit: float) -> None:
        """Certain and hard article pairs of versions."""
        found: dict[str, list[bool]] = {}
        for e, c in zip(examples, chances, strict=True):
            ids = e.subject.old.ids, e.subject.new.ids
            at = {
                (ids[0][a], ids[1][b]): n
                for n, (a, b) in enumerate(zip(e.evidence.rows, e.evidence.columns, strict=True))
            }
            for pair, kind in e.case.types.items():
                asserted = pair in at and bool(c[at[pair]] >= limit)
                name = kind if e.case.grades[pair] else f"look-alike: {kind}"
                found.setdefault(name, []).append(asserted if e.case.grades[pair] else not asserted)
        self.heading(
            "Certain and hard pairs of versions, by weights that saw neither document", "type", "pairs", "right"
        )
        for name, right in sorted(found.items()):
            self.row(name, len(right), float(np.mean(right)))
        aligned = [x for n, xs in found.items() if n != "certain" and not n.startswith("look-alike") for x in xs]
        alike = [x for n, xs in found.items() if n.startswith("look-alike") for x in xs]
        for name, xs in (
            ("certain recall", found.get("certain", [])),
            ("hard aligned found", aligned),
            ("look-alikes refused", alike),
        ):
            self.row(f"**{name}**", len(xs), float(np.mean(xs)))
            self.figures[name] = float(np.mean(xs))

    def decoys(self, examples: Sequence[Example], chances: Sequence[Any], limit: float) -> None:
        """Unrelated documents of one genre: the share of their sections that are paired all the same."""
        self.heading("Decoys: unrelated documents of one genre", "genre", "pairs", "share of sections paired", "worst")
        for group in dict.fromkeys(e.case.group for e in examples):
            shares = [
                (len(set(e.evidence.rows[c >= limit])) + len(set(e.evidence.columns[c >= limit])))
                / (len(e.subject.old) + len(e.subject.new))
                for e, c in zip(examples, chances, strict=True)
                if e.case.group == group
            ]
            self.row(group, len(shares), float(np.mean(shares)), float(max(shares)))
            self.figures[f"{group} paired"] = float(np.mean(shares))

    def _balanced(self, mode: Mode) -> float:
        from policydiff.align.weights import shipped

        return shipped().presets[mode][Preset.BALANCED].least

    def ablation_row(self, name: str, examples: Sequence[Example], unseen: Mapping[int, Any]) -> None:
        """One variant's figures at the balanced threshold."""
        if not self.lines:
            self.heading(
                "Variants, leaving pairs out (balanced)", "variant", *(f"{g} analyst / any-link" for g in GIVEN)
            )
        cells = []
        for group in GIVEN:
            mine = [n for n in unseen if examples[n].case.group == group]
            pooled = total(
                scored(
                    unseen[n][0][examples[n].counted] >= self._balanced(examples[n].case.mode),
                    examples[n].grades[examples[n].counted],
                    missing(examples[n]),
                )
                for n in mine
            )
            cells.append(f"{pooled.analyst:.3f} / {pooled.any_link:.3f}")
            self.figures |= {f"{name}, {group} analyst": pooled.analyst, f"{name}, {group} any-link": pooled.any_link}
        self.row(name, *cells)


def missing(example: Example) -> list[int]:
    """The grades of gold links that are no candidates."""
    ids = example.subject.old.ids, example.subject.new.ids
    there = {(ids[0][a], ids[1][b]) for a, b in zip(example.evidence.rows, example.evidence.columns, strict=True)}
    return [g for pair, g in example.case.grades.items() if g and pair not in there]


def _baseline_score(example: Example, proposal: Any, threshold: float) -> Score:
    rows, columns, score = proposal
    ids = example.subject.old.ids, example.subject.new.ids
    chosen = [(ids[0][a], ids[1][b]) for a, b, s in zip(rows, columns, score, strict=True) if s >= threshold]
    judged = example.case.judged(chosen)
    graded = [example.case.grades.get(p, 0) for p in judged]
    left = [g for p, g in example.case.grades.items() if p not in set(judged)]
    return scored(np.ones(len(graded), dtype=bool), np.asarray(graded, dtype=int), left)
