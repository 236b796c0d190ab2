"""How long the program takes to start and to compare, beside a peer measured in the same run.

    python -m benchmarks.speed [RUNS]        prints the table and writes benchmarks/results/speed.md

Every round runs each command once, so that a busy moment hits all alike; medians are reported. The library
folder is a fresh one: `first` is a comparison with nothing derived yet, the others are warm.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

RESULT = Path(__file__).parents[1] / "results" / "speed.md"
RUNS = 15
PROGRAM = (sys.executable, "-m", "policydiff")
OLD, NEW = "京大数据发〔2021〕1号", "津政办发〔2021〕52号"

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "python -c pass": (sys.executable, "-c", "pass"),
    'python -c "import click" (peer)': (sys.executable, "-c", "import click"),
    "policydiff --help": (*PROGRAM, "--help"),
    "policydiff diff -h": (*PROGRAM, "diff", "-h"),
    "policydiff list": (*PROGRAM, "list"),
    f"policydiff diff {OLD} {NEW}": (*PROGRAM, "diff", OLD, NEW),
    f"policydiff diff {OLD} {NEW} --stat": (*PROGRAM, "diff", OLD, NEW, "--stat"),
}


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of one run; raises CalledProcessError where it fails (1 means differences)."""
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1) or done.stderr:
        raise subprocess.CalledProcessError(done.returncode, list(command), done.stdout, done.stderr)
    return taken


def measured(runs: int) -> tuple[dict[str, float], float]:
    """Median seconds per command, and seconds of the first comparison."""
    with tempfile.TemporaryDirectory() as library:
        environment = {**os.environ, "POLICYDIFF_LIBRARY": library, "LC_ALL": "C.UTF-8"}
        first = seconds((*PROGRAM, "diff", OLD, NEW), environment)
        rounds = [{name: seconds(command, environment) for name, command in COMMANDS.items()} for _round in range(runs)]
    return {name: statistics.median(taken[name] for taken in rounds) for name in COMMANDS}, first


def table(medians: Mapping[str, float], first: float, runs: int) -> str:
    """The result as Markdown."""
    peer = medians['python -c "import click" (peer)']
    rows = [f"| `{name}` | {1000 * value:.0f} | {value / peer:.1f} |" for name, value in medians.items()]
    return "\n".join(
        [
            "# Speed",
            "",
            f"`python -m benchmarks.speed {runs}`: wall time of whole processes, median of {runs} interleaved runs, "
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}.",
            "",
            "| command | ms | × peer |",
            "|---|---:|---:|",
            *rows,
            "",
            f"The first comparison, with nothing derived yet: {1000 * first:.0f} ms.",
            "",
        ]
    )


def main() -> None:
    """Measure, print, write."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    text = table(*measured(runs), runs)
    print(text)
    RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
