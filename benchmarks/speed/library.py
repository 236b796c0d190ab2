"""How fast a library is filled, indexed and searched.

    python -m benchmarks.speed.library [TEXTS] [--count 20000]

TEXTS is a folder of texts to import (default: the bundled sources' documents, copied with other words until there are
2,000). Searching and indexing are measured on ``count`` generated documents. Prints the table and writes
benchmarks/results/speed-library.md. The peer of the import is ``cp -r`` of the same files in the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from policydiff.library import Filters, markdown, open_library
from policydiff.model import Document, Section

RESULT = Path(__file__).parents[1] / "results" / "speed-library.md"
IMPORTED = 2_000
SEARCHES = ("数据", "网", "智慧城市", "一网统管", "大数据中心", "从来没有这个词")
WORDS = [
    "水库",
    "湿地",
    "公路",
    "铁路",
    "教育",
    "医疗",
    "养老",
    "住房",
    "粮食",
    "种子",
    "森林",
    "草原",
    "海洋",
    "渔业",
    "电力",
    "煤炭",
    "港口",
    "机场",
    "物流",
    "金融",
    "税务",
    "审计",
]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        rows = [*importing(options.texts, Path(place)), *searching(options.count, Path(place))]
    lines = [
        "# Speed of the library",
        "",
        f"`python -m benchmarks.speed.library --count {options.count}`"
        f"{' with a folder of texts' if options.texts else ''}: {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f} at the end; wall time, processor time in parentheses.",
        "",
        "| what | measured |",
        "|---|---:|",
        *(f"| {name} | {value} |" for name, value in rows),
        "",
    ]
    print("\n".join(lines))
    RESULT.write_text("\n".join(lines), encoding="utf-8")


def importing(texts: Path | None, place: Path) -> Iterator[tuple[str, str]]:
    """Import as a user does, into an empty library, then the same again."""
    folder = place / "texts"
    folder.mkdir()
    names = sorted(p for p in texts.rglob("*") if p.suffix in {".txt", ".md"}) if texts else []
    sources = [p.read_text(encoding="utf-8") for p in names] or [_plain(document) for document in _bundled()]
    for number in range(IMPORTED):
        text = sources[number % len(sources)]
        (folder / f"{number:05}.txt").write_text(text if number < len(sources) else _varied(text, number), "utf-8")
    library = place / "imported"
    start = time.perf_counter()
    shutil.copytree(folder, place / "peer")
    peer = time.perf_counter() - start
    for name in ("import", "import of the same again"):
        wall, used, memory = _run("--library", str(library), "import", str(folder))
        rate = f"{IMPORTED / wall:.0f} documents/s, {wall:.0f} s ({used:.0f} s), largest process {memory:.0f} MB"
        yield f"{name}: {IMPORTED:,} files", rate
    yield "copying the same files (peer)", f"{peer:.1f} s"


def searching(count: int, place: Path) -> Iterator[tuple[str, str]]:
    """Index and search ``count`` documents."""
    library = place / "large"
    library.mkdir()
    bundled = list(_bundled())
    for number in range(count):
        document = _other(bundled[number % len(bundled)], number)
        (library / f"{document.id}.md").write_text(markdown.dump(document), encoding="utf-8")
    wall, used, memory = _run("--library", str(library), "list", "--search", "水库", "--format", "csv")
    yield f"index of {count:,} documents made from their files", f"{wall:.0f} s ({used:.0f} s), {memory:.0f} MB"
    with open_library(library) as opened:
        opened.refresh()
        for words in SEARCHES:
            taken = []
            for _round in range(5):
                start = time.perf_counter()
                found = opened.entries(Filters(words=(words,)))
                taken.append(time.perf_counter() - start)
            yield f"search for {words} ({len(found):,} found)", f"{1000 * statistics.median(taken):.0f} ms"
    wall, used, memory = _run("--library", str(library), "list", "--search", "一网统管", "--format", "csv")
    yield "`policydiff list --search 一网统管`, whole process", f"{1000 * wall:.0f} ms ({1000 * used:.0f} ms)"
    yield "its memory", f"{memory:.0f} MB"


def _run(*arguments: str) -> tuple[float, float, float]:
    """Wall seconds, processor seconds with children, and the largest process in MB of a run of the program."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with contextlib.suppress(subprocess.CalledProcessError):
        subprocess.run([sys.executable, "-m", "policydiff", *arguments], capture_output=True, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, after.ru_maxrss / 1024


def _bundled() -> Iterator[Document]:
    with open_library(Path(tempfile.gettempdir()) / "policydiff-no-library") as library:
        for entry in library.entries():
            yield library.document(entry)


def _plain(document: Document) -> str:
    parts = [document.title]
    for section in document.walk():
        parts += [f"{section.label}{section.heading}", section.text]
    return "\n".join(part for part in parts if part)


def _varied(text: str, number: int) -> str:
    """Another document: some words are others, and the title has a number."""
    chosen = random.Random(number).sample(WORDS, 4)
    for old, new in zip(("智慧", "数据", "城市", "管理"), chosen, strict=True):
        text = text.replace(old, new)
    return f"{text.rstrip()}\n本文为第{number}号文本。\n"


def _other(document: Document, number: int) -> Document:
    def changed(section: Section) -> Section:
        children = tuple(map(changed, section.children))
        return replace(section, text=_varied(section.text, number).rstrip(), children=children)

    return replace(
        document,
        id=f"d{number}",
        title=f"{document.title}之{number}",
        doc_number=f"测发〔2021〕{number}号",
        sections=tuple(map(changed, document.sections)),
    )


if __name__ == "__main__":
    main()
