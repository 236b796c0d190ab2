"""The compilation the corpus is made of, read and parsed once per process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policydiff.model import Parsed, Source

PATH = Path(__file__).parents[1] / "corpus" / "sources" / "smart-city-policy-compilation.txt"


@cache
def source() -> Source:
    """The file as it was received."""
    from policydiff.read import read

    return read(PATH)


@cache
def seed() -> Parsed:
    """The documents in it."""
    from policydiff.outline import parse

    return parse(source())
