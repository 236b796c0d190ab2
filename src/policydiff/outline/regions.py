"""Provinces, their capitals and other large cities, and the signs that tell them in names and document numbers.

Facts: GB/T 2260 names and the abbreviations offices use as the first character of document numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from policydiff.outline.lexicon import lexicon, longest_first

NATION = "国家"


class Region(NamedTuple):
    """A province-level region: full name, short name, pinyin for ids, the document-number prefix, cities."""

    name: str
    short: str
    slug: str
    prefix: str
    cities: tuple[str, ...] = ()


REGIONS: tuple[Region, ...] = tuple(
    Region(**{**fields, "cities": tuple(fields["cities"])}) for fields in lexicon()["regions"]
)
"""All of them, in the order of GB/T 2260."""

CITY_PREFIXES: Mapping[str, str] = lexicon()["city_signs"]
"""First characters of large cities' document numbers (政发 and 府 forms)."""


class Place(NamedTuple):
    """A region found in a name: its printed full name, the province it lies in, and whether it is a city of it."""

    name: str
    province: Region
    is_city: bool


@cache
def _pattern() -> re.Pattern[str]:
    names = [n for r in REGIONS for n in (r.name, r.short, *(f"{c}市" for c in r.cities), *r.cities)]
    return re.compile(longest_first(tuple(names)))


@cache
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for region in REGIONS:
        for city in region.cities:
            found[f"{city}市"] = found[city] = Place(f"{city}市", region, True)
    for region in REGIONS:
        found[region.name] = found[region.short] = Place(region.name, region, False)
    return found


def place_in(text: str) -> Place | None:
    """The first province or large city named in ``text``; a city that follows its province wins."""
    first = _pattern().search(text)
    if first is None:
        return None
    place = _places()[first[0]]
    rest = text[first.end() :]
    if not place.is_city:
        for city in place.province.cities:
            if rest.startswith(f"{city}市"):
                return _places()[f"{city}市"]
    return place


def place_at_start(text: str) -> Place | None:
    """The region that ``text`` begins with (issuers' names and titles do)."""
    first = _pattern().match(text)
    return place_in(text) if first else None


def place_of_number(doc_number: str) -> Place | None:
    """The region whose sign a document number begins with."""
    for sign, city in CITY_PREFIXES.items():
        if doc_number.startswith((f"{sign}政", f"{sign}府")):
            return _places()[city]
    for region in REGIONS:
        if doc_number.startswith(region.prefix):
            return Place(region.name, region, False)
    return None


def slug(region: str | None) -> str:
    """A region's name in Latin letters, for ids."""
    if region is None:
        return "doc"
    if region == NATION:
        return "cn"
    place = place_in(region)
    return place.province.slug if place else "doc"
