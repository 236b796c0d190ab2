"""The same value gives the same bytes: here and in a process with another hash seed, time zone and working folder."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from policydiff.export import render
from policydiff.export.builtin import BUILTIN
from policydiff.model import Comparison, Document, Hit, Hits, Matrix, MatrixLabel, Parsed, Span
from tests import samples

UNTESTED = {"png"}
"""Pictures depend on the fonts of the machine."""

MATRIX = Matrix(
    by="document",
    measure="tfidf-word",
    labels=(MatrixLabel(id="a", title="甲"), MatrixLabel(id="b", title="乙")),
    values=((1.0, 0.25), (0.25, 1.0)),
)


def values() -> dict[type, object]:
    """A value of each type."""
    document = samples.old()
    span = Span(start=0, end=1)
    hit = Hit(document="a", title="甲", section="1", path=("甲",), page=1, span=span, text="甲", score=0.5)
    return {
        Comparison: samples.comparison(),
        Document: document,
        Parsed: Parsed(origin=document.origin, documents=(document,)),
        Hits: Hits(query="甲", measure="tfidf-word", hits=(hit,)),
        Matrix: MATRIX,
    }


def digests() -> dict[str, str]:
    """What each format makes of its value."""
    known = values()
    return {
        f"{found.takes.__name__} {found.name}": hashlib.sha256(render(known[found.takes], found.name)).hexdigest()
        for found in BUILTIN
        if found.takes in known and found.name not in UNTESTED
    }


def test_here_and_elsewhere(tmp_path: Path) -> None:
    first = digests()
    assert len(first) >= 15
    assert digests() == first
    program = "import json; from tests.attack.test_repeated import digests; print(json.dumps(digests()))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "PYTHONHASHSEED": "4711",
            "TZ": "Pacific/Kiritimati",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout) == first
