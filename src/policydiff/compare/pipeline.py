"""From two documents to a comparison."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Protocol, TypeVar

from policydiff import align
from policydiff.align import Alignment, Corrections, Preset
from policydiff.compare.equals import settled
from policydiff.compare.headings import with_headings
from policydiff.compare.mode import mode_of
from policydiff.compare.rows import pair
from policydiff.edits import Unit, changed_share
from policydiff.errors import UsageError
from policydiff.insight import noted
from policydiff.insight.boilerplate import substantive_share
from policydiff.insight.wording import worded
from policydiff.messages import _
from policydiff.model import Comparison, Document, Mode, Relation
from policydiff.similarity.terms import words

AUTO = "auto"

_E = TypeVar("_E", bound=StrEnum)


class Decided(Protocol):
    """What a person decided about two documents: pairs of section ids (old, new)."""

    @property
    def pinned(self) -> frozenset[tuple[str, str]]:
        """Pairs that are counterparts."""

    @property
    def forbidden(self) -> frozenset[tuple[str, str]]:
        """Pairs that are not."""


def compare(
    old: Document,
    new: Document,
    *,
    mode: Mode | str = AUTO,
    unit: Unit | str = Unit.CHAR,
    preset: Preset | str = Preset.BALANCED,
    corrections: Decided = align.NONE,
    cut: Callable[[str], list[str]] = words,
) -> Comparison:
    """Align ``old`` with ``new`` and say what differs.

    ``mode`` is ``version``, ``region`` or ``auto`` (see `policydiff.compare.mode_of`); ``unit`` ``char``, ``word``
    or ``sentence``, the finest thing shown as changed; ``preset`` ``strict``, ``balanced`` or ``loose``, how sure a
    link must be. ``corrections`` are applied before anything else. ``cut`` gives a text's words, for callers that
    keep them. Raises UsageError for a name that none of these has.
    """
    chosen = mode_of(old, new) if mode == AUTO else _named(Mode, mode, AUTO)
    unit, preset = _named(Unit, unit), _named(Preset, preset)
    pins = Corrections(pinned=corrections.pinned, forbidden=corrections.forbidden)
    alignment = settled(old, new, align.align(old, new, mode=chosen, preset=preset, pins=pins, cut=cut), pins)
    left, right = ({section.id: section for section in document.walk()} for document in (old, new))
    pairs = tuple(pair(row, left, right, unit) for row in align.rows(old, new, alignment))
    if chosen is Mode.VERSION:
        pairs = with_headings(old, new, pairs)
    pairs = worded(noted(pairs, alignment.links, old, new, chosen), old, new)
    counts = Counter(found.relation for found in pairs)
    return Comparison(
        mode=chosen,
        old=old,
        new=new,
        links=alignment.links,
        pairs=pairs,
        flows=alignment.flows,
        counts={relation: counts[relation] for relation in Relation},
        changed_share=changed_share(edit for found in pairs for edit in found.all_edits),
        settings=_settings(mode, alignment, unit, pins),
        versions=versions(),
        substantive_share=substantive_share(found.all_edits for found in pairs),
    )


@cache
def versions() -> dict[str, str]:
    """What a comparison's outcome depends on besides the documents: the program, and its tables and rules by hash."""
    from policydiff import __version__

    return {
        "policydiff": __version__,
        "tokens": _hash("policydiff.tokens", ".py"),
        "background": _hash("policydiff.similarity", ".tsv"),
        "weights": _hash("policydiff.align", ".json"),
        "insight": _hash("policydiff.insight", ".toml"),
    }


def _settings(mode: str, alignment: Alignment, unit: Unit, pins: Corrections) -> dict[str, str | float | int]:
    return {
        "mode": str(mode),
        "unit": str(unit),
        "preset": str(alignment.preset),
        "threshold": alignment.threshold,
        "pinned": len(pins.pinned),
        "forbidden": len(pins.forbidden),
    }


def _named(kind: type[_E], value: str, *others: str) -> _E:
    """The member of ``kind`` called ``value``."""
    try:
        return kind(value)
    except ValueError:
        names = ", ".join((*others, *map(str, kind)))
        raise UsageError(
            _("“{value}” is not one of {names}.").format(value=value, names=names),
            cause=_("The name may be misspelt."),
            fix=_("Use one of these names."),
        ) from None


def _hash(package: str, suffix: str) -> str:
    """Eight hexadecimal digits of the files of ``package`` that end in ``suffix``."""
    found = sorted(
        (item for item in files(package).iterdir() if item.name.endswith(suffix)), key=lambda item: item.name
    )
    digest = hashlib.sha256()
    for item in found:
        digest.update(item.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]
