"""How a comparison is to be made and which of its rows are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.messages import N_
from policydiff.model import Pair
from policydiff.synopsis.relations import kinds_of, same_text

SURE_CONFIDENCE = 0.75
"""Rows below it are for a person to look at. The alignment's probabilities are calibrated: of the rows at this
confidence one in four is wrong."""

CHANGED, UNCERTAIN, MARKED = "changed", "uncertain", "marked"

MODES = {"auto": N_("automatic"), "version": N_("two versions"), "region": N_("two regions")}
UNITS = {"char": N_("characters"), "word": N_("words"), "sentence": N_("sentences")}
PRESETS = {"strict": N_("strict"), "balanced": N_("balanced"), "loose": N_("loose")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices of `policydiff diff`: mode, unit, preset."""

    mode: str = "auto"
    unit: str = "char"
    preset: str = "balanced"


CHOICES: Mapping[str, Mapping[str, str]] = {"mode": MODES, "unit": UNITS, "preset": PRESETS}


def following(name: str, value: str) -> str:
    """The choice after ``value`` among those of ``name``, from the last to the first."""
    names = list(CHOICES[name])
    return names[(names.index(value) + 1) % len(names)] if value in names else names[0]


def is_uncertain(pair: Pair) -> bool:
    """True where a person should look whether the row is right."""
    return not pair.pinned and pair.confidence < SURE_CONFIDENCE


def is_changed(pair: Pair) -> bool:
    """True where the row is not the same on both sides and in the same place."""
    return not same_text(pair) or pair.moved


def kinds(pair: Pair, *, marked: bool) -> set[str]:
    """Everything a row may be chosen by."""
    found = kinds_of(pair)
    for name, holds in ((CHANGED, is_changed(pair)), (UNCERTAIN, is_uncertain(pair)), (MARKED, marked)):
        if holds:
            found.add(name)
    return found
