"""How a section is to be read: does it tell of the past, is it a goal, which deadline holds for all of it.

A deadline is inherited only where the text says that it leads: a heading with a year (“2026年重点工作”), a sentence
that ends in a colon (“到2025年，…：”), or the opening of a chapter of goals (“到2025年，…。” under 发展目标). What
merely stood earlier in the section is not carried on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydiff.insight.folding import Sentence, folded, sentences
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.quantities import covered
from policydiff.insight.records import DeadlineFrom, Due
from policydiff.insight.times import Time, TimeKind, due, times
from policydiff.model import Document, Section

LAW_ARTICLES = 5
"""From so many 第…条 on a document is read as a law: its figures are rules and not targets (domain notes §1.2)."""

_GOAL = re.compile("目标|愿景|(?:主要|发展|预期|核心|量化|约束性)指标")
_GOAL_SENTENCE = re.compile("目标(?:任务)?(?:是|为|如下|:)")
_HEADING_YEAR = re.compile(r"(20[0-4]\d)年(?:度)?(?:的)?(?:主要|重点|总体|工作|政府|经济|目标|任务|预期|发展|民生)")
_HEADING_GOAL_YEAR = re.compile(r"到(20[0-4]\d)年|(20[0-4]\d)年(?:发展|主要)?目标")
_ARTICLE = re.compile("^第[〇零一二三四五六七八九十百千]+条")
_LEAD_KINDS = (TimeKind.DEADLINE, TimeKind.PERIOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A deadline that holds for more than its own sentence; ``tasks`` where what follows is its list."""

    due: Due
    tasks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence of a section with what holds for it.

    ``plain`` is its text with look-alikes covered; ``past`` true where its heading tells of what was; ``goal`` where it
    stands among goals; ``lead`` the deadline it inherits.
    """

    section: Section
    sentence: Sentence
    plain: str
    times: tuple[Time, ...]
    past: bool
    goal: bool
    law: bool
    lead: Lead | None
    issued: int | None


@dataclass(frozen=True, slots=True)
class _Above:
    past: bool = False
    goal: bool = False
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class _Cues:
    heading: re.Pattern[str]
    sentence: re.Pattern[str]
    past_lead: re.Pattern[str]
    ahead: re.Pattern[str]


@cache
def _cues(lexicon: Lexicon) -> _Cues:
    return _Cues(
        re.compile(alternatives(lexicon.words("facts", "headings"))),
        re.compile(alternatives(lexicon.words("facts", "cues"))),
        re.compile(rf"(?:{alternatives(lexicon.words('facts', 'past_leads'))})"),
        re.compile(alternatives(lexicon.words("facts", "ahead"))),
    )


def readings(document: Document, lexicon: Lexicon) -> Iterator[Reading]:
    """Every sentence of ``document`` with what holds for it, in reading order."""
    issued = issued_in(document)
    law = is_law(document)
    for section in document.sections:
        yield from _section(section, _Above(), lexicon, issued, law)


def issued_in(document: Document) -> int | None:
    """The year ``document`` was issued in; a plan that says no date begins with its period."""
    if document.date:
        return int(document.date[:4])
    return document.period[0] if document.period else None


def is_law(document: Document) -> bool:
    """True for laws and regulations, which are divided into articles."""
    count = 0
    for section in document.walk():
        count += bool(_ARTICLE.match(section.label))
        if count >= LAW_ARTICLES:
            return True
    return False


def tells_of_past(text: str, found: tuple[Time, ...], issued: int | None, lexicon: Lexicon) -> bool:
    """True for a sentence about what was or is: it says so, or all its years lie behind the document."""
    ahead = [time for time in found if time.kind in _LEAD_KINDS and _ahead(time, issued)]
    if ahead:
        return False
    if _cues(lexicon).sentence.search(text):
        return True
    years = [t.year for t in found if t.year is not None and t.kind is not TimeKind.BASE and not t.relative]
    return bool(years) and issued is not None and all(year < issued for year in years)


def _ahead(time: Time, issued: int | None) -> bool:
    return time.iso is None or issued is None or int(time.iso[:4]) >= issued


def _section(section: Section, above: _Above, lexicon: Lexicon, issued: int | None, law: bool) -> Iterator[Reading]:
    heading = folded(section.heading)
    past = above.past or bool(_cues(lexicon).heading.search(heading) and not _GOAL.search(heading))
    if _HEADING_YEAR.search(heading) and not _cues(lexicon).heading.search(heading):
        past = False
    goal = above.goal or bool(_GOAL.search(heading))
    inherited = _of_heading(heading, issued) or above.lead
    below = inherited
    telling = False
    for sentence in sentences(folded(section.text)):
        plain = covered(sentence.text, lexicon)
        found = tuple(times(plain, issued))
        if _GOAL_SENTENCE.search(sentence.text):
            goal = True
        telling = _telling(telling, sentence.text, found, issued, _cues(lexicon))
        yield Reading(
            section=section,
            sentence=sentence,
            plain=plain,
            times=found,
            past=past or telling,
            goal=goal,
            law=law,
            lead=inherited,
            issued=issued,
        )
        lead = _opened(sentence, found, goal, issued)
        if lead is not None and not past:
            below = inherited = lead
    below = None if below is None else _handed_down(below)
    for child in section.children:
        yield from _section(child, _Above(past, goal, below), lexicon, issued, law)


def _telling(before: bool, text: str, found: tuple[Time, ...], issued: int | None, cues: _Cues) -> bool:
    """Whether the text tells of the past from here on: a past time opens that, a time to come or a plan ends it."""
    if any(time.kind in _LEAD_KINDS and _ahead(time, issued) for time in found):
        return False
    first = next((t for t in found if t.kind in _LEAD_KINDS and t.start <= 4), None)
    if cues.past_lead.match(text) or (first is not None and not _ahead(first, issued)):
        return True
    return before and not cues.ahead.search(text)


def _of_heading(heading: str, issued: int | None) -> Lead | None:
    match = _HEADING_YEAR.search(heading) or _HEADING_GOAL_YEAR.search(heading)
    if match is None:
        return None
    year = next(group for group in match.groups() if group)
    if issued is not None and int(year) < issued:
        return None
    return Lead(due=Due(iso=year, text=f"{year}年", source=DeadlineFrom.SECTION))


def _opened(sentence: Sentence, found: tuple[Time, ...], goal: bool, issued: int | None) -> Lead | None:
    """The deadline a sentence opens for what follows it."""
    first = next((t for t in found if t.kind in _LEAD_KINDS and _ahead(t, issued) and t.start <= 4), None)
    colon = sentence.text.endswith(":")
    if first is None and colon:
        first = next((t for t in found if t.kind is TimeKind.DEADLINE and _ahead(t, issued)), None)
    if first is None or not (colon or goal):
        return None
    text = sentence.text[first.start : first.end]
    return Lead(due=Due(iso=first.iso, text=text, source=DeadlineFrom.SECTION), tasks=colon)


def _handed_down(lead: Lead) -> Lead:
    return Lead(due=Due(iso=lead.due.iso, text=lead.due.text, source=DeadlineFrom.PARENT), tasks=lead.tasks)


def sort_key(found: Due | None) -> str:
    """The last day of ``found``; no deadline sorts last."""
    return due(found.iso if found else None)
