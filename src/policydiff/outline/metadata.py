"""Region, level, kind, period and date of a document, from its frame; the evidence in order of weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from policydiff.model import Level
from policydiff.outline.dates import date_in_name, dates_in, period_in
from policydiff.outline.frame import Frame
from policydiff.outline.issuers import CENTRAL, MINISTRIES, split_names
from policydiff.outline.kinds import kind_of
from policydiff.outline.numbers import NUMBER, printed
from policydiff.outline.regions import NATION, REGIONS, Place, place_at_start, place_in, place_of_number
from policydiff.outline.titles import issuers_of

_ADOPTION = re.compile(r"^(?!来源|时间|日期|发布日期).+$", re.M)
"""Lines of a preface that tell of adoption or delivery, not of publication on a site."""
_NATIONAL = ("中华人民共和国", "全国", "国务院", "中共中央", "中央", "最高人民", "国家")
"""How titles of national documents begin."""
_NATIONAL_BODIES = ("国务院", "全国人民代表大会", "中央")
_PARTY_OFFICES = ("中央网信", "中央编")
"""Offices of the Party's centre that act as ministries."""
_CENTRAL_SIGNS = ("国发", "国办", "国函", "中发", "中办")
_ORDER = re.compile(r"[\u3400-\u9fff]{1,30}(?:令|公告|通告|决定)[（(]?(?:\d{4}年)?第\d{1,4}号[）)]?")
"""``国令第707号``: how lists name orders, whose own text says 第707号 only."""
_FEWEST_MENTIONS = 3
_FULL_DATE_CHARS = len("2021-03-05")

_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")

NO_FACTS: Mapping[str, str] = MappingProxyType({})
"""Of a format that says nothing of its documents."""

_Home = tuple[str | None, Level | None]
"""Region and level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a frame tells of a document, and the format it came in."""

    doc_number: str | None
    issuers: tuple[str, ...]
    date: str | None
    region: str | None
    level: Level | None
    kind: str | None
    period: tuple[int, int] | None


def metadata(frame: Frame, *, group: str, text: str, facts: Mapping[str, str] = NO_FACTS, name: str = "") -> Metadata:
    """Metadata of one document.

    ``group`` is the heading a compilation files it under, ``text`` the document's text; ``facts`` is what the format
    says of it (`policydiff.model.Source`): its number and date are believed, its issuers where the text names none.
    ``name`` is the file's, whose date counts where nothing else tells one.
    """
    issuers = frame.signers or issuers_of(frame.title) or split_names(facts.get("issuers", ""))
    region, level = _region(frame, issuers, group, text)
    main_title = frame.main_title or ""
    return Metadata(
        doc_number=_number(facts.get("doc_number", "")) or frame.doc_number,
        issuers=issuers,
        date=_iso(facts.get("date", "")) or _date(frame) or date_in_name(name),
        region=region,
        level=level,
        kind=kind_of(main_title or frame.title),
        period=period_in(frame.title) or period_in(main_title),
    )


def _number(printed_number: str) -> str | None:
    """A document number in its proper form; None where the format's word for it is none."""
    bare = re.sub(r"\s", "", printed_number)
    found = NUMBER.fullmatch(bare)
    return printed(found) if found else bare if _ORDER.fullmatch(bare) else None


def _iso(date: str) -> str | None:
    return date if _ISO.fullmatch(date) else None


def _date(frame: Frame) -> str | None:
    if frame.signed_date or frame.printed_date:
        return frame.signed_date or frame.printed_date
    for lines in (_ADOPTION.findall(frame.preface), [frame.preface]):
        if adopted := [d.iso for line in lines for d in dates_in(line) if len(d.iso) == _FULL_DATE_CHARS]:
            return max(adopted)
    year = NUMBER.search(frame.doc_number or "")
    return year["year"] if year else None


def _region(frame: Frame, issuers: tuple[str, ...], group: str, text: str) -> _Home:
    """Where a document is in force, by the first evidence there is: issuers, titles, everything else."""
    names = (_of_issuer(issuer) for issuer in (*issuers, *issuers_of(frame.title)))
    titles = (_of_title(title) for title in (frame.title, frame.main_title or ""))
    return (
        next(filter(None, (*names, *titles)), None)
        or _of_place(place_in(frame.title), "")
        or _by_hints(frame, group, text)
    )


def _of_issuer(issuer: str) -> _Home | None:
    if issuer in CENTRAL:
        return NATION, Level.CENTRAL
    if issuer in MINISTRIES or (issuer.startswith(("国家", "中央")) and place_in(issuer[:6]) is None):
        ministry = not issuer.startswith("中央") or issuer.startswith(_PARTY_OFFICES)
        return NATION, Level.MINISTRY if ministry else Level.CENTRAL
    return _of_place(place_at_start(issuer) or place_in(issuer), issuer)


def _of_title(title: str) -> _Home | None:
    if (home := _of_place(place_at_start(title), title)) is not None:
        return home
    return (NATION, Level.CENTRAL) if title.startswith(_NATIONAL) else None


def _of_place(place: Place | None, name: str) -> _Home | None:
    """The place and its level; ``name`` is the issuer or title that names it, perhaps with a county of it."""
    if place is None:
        return None
    inner = name.removeprefix(place.name)
    if "县" in inner[1:6] and "各县" not in inner and not inner.startswith(("城", "域")):
        return place.name, Level.COUNTY
    return place.name, Level.CITY if place.is_city else Level.PROVINCE


def _by_hints(frame: Frame, group: str, text: str) -> _Home:
    """A compilation's own order, the document number's first signs, names in the text."""
    if "部委" in group:
        return NATION, Level.MINISTRY
    if (home := _of_place(place_in(group), "")) is not None:
        return home
    number = frame.doc_number or ""
    if number.startswith(_CENTRAL_SIGNS):
        return NATION, Level.CENTRAL
    if number and (home := _of_place(place_of_number(number), "")) is not None:
        return home
    if any(name in frame.preface for name in _NATIONAL_BODIES) or text.count("国务院") >= _FEWEST_MENTIONS:
        return NATION, Level.CENTRAL
    return _most_named(text)


def _most_named(text: str) -> _Home:
    """The province that a text names often, and more than twice as often as any other."""
    named = Counter({region.name: text.count(region.name) for region in REGIONS})
    (name, times), (_, others) = named.most_common(2)
    return (name, Level.PROVINCE) if times >= _FEWEST_MENTIONS and times > 2 * others else (None, None)
