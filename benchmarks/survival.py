"""Imports killed (SIGKILL) at random moments: is the library always as before or as after each document?

    python -m benchmarks.survival [--times N] [--seed S]    writes benchmarks/results/survival.md

A folder of plans is imported again and again into one library, read now with repairs and now without, so that every
import renews every document. Each import but the last is killed, with all its processes: one time in four at a moment
drawn evenly from its whole duration, else at one drawn from the time between its first write and its last. After each
kill every file must be, byte for byte, what it was before or what an import that nobody kills makes of it, none may be
gone, and `policydiff list` must list them all. Every tenth time the library starts empty.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

RESULT = Path(__file__).parent / "results" / "survival.md"
PROGRAM = (sys.executable, "-m", "policydiff")
READINGS: Sequence[Sequence[str]] = ((), ("--no-repair", "page_number"))
"""Options that make different documents of the same files."""
FILES, FRESH_EVERY = 36, 10
SECTIONS = "一二三四五六七八"


def text(number: int) -> str:
    """A plan with a page number behind each section."""
    sections = (
        f"{label}、第{label}项任务\n推进第{number}市数字化转型，到{2024 + page}年数据共享率达到80%以上。\n— {page} —\n"
        for page, label in enumerate(SECTIONS, 1)
    )
    return f"第{number}市智慧城市建设规划\n{''.join(sections)}"


@dataclass(slots=True)
class Tally:
    """How many kills hit when, and what was found broken."""

    before: int = 0
    amid: int = 0
    after: int = 0
    broken: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """All of them."""
        return self.before + self.amid + self.after


def survival(times: int, seed: int, folder: Path, files: int = FILES) -> Tally:
    """Kill ``times`` imports of ``files`` files; everything happens in ``folder``."""
    sources = folder / "sources"
    sources.mkdir()
    for n in range(files):
        (sources / f"规划{n:02}.txt").write_text(text(n + 1), encoding="utf-8")
    whole: list[Mapping[str, str]] = []
    seconds = writing = 0.0
    for number, options in enumerate(READINGS):
        start = time.perf_counter()
        started(folder / f"whole{number}", sources, options).wait()
        seconds = max(seconds, time.perf_counter() - start)
        stamps = [path.stat().st_mtime for path in (folder / f"whole{number}").glob("*.md")]
        writing = max(writing, 1.2 * (max(stamps) - min(stamps)))
        whole.append(texts(folder / f"whole{number}"))
    generator = random.Random(seed)
    tally = Tally()
    library = folder / "library"
    for attempt in range(times):
        if attempt % FRESH_EVERY == 0:
            shutil.rmtree(library, ignore_errors=True)
        reading = attempt % len(READINGS)
        before = texts(library)
        process = started(library, sources, READINGS[reading])
        if attempt % 4 == 3:
            time.sleep(generator.uniform(0.0, 1.0) * seconds)
        else:
            await_writing(process, library)
            time.sleep(generator.uniform(0.0, 1.0) * writing)
        ended = process.poll() is not None
        if not ended:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        now = texts(library)
        tally.broken += [f"kill {attempt + 1}: {said}" for said in faults(before, now, whole[reading])]
        tally.broken += [f"kill {attempt + 1}: {said}" for said in listing(library, set(now))]
        tally.before += not ended and now == before
        tally.after += ended or now == whole[reading] != before
        tally.amid += not ended and now != before and now != whole[reading]
    started(library, sources, READINGS[0]).wait()
    if texts(library) != whole[0]:
        tally.broken.append("an import that nobody kills does not make the library whole")
    return tally


def started(library: Path, sources: Path, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """An import, in a process group of its own."""
    command = (*PROGRAM, "--library", str(library), "import", *options, str(sources))
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def await_writing(process: subprocess.Popen[bytes], library: Path) -> None:
    """Wait until the first file of ``library`` changes, or ``process`` ends."""
    before = changed(library)
    while process.poll() is None and changed(library) == before:
        time.sleep(0.0005)


def changed(library: Path) -> int:
    """When a file was last written into the folder; 0 where there is none."""
    return library.stat().st_mtime_ns if any(library.glob("*.md")) else 0


def texts(library: Path) -> dict[str, str]:
    """The library's files."""
    return {path.name: path.read_text(encoding="utf-8") for path in library.glob("*.md")}


def faults(before: Mapping[str, str], now: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Files that are neither as before nor as after, and those that are gone."""
    gone = [f"{name} is gone" for name in before.keys() - now.keys()]
    return gone + [
        f"{name} is neither" for name, text in now.items() if text not in (before.get(name), after.get(name))
    ]


def listing(library: Path, names: set[str]) -> list[str]:
    """What is wrong with `policydiff list` afterwards."""
    done = subprocess.run((*PROGRAM, "--library", str(library), "list"), capture_output=True, check=False)
    if done.returncode or done.stderr:
        return [f"list ends with {done.returncode}: {done.stderr.decode(errors='replace')[:200]}"]
    shown = done.stdout.decode()
    return [f"{name} is not listed" for name in names if name.removesuffix(".md") not in shown]


def report(tally: Tally, arguments: argparse.Namespace, seconds: float) -> str:
    """The page of results."""
    lines = [
        "# Survival",
        "",
        f"`python -m benchmarks.survival --times {arguments.times} --seed {arguments.seed}`: imports of {FILES} files",
        f"into a library, killed at random moments, and the library looked at ({seconds:.0f} s).",
        "",
        "| | |",
        "|---|---:|",
        f"| imports killed or just done | {tally.kills} |",
        f"| before anything was written | {tally.before} |",
        f"| amid the writing: some documents as before, some as after | {tally.amid} |",
        f"| when all was written | {tally.after} |",
        f"| files neither as before nor as after, gone, or not listed | {len(tally.broken)} |",
        "",
        *(f"- {said}" for said in tally.broken),
    ]
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Run it; 1 where anything was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = survival(arguments.times, arguments.seed, Path(folder))
    page = report(tally, arguments, time.perf_counter() - start)
    RESULT.write_text(page, encoding="utf-8")
    print(page)
    return int(bool(tally.broken))


if __name__ == "__main__":
    sys.exit(main())
