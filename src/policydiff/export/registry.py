"""Which formats there are for which values: our own, and those that users' packages add.

Our own stand in `policydiff.export.builtin`, in code: they are there however the package came to be on the path. Other
packages name theirs under the entry point group `GROUP`; these are looked up only where ours do not answer. One that
cannot be loaded is left out and named in `troubles`; it never stands in the way of the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from os.path import basename
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff.errors import UsageError
from policydiff.export.builtin import BUILTIN
from policydiff.export.format import Format
from policydiff.messages import _

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "policydiff.exporters"
"""An entry point of this group leads to a `Format` or to several."""


class Added(NamedTuple):
    """What users' packages add, and a line for each that could not be had."""

    formats: tuple[Format, ...]
    troubles: tuple[str, ...]


def formats_for(kind: type) -> tuple[Format, ...]:
    """Every format for values of the type ``kind``, our own first, each name once."""
    return tuple(_of(kind, (*BUILTIN, *added().formats)))


def own_formats_for(kind: type) -> tuple[Format, ...]:
    """Our own formats for values of the type ``kind``, without asking other packages."""
    return tuple(_of(kind, BUILTIN))


def format_named(kind: type, name: str) -> Format:
    """The format called ``name`` for values of the type ``kind``; UsageError, which lists the names, for no such."""
    for found in _lazily(kind):
        if found.name == name:
            return found
    raise UsageError(
        _("There is no format “{name}” for this.").format(name=name),
        cause=_listed(", ".join(found.name for found in formats_for(kind))),
        fix=_("Use one of these names."),
    )


def format_of(kind: type, path: Path | str) -> Format:
    """The format that the ending of ``path`` means, the longest ending first; UsageError where it means none."""
    name = basename(path).lower()
    for formats in (own_formats_for, formats_for):
        fits = [(suffix, found) for found in formats(kind) for suffix in found.suffixes if _ends(name, suffix)]
        if fits:
            return max(fits, key=lambda fit: len(fit[0]))[1]
    endings = dict.fromkeys(suffix for found in formats_for(kind) for suffix in found.suffixes)
    raise UsageError(
        _("“{path}” ends in no format that can be written.").format(path=path),
        cause=_listed(", ".join(endings)),
        fix=_("Give the file one of these endings, or name the format."),
    )


def troubles() -> tuple[str, ...]:
    """What users' packages announce and cannot deliver, a line each."""
    return added().troubles


@cache
def added() -> Added:
    """The formats of other packages; looked up once."""
    from importlib.metadata import entry_points

    return collected(entry_points(group=GROUP))


def collected(points: Iterable[EntryPoint]) -> Added:
    """What ``points`` lead to. A name of ours is ours: whoever asks for ``docx`` gets what the manual says."""
    formats: dict[tuple[type, str], Format] = {}
    refused: list[str] = []
    owners = {(found.takes, found.name): "policydiff" for found in BUILTIN}
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        package = point.dist.name if point.dist is not None else point.module
        try:
            loaded = point.load()
            found = [_valid(item) for item in (loaded if isinstance(loaded, Iterable) else [loaded])]
        except (Exception, SystemExit) as error:
            refused.append(f"{point.name} ({package}): {type(error).__name__}: {error}")
            continue
        for item in found:
            owner = owners.setdefault((item.takes, item.name), package)
            if owner != package or (item.takes, item.name) in formats:
                problem = _("“{name}” is a format of {owner}").format(name=item.name, owner=owner)
                refused.append(f"{point.name} ({package}): {problem}")
            else:
                formats[item.takes, item.name] = replace(item, package=package)
    return Added(tuple(formats.values()), tuple(refused))


def _valid(found: Any) -> Format:
    if not isinstance(found, Format):
        raise TypeError(f"{type(found).__name__} is no Format")
    if not found.suffixes or not all(suffix.startswith(".") for suffix in found.suffixes):
        raise ValueError(f"the endings of {found.name} do not begin with a dot")
    return found


def _of(kind: type, formats: Iterable[Format]) -> Iterator[Format]:
    return (found for found in formats if issubclass(kind, found.takes))


def _lazily(kind: type) -> Iterator[Format]:
    """Ours, and only then what other packages have."""
    yield from _of(kind, BUILTIN)
    yield from _of(kind, added().formats)


def _ends(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and name != suffix


def _listed(names: str) -> str:
    """What there is, and what should be there and is not."""
    lines = [_("There are {names}.").format(names=names)] if names else [_("Nothing of this kind can be written.")]
    return "\n".join([*lines, *(_("Not loaded: {what}").format(what=line) for line in troubles())])
