"""Region, level, kind, period and date of a document, from its frame; the evidence in order of weight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from policydiff.model import Level
from policydiff.outline.dates import dates_in, period_in
from policydiff.outline.frame import Frame
from policydiff.outline.issuers import CENTRAL, MINISTRIES
from policydiff.outline.kinds import kind_of
from policydiff.outline.numbers import NUMBER
from policydiff.outline.regions import NATION, REGIONS, Place, place_at_start, place_in, place_of_number
from policydiff.outline.titles import issuers_of

_ADOPTION = re.compile(r"^(?!来源|时间|日期|发布日期).+$", re.M)
"""Lines of a preface that tell of adoption or delivery, not of publication on a site."""
_NATIONAL = ("中华人民共和国", "全国", "国务院", "中共中央", "中央", "最高人民", "国家")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a frame tells of a document."""

    issuers: tuple[str, ...]
    date: str | None
    region: str | None
    level: Level | None
    kind: str | None
    period: tuple[int, int] | None


def metadata(frame: Frame, *, group: str, text: str) -> Metadata:
    """Metadata of one document; ``group`` is the heading a compilation files it under, ``text`` the document's text."""
    issuers = frame.signers or issuers_of(frame.title)
    region, level = _region(frame, issuers, group, text)
    return Metadata(
        issuers=issuers,
        date=_date(frame),
        region=region,
        level=level,
        kind=kind_of(frame.main_title or frame.title),
        period=period_in(frame.title) or (period_in(frame.main_title) if frame.main_title else None),
    )


def _date(frame: Frame) -> str | None:
    if frame.signed_date or frame.printed_date:
        return frame.signed_date or frame.printed_date
    for lines in (_ADOPTION.findall(frame.preface), [frame.preface]):
        if adopted := [d.iso for line in lines for d in dates_in(line) if len(d.iso) == 10]:
            return max(adopted)
    year = NUMBER.search(frame.doc_number or "")
    return year["year"] if year else None


def _region(frame: Frame, issuers: tuple[str, ...], group: str, text: str) -> tuple[str | None, Level | None]:
    for issuer in (*issuers, *issuers_of(frame.title)):
        if issuer in CENTRAL:
            return NATION, Level.CENTRAL
        if issuer in MINISTRIES or (issuer.startswith(("国家", "中央")) and place_in(issuer[:6]) is None):
            return NATION, _national_level(issuer)
        if (place := place_at_start(issuer)) is not None or (place := place_in(issuer)) is not None:
            return place.name, _level(place, issuer)
    for title in (frame.title, frame.main_title or ""):
        if (place := place_at_start(title)) is not None:
            return place.name, _level(place, title)
        if title.startswith(_NATIONAL):
            return NATION, Level.CENTRAL
    if (place := place_in(frame.title)) is not None:
        return place.name, _level(place, "")
    return _by_hints(frame, group, text)


def _national_level(issuer: str) -> Level:
    return (
        Level.CENTRAL if issuer.startswith("中央") and not issuer.startswith(("中央网信", "中央编")) else Level.MINISTRY
    )


def _level(place: Place, name: str) -> Level:
    inner = name.removeprefix(place.name)
    if inner[1:6].find("县") != -1 and "各县" not in inner and not inner.startswith(("城", "域")):
        return Level.COUNTY
    return Level.CITY if place.is_city else Level.PROVINCE


def _by_hints(frame: Frame, group: str, text: str) -> tuple[str | None, Level | None]:
    if "国家部委" in group or "部委" in group:
        return NATION, Level.MINISTRY
    if (place := place_in(group)) is not None:
        return place.name, _level(place, "")
    if frame.doc_number and frame.doc_number.startswith(("国发", "国办", "国函", "中发", "中办")):
        return NATION, Level.CENTRAL
    if frame.doc_number and (place := place_of_number(frame.doc_number)) is not None:
        return place.name, _level(place, "")
    if any(name in frame.preface for name in ("国务院", "全国人民代表大会", "中央")) or text.count("国务院") >= 3:
        return NATION, Level.CENTRAL
    named = Counter({r.name: text.count(r.name) + text.count(f"我省{r.short}") for r in REGIONS})
    name, times = named.most_common(1)[0]
    return (name, Level.PROVINCE) if times >= 3 and times > 2 * named.most_common(2)[1][1] else (None, None)
