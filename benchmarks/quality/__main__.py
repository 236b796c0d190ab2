"""Every quality figure that needs nothing but the repository, one after the other.

    python -m benchmarks.quality [--data DIR]

With a folder of laws, reports and pages (see benchmarks/README.md) the scores that need one are printed too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ALONE = ("structure", "repair_score", "alignment", "edits", "formats")
"""Benchmarks that run on the bundled compilation and samples."""


def commands(data: Path | None) -> list[list[str]]:
    """The benchmarks to run, as arguments of ``python -m``."""
    runs = [[f"benchmarks.quality.{name}"] for name in ALONE]
    if data is not None:
        laws = str(data / "laws")
        runs += [
            ["benchmarks.quality.repair_score", laws],
            ["benchmarks.quality.alignment", "run", "--data", str(data)],
            ["benchmarks.quality.edits", laws],
            ["benchmarks.quality.readers", str(data)],
        ]
    return runs


def main() -> int:
    """Run all; the exit code is that of the first that failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    failed = 0
    for arguments in commands(parser.parse_args().data):
        print(f"\n## {' '.join(arguments)}\n", flush=True)
        failed = failed or subprocess.run([sys.executable, "-m", *arguments], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
