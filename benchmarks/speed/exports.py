"""How long each format takes to write a comparison of two versions with 300 articles, and the memory it needs.

    python -m benchmarks.speed.exports [FILE]    prints the table and writes benchmarks/results/speed-exports.md

The old version is made of the bundled policies' sentences (or of those in FILE), the new one by the known operations
of `benchmarks.quality.versions`. Each format runs in processes of its own, which begin with the comparison loaded;
what a process needed before is given beside its peak. Every registered format takes part.
"""

from __future__ import annotations

import os
import pickle
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

RESULT = Path(__file__).parents[1] / "results" / "speed-exports.md"

ARTICLES, CHAPTERS = 300, 10

SENTENCES = 2
"""An article has one or two."""

SEED = 5

RUNS = 5


def documents(path: Path | None) -> Iterator[str]:
    """Sentences to make articles of."""
    import policydiff
    from policydiff.library import open_library

    if path is None:
        with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
            found = [library.document(entry) for entry in library]
    else:
        found = list(policydiff.parse(policydiff.read(path)).documents)
    for document in found:
        for section in document.walk():
            yield from (sentence.strip() + "。" for sentence in section.text.split("。") if len(sentence.strip()) > 9)


def comparison(path: Path | None) -> object:
    """The comparison that is written."""
    from random import Random

    from benchmarks.quality.versions import made

    from policydiff.compare import compare
    from policydiff.model import Document, Origin, Section, Span
    from policydiff.outline.numerals import numeral

    random, sentences = Random(SEED), cycle(list(documents(path)))
    nowhere = Span(start=0, end=0)

    def article(number: int) -> Section:
        text = "".join(islice(sentences, random.randint(1, SENTENCES)))
        label = f"第{numeral(number + 1)}条"
        return Section(id=f"{number // size + 1}.{number % size + 1}", label=label, heading="", text=text, span=nowhere)

    size = ARTICLES // CHAPTERS
    chapters = tuple(
        Section(
            id=str(place + 1),
            label=f"第{numeral(place + 1)}章",
            heading=f"第{place + 1}部分",
            text="",
            span=nowhere,
            children=tuple(map(article, range(place * size, (place + 1) * size))),
        )
        for place in range(CHAPTERS)
    )
    origin = Origin(name="made", sha256="0" * 64, media_type="text/plain", encoding="utf-8")
    old = Document(
        id="made-old", title="城市治理条例", span=nowhere, origin=origin, date="2021-03-05", sections=chapters
    )
    foreign = [next(sentences) for _article in range(ARTICLES // 10)]
    version = made(old, SEED, foreign)
    return compare(version.old, version.new, mode="version")


def measured(source: Path, name: str) -> tuple[float, float, float, int]:
    """Seconds, peak and earlier memory in MB, bytes: the medians of `RUNS` processes."""
    runs = []
    for _run in range(RUNS):
        command = [sys.executable, "-m", "benchmarks.speed.exports", "--write", str(source), name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        runs.append(tuple(map(float, done.stdout.split())))
    seconds, peak, before, size = (statistics.median(values) for values in zip(*runs, strict=True))
    return seconds, peak, before, int(size)


def write(source: Path, name: str) -> str:
    """What one process measured: importing what the format needs is part of its time."""
    from policydiff.export.registry import format_named
    from policydiff.model import Comparison

    value = pickle.loads(source.read_bytes())
    before = peak_memory()
    start = time.perf_counter()
    data = format_named(Comparison, name).made(value, {})
    taken = time.perf_counter() - start
    return f"{taken} {peak_memory()} {before} {len(data)}"


def peak_memory() -> float:
    """MB this process has held at most. Linux: what getrusage tells there includes the parent's before exec."""
    (line,) = (line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def table(path: Path | None) -> str:
    """The result as Markdown."""
    from policydiff.export.registry import formats_for
    from policydiff.model import Comparison

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "comparison.pickle"
        value = comparison(path)
        assert isinstance(value, Comparison)
        source.write_bytes(pickle.dumps(value))
        rows = []
        for found in formats_for(Comparison):
            seconds, peak, before, size = measured(source, found.name)
            rows.append(f"| {found.name} | {seconds:.2f} | {peak:.0f} | {before:.0f} | {size / 1024:,.0f} |")
    characters = sum(len(section.text) for side in (value.old, value.new) for section in side.walk())
    return "\n".join(
        [
            "# Speed of exports",
            "",
            f"`python -m benchmarks.speed.exports`: a version pair of {ARTICLES} articles, {len(value.pairs)} rows, "
            f"{characters:,} characters on both sides; medians of {RUNS} processes, imports included, "
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}.",
            "",
            "| format | seconds | peak memory, MB | before it, MB | file, KiB |",
            "|---|---:|---:|---:|---:|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure, print, write; or, as a child, write one format."""
    if sys.argv[1:2] == ["--write"]:
        print(write(Path(sys.argv[2]), sys.argv[3]))
        return
    text = table(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(text)
    RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
