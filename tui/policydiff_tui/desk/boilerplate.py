"""Where boilerplate stands in the texts of a row: clauses that say what every document of the genre says."""

from __future__ import annotations

from functools import lru_cache

from policydiff.model import Pair
from policydiff_tui.typeset.dimming import Place, Sides
from policydiff_tui.typeset.halves import one_sided

REMEMBERED_TEXTS = 4096
"""Texts are asked for again at every turn of the view; those of two long documents are kept."""


@lru_cache(maxsize=REMEMBERED_TEXTS)
def common_places(text: str) -> tuple[Place, ...]:
    """The places of ``text`` that are boilerplate, in order."""
    from policydiff.insight.boilerplate import boilerplate

    return tuple((span.start, span.end) for span in boilerplate(text))


def common(pair: Pair, peek: str = "") -> Sides:
    """Those of both texts of ``pair``; where it has no text on a side, of the text to ``peek`` at there."""
    old, new = (one_sided(pair.edits, new=new) for new in (False, True))
    return common_places(old if pair.old else peek), common_places(new if pair.new else peek)
