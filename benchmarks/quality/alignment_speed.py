"""How long two documents take, by length: aligned alone, and through the whole of `policydiff.compare`, edits and all.

``python -m benchmarks.quality.alignment_speed FILE… [--write]``: the files' articles, strung together to each length,
against a version made of them by `versions.made` (3 % of the sections undergo each operation), a heavily rewritten
version (25 %), and against as many articles of other files.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from math import log
from pathlib import Path

from benchmarks.quality import gold, versions
from policydiff.align import align, rows
from policydiff.compare import compare
from policydiff.model import Document, Mode, Section

NEAR, FAR = 0.03, 0.25
"""Share of the sections that undergo each operation."""

DESIGNED_FOR = 80_000
"""Characters a side."""

LENGTHS = (20_000, 40_000, 80_000, 160_000, 320_000)
RESULT = Path(__file__).parents[1] / "results" / "alignment-speed.md"


def strung(sections: Sequence[Section], characters: int) -> Document:
    """A document of about ``characters``, in chapters of forty articles."""
    chosen: list[Section] = []
    length = 0
    for section in sections:
        if length >= characters:
            break
        chosen.append(section)
        length += len(section.text)
    chapters = [gold.section(f"第{n}章", "", "", chosen[n : n + 40]) for n in range(0, len(chosen), 40)]
    return gold.document("long", "长文", chapters)


def measured(old: Document, new: Document, mode: Mode) -> tuple[float, float]:
    """Seconds of alignment and of the whole comparison."""
    start = time.perf_counter()
    rows(old, new, align(old, new, mode=mode))
    between = time.perf_counter()
    compare(old, new, mode=mode)
    return between - start, time.perf_counter() - between


def row(name: str, old: Document, aligned: float, compared: float, unit: str) -> str:
    """A row of the table."""
    size, memory = sum(len(s.text) for s in old.walk()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sections = sum(1 for s in old.walk() if s.text)
    return f"| {name} | {size:,} | {sections} | {aligned:.2f} | {compared:.2f} | {unit} | {memory:.0f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    sections = [s for f in options.files for s in gold.law(f).walk() if s.text and s.label.endswith("条")]
    lines = [
        "| documents | characters a side | sections | aligned, s | compared, s | compared / (n log n), first = 1 |"
        " peak memory, MB |",
        "|---|---|---|---|---|---|---|",
    ]
    first = 0.0
    warm = strung(sections, 5_000)
    compare(warm, versions.made(warm, 1).new, mode=Mode.VERSION)
    for length in LENGTHS:
        old = strung(sections, length)
        size = sum(len(s.text) for s in old.walk())
        if size < 0.9 * length:
            break
        made = versions.made(old, 1, share=NEAR)
        times = measured(made.old, made.new, Mode.VERSION)
        unit = times[1] / (size * log(size))
        first = first or unit
        lines.append(row("near-identical versions", old, *times, f"{unit / first:.2f}"))
    old = strung(sections, DESIGNED_FOR)
    made = versions.made(old, 1, share=FAR)
    lines.append(row("heavily rewritten versions", old, *measured(made.old, made.new, Mode.VERSION), ""))
    other = strung(sections[len(sections) // 2 :], DESIGNED_FOR)
    lines.append(row("unlike documents", old, *measured(old, other, Mode.REGION), ""))
    print("\n".join(lines))
    if options.write:
        RESULT.write_text(
            "# Time and memory of alignment and comparison, warm\n\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
