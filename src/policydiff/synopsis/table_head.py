"""Title, subtitle and column headings of a comparison table."""

from __future__ import annotations

import re

from policydiff.messages import _
from policydiff.model import Comparison, Document, Mode
from policydiff.synopsis.lists import listed

TRANSMITTED = re.compile("(?:印发|下发|发布|公布|颁布)《(.+)》的(?:通知|公告|通告|令|决定)")
"""What a transmittal sends on."""

BRACKETED = re.compile("《([^《》]+)》")

TITLE_CHARACTERS = 16
"""A longer title is too long for the head of a column; the document number stands there."""


def short_title(document: Document) -> str:
    """The plan's own title, or what a transmittal's has between 《》; 《》 inside become 〈〉 (GB/T 15834)."""
    text = document.main_title or document.title
    found = BRACKETED.fullmatch(text) or (None if document.main_title else TRANSMITTED.search(text))
    return (found[1] if found else text).replace("《", "〈").replace("》", "〉")


def title(comparison: Comparison) -> str:
    """《X》修订对照表 for versions of one name, 《新》与《旧》对照表 for others; left before right for regions."""
    old, new = short_title(comparison.old), short_title(comparison.new)
    if comparison.mode is Mode.REGION:
        return _("“{one}” beside “{other}”").format(one=old, other=new)
    if old == new:
        return _("“{title}”: old and new").format(title=new)
    return _("“{one}” beside “{other}”").format(one=new, other=old)


def subtitle(comparison: Comparison) -> tuple[str, ...]:
    """A line a document: its number, date and issuers."""
    names = column_names(comparison)
    lines = []
    for name, document in zip(names, (comparison.old, comparison.new), strict=True):
        facts = [fact for fact in (document.doc_number, date_text(document.date), listed(document.issuers)) if fact]
        facts = facts or [_("“{title}”").format(title=short_title(document))]
        lines.append(_("{name}: {facts}").format(name=name, facts=_(", ").join(facts)))
    return tuple(lines)


def column_names(comparison: Comparison) -> tuple[str, str]:
    """修订前 and 修订后 for versions, 甲 and 乙 for regions."""
    if comparison.mode is Mode.VERSION:
        return _("Before"), _("After")
    return _("A"), _("B")


def column_headings(comparison: Comparison) -> tuple[str, str]:
    """The names of the columns with what tells the documents apart: dates for versions, regions for regions."""
    one, other = column_names(comparison)
    marks = _telling(comparison)
    if marks[0] == marks[1] or not all(marks):
        return one, other
    return _("{name} ({what})").format(name=one, what=marks[0]), _("{name} ({what})").format(name=other, what=marks[1])


def _telling(comparison: Comparison) -> tuple[str, str]:
    old, new = comparison.old, comparison.new
    if comparison.mode is Mode.VERSION:
        return date_text(old.date), date_text(new.date)
    if old.region and new.region and old.region != new.region:
        return old.region, new.region
    titles = short_title(old), short_title(new)
    if max(map(len, titles)) <= TITLE_CHARACTERS:
        return titles
    return old.doc_number or date_text(old.date), new.doc_number or date_text(new.date)


def date_text(date: str | None) -> str:
    """An ISO date as it is written out: 2021年3月5日; as precise as it is known."""
    if not date:
        return ""
    parts = [str(int(part)) for part in date.split("-") if part.isdecimal()]
    if len(parts) == 3:
        return _("{year}-{month:0>2}-{day:0>2}").format(year=parts[0], month=parts[1], day=parts[2])
    if len(parts) == 2:
        return _("{year}-{month:0>2}").format(year=parts[0], month=parts[1])
    return _("{year}").format(year=parts[0]) if len(parts) == 1 else date
