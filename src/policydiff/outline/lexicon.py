"""The words of `lexicon.toml`: issuers, kinds, headings and regions, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon() -> Mapping[str, Any]:
    """The file's tables as TOML gives them."""
    return tomllib.loads(resources.files("policydiff.outline").joinpath("lexicon.toml").read_text("utf-8"))


def words(table: str, name: str) -> tuple[str, ...]:
    """The list ``name`` of ``table``, in the file's order."""
    return tuple(lexicon()[table][name])


def longest_first(found: tuple[str, ...]) -> str:
    """Words as alternatives of a pattern, so that none is cut short by another that begins it."""
    return "|".join(sorted(set(found), key=lambda word: (-len(word), word)))
