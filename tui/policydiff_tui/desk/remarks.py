"""Bookmarks and notes of a reader on the rows of one comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from policydiff.library.corrections import SectionPair
from policydiff.library.remarks import Remark
from policydiff.model import Comparison, Note, Pair

BOOKMARK, REMARK = "bookmark", "remark"

Remarks = Mapping[SectionPair, Remark]


def anchor(pair: Pair) -> SectionPair:
    """What a remark on the row is kept under: its first section of each side, empty where there is none."""
    return (pair.old[0] if pair.old else "", pair.new[0] if pair.new else "")


def remark_on(pair: Pair, remarks: Remarks) -> Remark | None:
    """The remark on exactly this row, else the one on a row that had one of its sections."""
    if (exact := remarks.get(anchor(pair))) is not None:
        return exact
    return next((remark for place, remark in remarks.items() if _touches(place, pair)), None)


def _touches(place: SectionPair, pair: Pair) -> bool:
    """True where the row a remark was made on has since lost its counterpart or got another."""
    old, new = place
    return old in pair.old or (not old and new in pair.new)


def annotated(comparison: Comparison, remarks: Remarks) -> Comparison:
    """``comparison`` with the remarks as notes on its rows, for exports."""
    if not remarks:
        return comparison
    pairs = (replace(p, notes=(*p.notes, *notes(remark_on(p, remarks)))) for p in comparison.pairs)
    return replace(comparison, pairs=tuple(pairs))


def notes(remark: Remark | None) -> Iterable[Note]:
    """A remark as notes of a row."""
    if remark is None:
        return
    if remark.bookmark:
        yield Note(kind=BOOKMARK)
    if remark.text:
        yield Note(kind=REMARK, fields={"text": remark.text})
