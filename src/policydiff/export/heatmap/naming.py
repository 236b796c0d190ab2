"""What rows and groups of a matrix are called where there is little room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.export.svg import em, one_line
from policydiff.messages import _
from policydiff.model import Level, Matrix, MatrixLabel
from policydiff.outline.regions import CITY_PREFIXES, place_in
from policydiff.synopsis.names import level_name

TRANSMITTAL = re.compile(r"^.*?关于(?:印发|发布|公布|转发|批转|下发)(.+)的[^的]{1,4}$")

ISSUERS = re.compile(r"^.{4,}?(?=关于)")

ABOUT = re.compile(r"^关于(?=.{6})")

LONG_EM = 20
"""A title longer than this loses its issuers; the group's sign tells the most of them."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together: a level or region of documents, or a document of sections. ``sign`` is one or two
    characters; ``tint`` counts from 0 in order of first appearance."""

    name: str
    sign: str
    tint: int


def short_title(title: str) -> str:
    """A title without its transmittal, and without issuers where it is long."""
    title = one_line(title)
    if (wrapped := TRANSMITTAL.match(title)) is not None:
        title = wrapped[1]
    return ABOUT.sub("", ISSUERS.sub("", title) if em(title) > LONG_EM else title)


def row_name(label: MatrixLabel) -> str:
    """What a row is called beside the matrix."""
    if "#" in label.id:
        return _section(label)
    return short_title(label.title)


def full_name(label: MatrixLabel) -> str:
    """What a row is called where there is room: a document's title and year, a section's with its document's."""
    if "#" not in label.id:
        year = (label.date or "")[:4]
        return one_line(label.title + (_(" ({year})").format(year=year) if year and year not in label.title else ""))
    return f"{short_title(label.document)} › {_section(label)}"


def _section(label: MatrixLabel) -> str:
    """A section's title; what stands before the first heading has none."""
    name = label.id.rpartition("#")[2]
    return one_line(label.title) or (_("(opening text)") if name == "0" else name)


def groups(matrix: Matrix) -> tuple[Group, ...]:
    """The group of each row; none where all rows would be of one."""
    section = matrix.by == "section"
    keys = [_document(label) if section else _origin(label) for label in matrix.labels]
    names = list(dict.fromkeys(keys))
    if len(names) < 2:
        return ()
    found = {
        (sign, name): Group(name=name, sign=_letter(place) if section else sign, tint=place)
        for place, (sign, name) in enumerate(names)
    }
    return tuple(found[key] for key in keys)


def _document(label: MatrixLabel) -> tuple[str, str]:
    """Id and name of the document a section is of."""
    return label.id.partition("#")[0], short_title(label.document) or label.id.partition("#")[0]


def _origin(label: MatrixLabel) -> tuple[str, str]:
    """Sign and name of where a document comes from."""
    if label.level in (Level.CENTRAL, Level.MINISTRY):
        return ("央" if label.level is Level.CENTRAL else "部"), level_name(label.level)
    if not label.region:
        return "—", _("region unknown")
    return _region_sign(label.region), one_line(label.region)


def _region_sign(region: str) -> str:
    place = place_in(region)
    if place is None:
        return one_line(region)[:1]
    if not place.is_city:
        return place.province.prefix
    return next((sign for sign, name in CITY_PREFIXES.items() if name == place.name), place.name[:1])


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring rows of one group: from ``first`` up to, not including, ``end``."""

    group: Group
    first: int
    end: int


def runs(found: Sequence[Group]) -> list[Run]:
    """``found`` as stretches of equal groups."""
    result: list[Run] = []
    for place, group in enumerate(found):
        if result and result[-1].group == group:
            result[-1] = Run(group=group, first=result[-1].first, end=place + 1)
        else:
            result.append(Run(group=group, first=place, end=place + 1))
    return result
