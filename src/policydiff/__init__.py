"""Compare Chinese policy documents: repair, outline, align, and show what differs.

>>> import policydiff
>>> library = policydiff.open_library()          # doctest: +SKIP
>>> old, new = library["京大数据发〔2021〕1号"], library["津政办发〔2021〕52号"]  # doctest: +SKIP
>>> comparison = policydiff.compare(old, new, mode="region")  # doctest: +SKIP
>>> policydiff.export(comparison, "out.json")  # doctest: +SKIP

Everything is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policydiff.align import Corrections as Corrections
    from policydiff.align import Preset as Preset
    from policydiff.compare import compare as compare
    from policydiff.edits import Unit as Unit
    from policydiff.edits import edits as edits
    from policydiff.errors import PolicyDiffError as PolicyDiffError
    from policydiff.export import export as export
    from policydiff.library import Library as Library
    from policydiff.library import open_library as open_library
    from policydiff.library import resolve as resolve
    from policydiff.model import Comparison as Comparison
    from policydiff.model import Document as Document
    from policydiff.model import Edit as Edit
    from policydiff.model import EditKind as EditKind
    from policydiff.model import Hit as Hit
    from policydiff.model import Hits as Hits
    from policydiff.model import Level as Level
    from policydiff.model import Link as Link
    from policydiff.model import LinkKind as LinkKind
    from policydiff.model import Matrix as Matrix
    from policydiff.model import Mode as Mode
    from policydiff.model import Pair as Pair
    from policydiff.model import Parsed as Parsed
    from policydiff.model import Relation as Relation
    from policydiff.model import Repair as Repair
    from policydiff.model import Section as Section
    from policydiff.model import Source as Source
    from policydiff.model import Span as Span
    from policydiff.outline import parse as parse
    from policydiff.read import read as read
    from policydiff.schemas import schema as schema
    from policydiff.search import search as search
    from policydiff.similarity import matrix as matrix

__version__ = "0.1.0"

_HOMES = {
    "policydiff.align": ("Corrections", "Preset"),
    "policydiff.compare": ("compare",),
    "policydiff.edits": ("Unit", "edits"),
    "policydiff.errors": ("PolicyDiffError",),
    "policydiff.export": ("export",),
    "policydiff.library": ("Library", "open_library", "resolve"),
    "policydiff.model": (
        *("Comparison", "Document", "Edit", "EditKind", "Hit", "Hits", "Level", "Link", "LinkKind"),
        *("Matrix", "Mode", "Pair", "Parsed", "Relation", "Repair", "Section", "Source", "Span"),
    ),
    "policydiff.outline": ("parse",),
    "policydiff.read": ("read",),
    "policydiff.schemas": ("schema",),
    "policydiff.search": ("search",),
    "policydiff.similarity": ("matrix",),
}

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME_OF)]  # noqa: PLE0604 - the names are in _HOMES


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    return getattr(sys.modules[__name__], name) if f"{__name__}.{name}" == home else value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Callable(ModuleType):
    """A module that is called like the function of its own name: ``policydiff.compare(old, new)``."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **kwargs)


class _Package(ModuleType):
    """Importing ``policydiff.compare`` binds that name to a module; it stays the function it is documented as."""

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOME_OF.get(name) == value.__name__:
            value.__class__ = _Callable
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
