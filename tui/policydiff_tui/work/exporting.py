"""The formats results can be written in, and the writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from policydiff.model import Comparison, Matrix


class Target(NamedTuple):
    """A format in the words of the user, and how to make what stands in its file."""

    title: str
    make: Callable[[], bytes]


Formats = Mapping[str, Target]
"""By file name ending."""


def formats(value: Comparison | Matrix) -> Formats:
    """Every format there is for ``value``, users' own among them."""
    from policydiff.export import formats_for

    return {
        found.suffixes[0]: Target(found.title, partial(found.made, value, {})) for found in formats_for(type(value))
    }


def write(path: Path, make: Callable[[], bytes]) -> Path:
    """Write whole or not at all; UnreadableFile where that cannot be."""
    from policydiff import atomic

    data = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    atomic.save(path, data)
    return path
