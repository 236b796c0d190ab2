"""Names of issuing bodies: told by a list of central ones and by how such names end."""

from __future__ import annotations

import re
from functools import cache

from policydiff.outline.lexicon import longest_first, words
from policydiff.outline.regions import REGIONS

CENTRAL = words("issuers", "central")
"""Issuers of the level ``central``."""

MINISTRIES = words("issuers", "ministries")
"""Issuers of the level ``ministry``, with the short names they sign by."""

ENDINGS = words("issuers", "endings")
"""How names of issuing bodies end."""

_LONGEST_NAME_CHARS = 40


@cache
def _known() -> re.Pattern[str]:
    names = longest_first((*CENTRAL, *MINISTRIES))
    places = longest_first(tuple(name for region in REGIONS for name in (region.name, region.short)))
    return re.compile(rf"(?:{names})|(?:{places})(?:{'|'.join(words('issuers', 'local_offices'))})")


def issuers_at_start(text: str) -> tuple[tuple[str, ...], int]:
    """Known issuers ``text`` begins with, one after the other (blanks and 、 between), and where they end."""
    names: list[str] = []
    position = 0
    while (m := _known().match(text, position)) is not None:
        names.append(m[0])
        position = m.end()
        while position < len(text) and text[position] in " \u3000、":
            position += 1
    return tuple(names), position


def split_names(text: str) -> tuple[str, ...]:
    """Issuers written in a row, with blanks, line breaks, 、 or nothing between them."""
    names: list[str] = []
    for part in re.split(r"[ \u3000、，,\n]+", text.strip()):
        names += _glued(part)
    return tuple(names)


def _glued(text: str) -> list[str]:
    """``公安部安全部`` → two names, where the known ones cover the text from its start."""
    known, end = issuers_at_start(text)
    if known and (end == len(text) or (len(text) - end >= 3 and text.endswith(ENDINGS))):
        return [*known, *([text[end:]] if end < len(text) else [])]
    return [text] if text else []


def is_issuer(text: str) -> bool:
    """True for a bare name of an issuing body."""
    bare = re.sub(r"[（(][^（()）]{2,20}[）)]$", "", text.strip())
    if bare in CENTRAL:
        return True
    fits = 2 <= len(bare) <= _LONGEST_NAME_CHARS and bare.endswith(ENDINGS)
    return fits and not re.search("[，。；：:,;！？]", bare)
