"""Damage clean text in the ways of the bundled compilation, and keep the truth.

    python -m benchmarks.quality.damage FILE --classes pages,gbk --seed 7 [-o OUT] [--truth OUT]

Each class is a pure, seeded function of the text at hand; they are applied in the order in which a document suffers
them: typeset and printed twice, paginated, converted, encoded, decoded wrongly, cut up by a site. The invariant:
the same text, classes and seed give the same damage, and every place of the damaged text can be traced back to the
clean one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.quality import damage_bytes, damage_layout
from benchmarks.quality.damage_bytes import Garbled
from policydiff.model import Change, OffsetMap, apply

LAYERS = {
    "spaced": damage_layout.spaced,
    "doubled": damage_layout.doubled,
    "flat": damage_layout.flat,
    "pages": damage_layout.pages,
    "traditional": damage_layout.traditional,
    "hints": damage_layout.hints,
    "brackets": damage_layout.brackets,
    "gbk": damage_bytes.gbk,
    "gbk-plain": damage_bytes.gbk_plain,
    "gbk-all": damage_bytes.gbk_all,
    "width": damage_layout.width,
    "reread": damage_bytes.reread,
    "chunks": damage_layout.chunks,
    "wrapper": damage_layout.wrapper,
}
"""Damage classes in the order they happen."""

SEED_LIKE = ("doubled", "flat", "pages", "traditional", "brackets", "gbk", "width", "chunks", "wrapper")
"""What the bundled compilation suffered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locus:
    """``[start, end)`` of the damaged text was made from ``truth``."""

    kind: str
    start: int
    end: int
    truth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A damaged ``text``, the ``truth`` a perfect repair would return (compare on `policydiff.keys.key`), the garbled
    places, and the map from the damaged text to the truth."""

    text: str
    truth: str
    loci: tuple[Locus, ...]
    origins: OffsetMap


def damage(text: str, classes: Iterable[str], seed: int = 0) -> Damaged:
    """Damage ``text`` by ``classes`` (names of `LAYERS`; ``seed-like`` for all of the compilation's).

    Raises KeyError for a class there is none of.
    """
    wanted = {name for given in classes for name in (SEED_LIKE if given == "seed-like" else (given,))}
    unknown = wanted - LAYERS.keys()
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    result = Damaged(text=text, truth=text, loci=(), origins=OffsetMap.identity(len(text)))
    for name, layer in LAYERS.items():
        if name in wanted:
            result = _carried(result, name, layer(result.text, Random(f"{seed}/{name}")))
    return result


def _carried(before: Damaged, name: str, done: list[Change] | Garbled) -> Damaged:
    changes, garbled = (done.changes, True) if isinstance(done, Garbled) else (done, False)
    changes = [change for change in changes if before.text[change.start : change.end] != change.after]
    text, step = apply(before.text, changes)
    at = _Shift(changes)
    loci = [replace(locus, start=at(locus.start), end=at(locus.end)) for locus in before.loci]
    if garbled:
        for start, end, after in changes:
            if not damage_bytes.is_garbled(before.text[start:end], after):
                continue
            here = at(start)
            first, last = before.origins.span(start, end)
            loci.append(Locus(kind=name, start=here, end=here + len(after), truth=before.truth[first:last]))
    return Damaged(text=text, truth=before.truth, loci=tuple(loci), origins=step.after(before.origins))


class _Shift:
    """Where a place is after some changes (those at the place itself stay behind it)."""

    def __init__(self, changes: list[Change]) -> None:
        self._ends = [change.end for change in changes]
        self._starts = [change.start for change in changes]
        shift, self._shifts = 0, [0]
        for change in changes:
            shift += len(change.after) - (change.end - change.start)
            self._shifts.append(shift)

    def __call__(self, place: int) -> int:
        from bisect import bisect_left

        index = bisect_left(self._starts, place)
        if index and place < self._ends[index - 1]:
            return self._starts[index - 1] + self._shifts[index - 1]
        return place + self._shifts[index]


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--classes", default="seed-like", help="comma-separated: seed-like, " + ", ".join(LAYERS))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--truth", type=Path, help="write the clean text here")
    arguments = parser.parse_args()
    clean = damage_layout.running(arguments.file.read_text(encoding="utf-8"))
    result = damage(clean, arguments.classes.split(","), arguments.seed)
    if arguments.truth:
        arguments.truth.write_text(result.truth, encoding="utf-8")
    if arguments.output:
        arguments.output.write_text(result.text, encoding="utf-8")
    else:
        sys.stdout.write(result.text)


if __name__ == "__main__":
    main()
