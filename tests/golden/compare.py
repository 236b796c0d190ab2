"""Outputs that must be exactly what a readable file says.

Where they are not, the actual output is written beside the expected one as ``NAME.actual``: look at the difference,
and where it is meant, rename it.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
SHOWN_LINES = 40


def assert_golden(name: str, actual: str) -> None:
    """``actual`` equals ``tests/golden/NAME`` (LF line ends)."""
    expected_file = FOLDER / name
    actual_file = expected_file.with_name(expected_file.name + ".actual")
    expected = expected_file.read_text("utf-8") if expected_file.exists() else ""
    if actual == expected:
        actual_file.unlink(missing_ok=True)
        return
    actual_file.parent.mkdir(parents=True, exist_ok=True)
    actual_file.write_text(actual, "utf-8", newline="\n")
    lines = list(unified_diff(expected.splitlines(), actual.splitlines(), name, actual_file.name, lineterm="", n=1))
    more = "" if len(lines) <= SHOWN_LINES else f"\n… {len(lines) - SHOWN_LINES} more lines"
    pytest.fail("\n".join(lines[:SHOWN_LINES]) + more + f"\nactual output: {actual_file}", pytrace=False)
