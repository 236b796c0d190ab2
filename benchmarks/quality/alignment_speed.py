"""How long and in how much memory two near-identical versions are aligned, by length.

``python -m benchmarks.quality.alignment_speed FILE… [--write]``: the files' articles, strung together to each length,
against a version made of them by `versions.made`.
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
from policydiff.model import Document, Mode, Section

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


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    sections = [s for f in options.files for s in gold.law(f).walk() if s.text and s.label.endswith("条")]
    lines = [
        "| characters a side | sections | seconds, warm | seconds / (n log n), first = 1 | peak memory, MB |",
        "|---|---|---|---|---|",
    ]
    first = 0.0
    warm = strung(sections, 5_000)
    align(warm, warm, mode=Mode.VERSION)
    for length in LENGTHS:
        old = strung(sections, length)
        made = versions.made(old, 1, share=0.03)
        size = sum(len(s.text) for s in old.walk())
        if size < 0.9 * length:
            break
        start = time.perf_counter()
        rows(made.old, made.new, align(made.old, made.new, mode=Mode.VERSION))
        seconds = time.perf_counter() - start
        unit = seconds / (size * log(size))
        first = first or unit
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines.append(f"| {size:,} | {sum(1 for _ in old.walk())} | {seconds:.2f} | {unit / first:.2f} | {memory:.0f} |")
    print("\n".join(lines))
    if options.write:
        RESULT.write_text(
            "# Time and memory of aligning near-identical versions\n\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
