"""The formats results can be written in, and the writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff.model import Comparison, Matrix

if TYPE_CHECKING:
    from policydiff.export import Option


class Target(NamedTuple):
    """A format in the words of the user, what can be said about it, and how to make its file with what was said."""

    title: str
    options: tuple[Option, ...]
    make: Callable[[Mapping[str, Any]], bytes]


Formats = Mapping[str, Target]
"""By file name ending."""


def formats(value: Comparison | Matrix) -> Formats:
    """Every format there is for ``value``, users' own among them."""
    from policydiff.export import formats_for

    return {
        found.suffixes[0]: Target(found.title, found.options, partial(found.made, value))
        for found in formats_for(type(value))
    }


def write(path: Path, make: Callable[[], bytes]) -> Path:
    """Write whole or not at all; UnreadableFile where that cannot be."""
    from policydiff import atomic

    data = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    atomic.save(path, data)
    return path
